import { Text } from "../pdf/values.js";
import { attributeOf, nameAttribute } from "./attributes.js";
import type { Cell, Grid } from "./grid.js";

/** Whether the headers that a data cell names are there, or one is found as ISO 32000-2, 14.8.4.8.3 has it. */
export function hasHeader(grid: Grid, cell: Cell): boolean {
  const named = namedHeaders(cell);
  if (named.length > 0 && unknownHeaders(grid, cell).length === 0) return true;
  for (let column = cell.column; column < cell.column + cell.columns; column++)
    if (isFound(above(grid, cell.row, column), "Column")) return true;
  for (let row = cell.row; row < cell.row + cell.rows; row++)
    if (isFound(before(grid, row, cell.column), "Row")) return true;
  return false;
}

/** The headers that a data cell names and that no header cell of its table has for an ID. */
export function unknownHeaders(grid: Grid, cell: Cell): string[] {
  const known = new Set(
    grid.cells
      .filter(({ element }) => element.standard === "TH")
      .map(({ element }) => element.dict.text("ID")),
  );
  return namedHeaders(cell).filter((id) => !known.has(id));
}

/** Whether a header cell has no data in the direction of its scope, though it has some in the other. */
export function headsNothing(grid: Grid, cell: Cell): boolean {
  const data = grid.cells.filter(({ element }) => element.standard === "TD");
  const below = data.some(
    (each) => each.row >= cell.row + cell.rows && overlaps(each, cell, "column"),
  );
  const beside = data.some(
    (each) => each.column >= cell.column + cell.columns && overlaps(each, cell, "row"),
  );
  const scope = nameAttribute(cell.element, "Table", "Scope");
  if (scope === "Both") return !below || !beside;
  return scope === "Row" ? !beside && below : scope === "Column" && !below && beside;
}

/** Whether two cells have a row, or a column, in common. */
function overlaps(a: Cell, b: Cell, line: "row" | "column"): boolean {
  const count = `${line}s` as const;
  return a[line] < b[line] + b[count] && b[line] < a[line] + a[count];
}

function namedHeaders({ element }: Cell): string[] {
  const value = attributeOf(element, "Table", "Headers");
  return Array.isArray(value)
    ? value.flatMap((each) => (each instanceof Text ? [each.text] : []))
    : [];
}

const above = (grid: Grid, row: number, column: number): (Cell | undefined)[] =>
  Array.from({ length: row }, (_, index) => grid.at(row - 1 - index, column));

const before = (grid: Grid, row: number, column: number): (Cell | undefined)[] =>
  Array.from({ length: column }, (_, index) => grid.at(row, column - 1 - index));

/** Looks along cells for a header; data after other headers ends the search. */
function isFound(cells: (Cell | undefined)[], scope: "Row" | "Column"): boolean {
  let isPastHeader = false;
  for (const cell of cells) {
    const isHeader = cell?.element.standard === "TH";
    if (cell && isHeader && ["Both", scope].includes(scopeOf(cell))) return true;
    if (isHeader) isPastHeader = true;
    else if (isPastHeader) return false;
  }
  return false;
}

/** Its own scope, or that of its place: the corner's is for both, the first row's for columns. */
function scopeOf({ element, row, column }: Cell): string {
  const own = nameAttribute(element, "Table", "Scope");
  if (own) return own;
  if (row === 0) return column === 0 ? "Both" : "Column";
  return "Row";
}
