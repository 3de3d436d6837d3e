import type { Cell, Row } from "../../model/ladder.js";

/** Word opens no table of more columns than 63. */
export const MAX_COLUMNS = 63;

/** A cell, or what stands in for none, at its place in the grid. */
export interface Placed {
  /** null: nothing of the source, only there to fill the grid. */
  cell: Cell | null;
  column: number;
  columns: number;
  /** How many rows the cell reaches over; 0: it began in a row above. */
  rows: number;
}

/** The rows of a rectangular grid. */
export interface Layout {
  columns: number;
  rows: Placed[][];
  /** Numbers of the rows that go on with the row above, which has too many cells for Word. */
  wide: ReadonlySet<number>;
}

/** Places cells as HTML does (WHATWG, "forming a table"); where they would overlap, the later gives way. */
export function layoutOf(rows: readonly Row[]): Layout {
  const cells = placeCells(rows);
  if (!cells) return wideLayout(rows);
  const placed = compress(cells);
  const columns = placed
    .flat()
    .reduce((most, each) => Math.max(most, each.column + each.columns), 1);
  if (columns > MAX_COLUMNS) return wideLayout(rows);
  return { columns, rows: placed.map((row) => fill(row, columns)), wide: new Set() };
}

interface Open {
  column: number;
  columns: number;
  /** The first row that the cell does not reach. */
  end: number;
}

/** null: some row has more cells beside each other than Word has columns. */
function placeCells(rows: readonly Row[]): Placed[][] | null {
  let open: Open[] = [];
  const placed: Placed[][] = [];
  for (const [index, row] of rows.entries()) {
    open = open.filter(({ end }) => end > index).sort((a, b) => a.column - b.column);
    if (open.length + row.cells.length > MAX_COLUMNS) return null;
    const begun: Placed[] = [];
    let column = 0;
    for (const cell of row.cells) {
      column = firstFree(open, column);
      const columns = Math.min(cell.colspan ?? 1, freeFrom(open, column));
      const reach = Math.min(cell.rowspan ?? 1, rows.length - index);
      begun.push({ cell, column, columns, rows: reach });
      column += columns;
    }
    const above = open.map((each) => ({ ...each, cell: null, rows: 0 }));
    const all = [...above, ...begun].sort((a, b) => a.column - b.column);
    open.push(
      ...begun.map(({ column, columns, rows: reach }) => ({ column, columns, end: index + reach })),
    );
    placed.push(all);
  }
  return placed;
}

/** The first column from `column` on that no cell from above covers; `open` is in order. */
function firstFree(open: readonly Open[], column: number): number {
  let free = column;
  for (const each of open) {
    if (each.column <= free && free < each.column + each.columns) free = each.column + each.columns;
  }
  return free;
}

function freeFrom(open: readonly Open[], column: number): number {
  const next = open.find((each) => each.column > column);
  return next ? next.column - column : Number.POSITIVE_INFINITY;
}

/** Leaves out columns in which no cell begins or ends. */
function compress(rows: Placed[][]): Placed[][] {
  const edges = new Set(rows.flat().flatMap((each) => [each.column, each.column + each.columns]));
  const place = new Map([...edges].sort((a, b) => a - b).map((edge, index) => [edge, index]));
  const at = (edge: number): number => place.get(edge) ?? 0;
  return rows.map((row) =>
    row.map((each) => {
      const column = at(each.column);
      return { ...each, column, columns: at(each.column + each.columns) - column };
    }),
  );
}

/** Fills the gaps of a row, at its end too. */
function fill(row: readonly Placed[], columns: number): Placed[] {
  const filled: Placed[] = [];
  let column = 0;
  const fillTo = (end: number): void => {
    if (end > column) filled.push({ cell: null, column, columns: end - column, rows: 1 });
  };
  for (const each of row) {
    fillTo(each.column);
    filled.push(each);
    column = each.column + each.columns;
  }
  fillTo(columns);
  return filled;
}

/** A table that is too wide for Word: its rows go on below themselves, without spans. */
function wideLayout(rows: readonly Row[]): Layout {
  const wide = new Set<number>();
  const laid: Placed[][] = [];
  for (const { cells } of rows) {
    for (let start = 0; start < cells.length; start += MAX_COLUMNS) {
      if (start > 0) wide.add(laid.length);
      const chunk = cells.slice(start, start + MAX_COLUMNS);
      laid.push(chunk.map((cell, column) => ({ cell, column, columns: 1, rows: 1 })));
    }
  }
  const columns = laid.reduce((most, row) => Math.max(most, row.length), 1);
  return { columns, rows: laid.map((row) => fill(row, columns)), wide };
}
