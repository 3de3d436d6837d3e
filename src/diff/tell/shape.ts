import type { Piece } from "../change.js";

/** The form of a node, in words: "numbered from 3", "depth 2". */
export function shapeOf({ kind, form = "" }: Piece): string {
  if (kind === "list") return form === "" ? "bullets" : form.replace("from", "numbered from");
  if (kind === "heading") return `depth ${form}`;
  if (kind === "item") return form === "" ? "no task" : `task, ${form}`;
  if (kind === "code") return form === "" ? "no language" : `language ${form}`;
  if (kind === "note") return `note ${form}`;
  return kind === "cell" ? cellShape(form) : form;
}

function cellShape(form: string): string {
  const [head = "", spans = "", align = ""] = form.split(" ");
  const [columns, rows] = spans.split("x").map(Number);
  const parts = [
    head === "head" ? "heading cell" : "cell",
    ...(columns === 1 ? [] : [`${columns} columns wide`]),
    ...(rows === 1 ? [] : [`${rows} rows high`]),
    ...(align === "" ? [] : [align]),
  ];
  return parts.join(", ");
}

/** The anchors of a node, in words. */
export const anchorsOf = ({ anchors = [] }: Piece): string =>
  anchors.map((anchor) => `#${anchor}`).join(" ") || "none";
