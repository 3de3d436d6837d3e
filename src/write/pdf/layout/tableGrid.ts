import { isBlank } from "../../../document.js";
import type { Cell, Row } from "../../../model/ladder.js";

/** A cell and the columns and rows it covers. */
export interface Slot {
  cell: Cell;
  row: number;
  column: number;
  columns: number;
  rows: number;
}

/**
 * The table model of HTML (4.9.12): which columns and rows each cell covers. Where a row is short,
 * an empty cell fills it: all rows of a table have the same columns (PDF/UA-1, 7.2).
 */
export function slotsOf(rows: readonly Row[]): { slots: Slot[][]; columns: number } {
  const taken: number[] = [];
  let columns = 0;
  const slots = rows.map((row, index) => {
    let column = 0;
    return row.cells.map((cell) => {
      while ((taken[column] ?? 0) > index) column++;
      const slot = slotAt(cell, index, column, rows.length, taken);
      column += slot.columns;
      columns = Math.max(columns, column);
      return slot;
    });
  });
  return { slots: filled(slots, columns), columns };
}

/** For each row the cells that begin in it and those that come down from rows above, by their columns. */
export function openSlots(slots: readonly Slot[][]): Slot[][] {
  let open: Slot[] = [];
  return slots.map((row, index) => {
    open = [...open.filter((slot) => slot.row + slot.rows > index), ...row];
    return [...open].sort((a, b) => a.column - b.column);
  });
}

/** A row in which nothing is seen that is not seen in a row below as well. */
export const isBlankRow = (open: readonly Slot[], row: number): boolean =>
  open.every((slot) => isBlankCell(slot.cell) || slot.row + slot.rows - 1 > row);

/** Nothing of it is seen, and nothing leads there. */
const isBlankCell = ({ blocks }: Cell): boolean =>
  blocks.every((block) => isBlank(block) && !("anchors" in block && block.anchors));

function filled(slots: readonly Slot[][], columns: number): Slot[][] {
  const until = new Array<number>(columns).fill(0);
  return slots.map((row, index) => {
    for (const slot of row) until.fill(index + slot.rows, slot.column, slot.column + slot.columns);
    const all = [...row];
    for (let column = 0; column < columns; column++) {
      const start = column;
      while (column < columns && (until[column] ?? 0) <= index) column++;
      if (column > start) all.push(emptySlot(index, start, column - start));
    }
    return all.sort((a, b) => a.column - b.column);
  });
}

const emptySlot = (row: number, column: number, columns: number): Slot => ({
  cell: { blocks: [] },
  row,
  column,
  columns,
  rows: 1,
});

/** A span ends where the table does, and where it would meet a cell from above. */
function slotAt(cell: Cell, row: number, column: number, height: number, taken: number[]): Slot {
  let columns = 1;
  while (columns < (cell.colspan ?? 1) && (taken[column + columns] ?? 0) <= row) columns++;
  const rows = Math.min(cell.rowspan ?? 1, height - row);
  for (let each = column; each < column + columns; each++) taken[each] = row + rows;
  return { cell, row, column, columns, rows };
}
