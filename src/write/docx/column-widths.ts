import { cellLines } from "../../model/walk.js";
import { CELL_MARGIN } from "./box.js";
import type { Layout } from "./table-layout.js";

/** What a column wants, within bounds: room for its longest text, and for its longest word. */
const TEXT = { fewest: 5, most: 48 };
const WORD = { fewest: 1, most: 20 };

/** An average character's width in twentieths of a point. */
const CHARACTER = 105;

/** Widths of columns, in twentieths of a point: room for a word each, the rest in proportion. */
export function columnWidths(layout: Layout, width: number): number[] {
  const words = longest(layout, WORD, (text) => text.split(/\s+/));
  const least = words.map((word) => word * CHARACTER + 2 * CELL_MARGIN);
  const left = width - least.reduce((sum, each) => sum + each, 0);
  if (left < 0) return share(least, width);
  const wishes = share(
    longest(layout, TEXT, (text) => [text]),
    left,
  );
  return least.map((each, column) => each + (wishes[column] ?? 0));
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
