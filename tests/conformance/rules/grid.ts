import { type Element, significantKids } from "../pdf/tree.js";
import { attributeOf } from "./attributes.js";

/** A cell with its place in the grid of its table. */
export interface Cell {
  element: Element;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A table as a grid; what keeps it from being one comes with it, and ends the laying out. */
export interface Grid {
  rows: number;
  columns: number;
  cells: Cell[];
  /** The cell of a place. */
  at(row: number, column: number): Cell | undefined;
  crossing: boolean;
  overflow: "rows" | "columns" | undefined;
  /** The first row with a place left empty, from 0 on. */
  short: number | undefined;
  isRegular: boolean;
}

/** Lays the cells of a table out (ISO 32000-1, 14.8.5.7): the first row tells how many columns there are. */
export function gridOf(table: Element): Grid {
  const listed = rowsOf(table);
  const columns = listed[0]?.reduce((sum, cell) => sum + span(cell, "ColSpan"), 0) ?? 0;
  const rows = countRows(listed);
  const places = new Map<string, Cell>();
  const cells: Cell[] = [];
  const grid: Grid = {
    rows,
    columns,
    cells,
    at: (row, column) => places.get(`${row} ${column}`),
    crossing: false,
    overflow: undefined,
    short: undefined,
    isRegular: false,
  };
  for (const [row, kids] of listed.entries()) {
    let column = 0;
    for (const element of kids) {
      while (column < columns && grid.at(row, column)) column++;
      const cell = {
        element,
        row,
        column,
        rows: span(element, "RowSpan"),
        columns: span(element, "ColSpan"),
      };
      if (column + cell.columns > columns) grid.overflow = "columns";
      else if (row + cell.rows > rows) grid.overflow = "rows";
      else if (!place(cell, places)) grid.crossing = true;
      if (grid.overflow || grid.crossing) return grid;
      cells.push(cell);
      column += cell.columns;
    }
  }
  grid.short = Array.from({ length: rows }, (_, row) => row).find((row) =>
    Array.from({ length: columns }).some((_, column) => !grid.at(row, column)),
  );
  grid.isRegular = grid.short === undefined;
  return grid;
}

function place(cell: Cell, places: Map<string, Cell>): boolean {
  for (let row = cell.row; row < cell.row + cell.rows; row++)
    for (let column = cell.column; column < cell.column + cell.columns; column++) {
      const key = `${row} ${column}`;
      if (places.has(key)) return false;
      places.set(key, cell);
    }
  return true;
}

/** How many rows there are: a first cell over several stands for them all. */
function countRows(listed: Element[][]): number {
  let rows = 0;
  for (let index = 0; index < listed.length; index++) {
    const first = listed[index]?.[0];
    if (!first) continue;
    rows += span(first, "RowSpan");
    index += span(first, "RowSpan") - 1;
  }
  return rows;
}

/** The cells of each row, through groups of rows. */
function rowsOf(table: Element): Element[][] {
  return significantKids(table)
    .flatMap((kid) =>
      /^T(?:Head|Body|Foot)$/.test(kid.standard ?? "") ? significantKids(kid) : [kid],
    )
    .filter(({ standard }) => standard === "TR")
    .map((row) =>
      significantKids(row).filter(({ standard }) => standard === "TH" || standard === "TD"),
    );
}

function span(cell: Element, key: "RowSpan" | "ColSpan"): number {
  const value = attributeOf(cell, "Table", key);
  return typeof value === "number" ? value : 1;
}
