import type { Box } from "./box.js";
import { flowOf, type Row, type Strip } from "./flow.js";
import { take } from "./take.js";

/** A header higher than this is not repeated. */
const HIGHEST = 160;

/** Header rows as one strip of decoration, to stand at the top of each further page. */
export function headerAgain(rows: readonly Row[]): Strip | undefined {
  // A table in a header cell would be used up by the setting here, and is too much to see again.
  const nested = rows.some(({ cells }) =>
    cells.some(({ flow }) => flow.items.some(({ kind }) => kind === "row")),
  );
  if (rows.length === 0 || nested) return undefined;
  const boxes: Box[] = [];
  const copy = rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, flow: { ...cell.flow } })),
  }));
  const height = take(flowOf(copy), {
    top: 0,
    bottom: Number.MAX_SAFE_INTEGER,
    fresh: true,
    tight: 1,
    boxes,
  });
  if (height > HIGHEST) return undefined;
  return { kind: "strip", before: 0, height, boxes: boxes.flatMap(asDecoration) };
}

/** The same boxes without tag, leaf, anchor or link: they stand for nothing new. */
export function asDecoration(box: Box): Box[] {
  if (box.kind === "text") return [{ ...box, tag: null, leaf: null }];
  return box.kind === "rect" ? [box] : [];
}
