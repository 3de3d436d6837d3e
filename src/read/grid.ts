import type { Row } from "../model/ladder.js";
import { linkedAnchors } from "../model/overview.js";

/**
 * True for the rows of a table that shows levels in a grid: its cells link to at least two of them.
 * `trackOf` tells of which track the level with an anchor is; null: there is none. A table with one
 * level a row, and two of them of one track, is a list of levels, and its columns are no grades.
 */
export function isGrid(rows: readonly Row[], trackOf: (anchor: string) => unknown): boolean {
  const linked = rows.map(({ cells }) => [
    ...new Set(cells.flatMap(linkedAnchors).filter((anchor) => trackOf(anchor) !== null)),
  ]);
  const all = new Set(linked.flat());
  if (all.size < 2) return false;
  const tracks = new Set([...all].map(trackOf));
  return linked.some((anchors) => anchors.length > 1) || tracks.size === all.size;
}
