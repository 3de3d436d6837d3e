import type { Meta } from "../../../document.js";
import { atomsOf } from "../text/atoms.js";
import { fillLines } from "../text/lines.js";
import { setLine } from "../text/setLine.js";
import { body, theme } from "../theme.js";
import { shortHash, words } from "../words.js";
import type { Box, Page } from "./box.js";
import type { Context } from "./context.js";

/** Heads and feet of pages: decoration, none of it is the document's. */
export function furnish(pages: readonly Page[], meta: Meta, context: Context): void {
  const left = `${meta.title} · ${shortHash(meta.origin.sha256)}`;
  const { header, footer, rule } = theme.furniture;
  pages.forEach((page, index) => {
    if (index > 0) page.boxes.push(...pair(meta.title, page.running ?? "", header, context));
    page.boxes.push({
      kind: "rect",
      x: body.x,
      y: rule,
      width: body.width,
      height: 0.6,
      color: theme.color.hairline,
    });
    page.boxes.push(...pair(left, words.pageOf(index + 1, pages.length), footer, context));
  });
}

/** One text at the start of a line, one at its end. */
function pair(start: string, end: string, y: number, context: Context): Box[] {
  const rtl = context.direction === "rtl";
  return [
    ...set(start, y, rtl ? "right" : "left", context),
    ...set(end, y, rtl ? "left" : "right", context),
  ];
}

function set(text: string, y: number, align: "left" | "right", context: Context): Box[] {
  const { size } = theme.furniture.type;
  const piece = {
    text,
    face: "sans" as const,
    size,
    color: theme.color.grey,
    tag: null,
    leaf: null,
  };
  const half = {
    x: align === "left" ? body.x : body.x + body.width / 2,
    width: body.width / 2 - 8,
  };
  const [line] = fillLines(
    atomsOf([piece], context.direction, context.fonts),
    half.width,
    context.fonts,
  );
  const place = {
    x: half.x,
    width: align === "left" ? half.width : half.width + 8,
    baseline: y,
    align,
    last: true,
  };
  return line ? setLine(line, place, context.fonts) : [];
}
