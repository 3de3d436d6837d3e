import type { Slot } from "./tableGrid.js";
import type { TagOptions } from "./tag.js";

/** What the header cells of a table head. */
export interface Headers {
  /** So many rows at its top head its columns. */
  count: number;
  scopeOf(slot: Slot): NonNullable<TagOptions["scope"]>;
}

/** Finds what is headed, by where the data is: what an author means is not always told. */
export function headersOf(slots: readonly Slot[][]): Headers {
  const data = dataOf(slots);
  const count = headerCount(slots, data);
  return {
    count,
    scopeOf: (slot) => {
      if (slot.row < count) return "Column";
      const [right, below] = [data.isBeside(slot), data.isBelow(slot)];
      if (right && below) return "Both";
      return below ? "Column" : "Row";
    },
  };
}

interface Data {
  isBelow(slot: Slot): boolean;
  isBeside(slot: Slot): boolean;
}

/** Where data cells begin: the last row of each column, and the last column of each row. */
function dataOf(slots: readonly Slot[][]): Data {
  const rows: number[] = [];
  const columns = slots.map((row) => {
    const cells = row.filter(({ cell }) => !cell.header);
    for (const { row: at, column, columns } of cells)
      for (let each = column; each < column + columns; each++) rows[each] = at;
    return cells.at(-1)?.column ?? -1;
  });
  return {
    isBelow: (slot) =>
      rows
        .slice(slot.column, slot.column + slot.columns)
        .some((row) => row >= slot.row + slot.rows),
    isBeside: (slot) =>
      columns
        .slice(slot.row, slot.row + slot.rows)
        .some((column) => column >= slot.column + slot.columns),
  };
}

/** How many rows are headers; none where one of their cells goes on below. */
function headerCount(slots: readonly Slot[][], data: Data): number {
  const count = slots.findIndex((row) => !isHeaderRow(row, data));
  const spans = slots
    .slice(0, Math.max(0, count))
    .some((row) => row.some((slot) => slot.row + slot.rows > count));
  return spans ? 0 : Math.max(0, count);
}

/** Header cells, with an empty corner or the like beside them, if they head what is below. */
function isHeaderRow(row: readonly Slot[], data: Data): boolean {
  if (row.some(({ cell }) => !cell.header && cell.blocks.length > 0)) return false;
  const heads = row.filter(({ cell }) => cell.header);
  return heads.length === row.length || heads.some(data.isBelow);
}
