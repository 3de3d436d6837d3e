import { type Message, message } from "../../diagnostics.js";
import type { Cell, Content, Level, Place } from "../../model/ladder.js";
import { linkedAnchors } from "../../model/overview.js";
import { overviewOf, tracksOf } from "../../model/walk.js";
import { isGrid } from "../grid.js";

/** Turns the first table that shows levels in a grid into the overview. */
export function recogniseOverview(content: readonly Content[]): Content[] {
  const tracks = new Map(
    tracksOf(content).flatMap((track) =>
      track.levels.flatMap(({ anchors = [] }) => anchors.map((anchor) => [anchor, track] as const)),
    ),
  );
  const at = content.findIndex(
    (node) => node.type === "table" && isGrid(node.rows, (anchor) => tracks.get(anchor) ?? null),
  );
  return content.map((node, index) =>
    index === at && node.type === "table"
      ? { ...node, type: "overview", scale: null, tracks: [] }
      : node,
  );
}

/** A warning where the overview names a level otherwise than the level does itself. */
export function disagreements(content: readonly Content[]): Message[] {
  const overview = overviewOf(content);
  const levels = new Map(
    tracksOf(content)
      .flatMap((track) => track.levels)
      .flatMap((level) => (level.anchors ?? []).map((anchor) => [anchor, level] as const)),
  );
  return (overview?.tracks ?? []).flatMap((row) =>
    row.levels.flatMap(({ anchor, title, label }) => {
      const level = levels.get(anchor);
      const place = placeOfLink(overview?.rows[row.row]?.cells ?? [], anchor, title);
      return level ? compare(level, title, label, place) : [];
    }),
  );
}

function compare(
  level: Level,
  title: string,
  label: string | null,
  place: Place | undefined,
): Message[] {
  const found: Message[] = [];
  const line = placeOf(level, "title");
  if (level.titles.length > 0 && !namesOf(level).includes(title)) {
    const reason = `Unexpected title "${title}" in the overview, expected "${level.titles.join(" / ")}" as at ${line}`;
    found.push(disagreement("overview-title", reason, place, title, level.titles));
  }
  const labels = level.label?.split("/").map((each) => each.trim());
  if (label !== null && labels && label !== level.label && !labels.includes(label)) {
    const reason = `Unexpected label "${label}" in the overview, expected "${level.label}" as at ${placeOf(level, "label")}`;
    found.push(disagreement("overview-label", reason, place, label, labels));
  }
  return found;
}

/** A heading may be named in full, or by the label with which it begins. */
const namesOf = ({ titles, label, attributes }: Level): (string | null)[] => [
  ...titles,
  label,
  ...attributes.flatMap(({ role, text }) => (role === "title" ? [text] : [])),
];

const disagreement = (
  ruleId: string,
  reason: string,
  place: Place | undefined,
  actual: string,
  expected: string[],
): Message => message("warning", ruleId, reason, { place, actual, expected });

function placeOf(level: Level, role: "title" | "label"): string {
  const attribute = level.attributes.find((each) => each.role === role);
  const start = (attribute?.place ?? level.place)?.start;
  return start ? `${start.line}:${start.column}` : "the level";
}

function placeOfLink(cells: readonly Cell[], anchor: string, title: string): Place | undefined {
  const linking = cells.filter((cell) => linkedAnchors(cell).includes(anchor));
  const blocks = linking.flatMap((cell) => cell.blocks);
  return blocks.find((block) => "text" in block && block.text.includes(title))?.place;
}
