import { cellLines } from "../../model/walk.js";
import type { Layout, Placed } from "./table-layout.js";

/** A column is as wide as its longest text wants to be, within these bounds (in characters). */
const FEWEST = 5;
const MOST = 48;

/** Widths of columns in proportion to their texts, in twentieths of a point. */
export function columnWidths({ rows, columns }: Layout, width: number): number[] {
  const wishes = Array.from({ length: columns }, () => FEWEST);
  for (const placed of rows.flat()) {
    const wish = lengthOf(placed) / placed.columns;
    for (let at = placed.column; at < placed.column + placed.columns; at++) {
      wishes[at] = Math.max(wishes[at] ?? FEWEST, wish);
    }
  }
  return share(wishes, width);
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

const lengthOf = ({ cell }: Placed): number =>
  cell ? Math.min(MOST, Math.max(...cellLines(cell).map((line) => line.text.length), 0)) : 0;
