import { columnsOf } from "../columns.js";
import { BatchError, type BatchFile, type Cell, problemAt, type Row } from "../row.js";
import { lettersOf, textOfCell } from "./cell.js";
import { openParts } from "./parts.js";
import { type RawRow, sheetRows } from "./sheet.js";
import { readWorkbook, type Workbook } from "./workbook.js";

/** A cell's text (null: an error is shown), and its name: "E12". */
interface Shown {
  column: number;
  name: string;
  text: string | null;
}

/** The rows of a workbook's first sheet; its first row with cells is the head. Throws a BatchError. */
export async function* xlsxRows(file: BatchFile): AsyncGenerator<Row> {
  const parts = await openParts(file);
  try {
    const workbook = await readWorkbook(parts, file);
    let columns: (string | null)[] | null = null;
    for await (const raw of sheetRows(parts, workbook.sheet, file)) {
      const cells = shownCells(raw, workbook);
      if (cells.length === 0) continue;
      if (columns) yield rowOf(raw.number, cells, columns, file.shown);
      else columns = headOf(cells, file);
    }
    if (!columns) throw new BatchError(file.shown, "empty-batch", "Unexpected empty sheet");
  } finally {
    parts.close();
  }
}

/** The cells of a row in which something stands. */
const shownCells = (row: RawRow, workbook: Workbook): Shown[] =>
  row.cells
    .map((cell) => ({
      column: cell.column,
      name: `${lettersOf(cell.column)}${row.number}`,
      text: textOfCell(cell, workbook),
    }))
    .filter(({ text }) => text !== "");

function headOf(cells: readonly Shown[], { shown, names }: BatchFile): (string | null)[] {
  const width = Math.max(...cells.map(({ column }) => column)) + 1;
  const heads = Array.from({ length: width }, (_, column) => {
    const cell = cells.find((each) => each.column === column);
    const place = `${shown}:${cell?.name ?? lettersOf(column)}`;
    return { name: cell?.text ?? "", place };
  });
  return columnsOf(heads, names);
}

function rowOf(
  number: number,
  shownCells: readonly Shown[],
  columns: readonly (string | null)[],
  shown: string,
): Row {
  const cells = new Map<string, Cell>();
  const problems = [];
  for (const { column, name: cell, text } of shownCells) {
    const name = columns[column];
    const place = `${shown}:${cell}: row ${number}`;
    if (!name) problems.push(problemAt(place, "row-length", "Unexpected cell beyond the head"));
    else if (text === null)
      problems.push(problemAt(`${place}, ${name}`, "cell-error", SHOWS_ERROR));
    else cells.set(name, { value: text, place: `${place}, ${name}` });
  }
  return { number, place: `${shown}:A${number}: row ${number}`, cells, problems };
}

const SHOWS_ERROR = "Unexpected error in a cell, expected a value";
