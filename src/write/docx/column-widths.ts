import { LIST_STEP } from "../../docx-names.js";
import { cellLines } from "../../model/walk.js";
import { CELL_MARGIN } from "./box.js";
import type { SmallType } from "./small-type.js";
import { BODY } from "./styles/kit.js";
import type { Layout } from "./table-layout.js";

/** What a column wants, within bounds: room for its longest text, and for its longest word. */
const TEXT = { fewest: 5, most: 400 };
const WORD = { fewest: 1, most: 20 };

/** A longer text breaks into lines anyway: it would like more room, but less and less. */
const LINE = 48;

/** An average character's width, in parts of the type's size. */
const CHARACTER = 0.553;

/** Widths of columns, in twentieths of a point: room for a word each, the rest in proportion. */
export function columnWidths(layout: Layout, width: number, small?: SmallType): number[] {
  const character = CHARACTER * (small?.size ?? BODY.size) * 10;
  const indents = listColumns(layout, small?.step ?? LIST_STEP);
  const words = longest(layout, WORD, (text) => text.split(/\s+/));
  const least = words.map(
    (word, column) => Math.round(word * character) + 2 * CELL_MARGIN + (indents[column] ?? 0),
  );
  const left = width - least.reduce((sum, each) => sum + each, 0);
  if (left < 0) return share(least, width);
  const texts = longest(layout, TEXT, (text) => [text]);
  const wishes = share(
    texts.map((text) => Math.min(text, Math.sqrt(text * LINE))),
    left,
  );
  return least.map((each, column) => each + (wishes[column] ?? 0));
}

/** For each column the indent of its lists. */
function listColumns({ rows, columns }: Layout, step: number): number[] {
  const indents = Array.from({ length: columns }, () => 0);
  for (const { cell, column, columns: span } of rows.flat())
    if (span === 1 && cell?.blocks.some(({ type }) => type === "list")) indents[column] = step;
  return indents;
}

/** Shares a width out in proportion; the sum is exact. */
export function share(wishes: readonly number[], width: number): number[] {
  const all = wishes.reduce((sum, each) => sum + each, 0);
  let wished = 0;
  return wishes.map((wish) => {
    const from = Math.round((wished / all) * width);
    wished += wish;
    return Math.max(1, Math.round((wished / all) * width) - from);
  });
}

/** For each column the length of the longest piece of its cells' texts. */
function longest(
  { rows, columns }: Layout,
  { fewest, most }: typeof TEXT,
  piecesOf: (text: string) => string[],
): number[] {
  const lengths = Array.from({ length: columns }, () => fewest);
  for (const placed of rows.flat()) {
    const pieces = placed.cell ? cellLines(placed.cell).flatMap(({ text }) => piecesOf(text)) : [];
    const wish = pieces.reduce((most, each) => Math.max(most, each.length), 0);
    const length = Math.min(most, wish);
    for (let at = placed.column; at < placed.column + placed.columns; at++) {
      lengths[at] = Math.max(lengths[at] ?? fewest, Math.ceil(length / placed.columns));
    }
  }
  return lengths;
}
