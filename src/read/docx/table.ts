import { STYLE, styleKey } from "../../docx-names.js";
import type { Cell } from "../../model/ladder.js";
import { append } from "./append.js";
import { blocksIn } from "./blocks.js";
import { columnsOf } from "./columns.js";
import type { DocxReadContext } from "./context.js";
import { MAX_COLSPAN, MAX_ROWSPAN } from "./limits.js";
import { alignOf, type Mark } from "./paragraph.js";
import { childOf, elementsOf, numberOf, unwrapped, valOf, type Xml } from "./xml.js";

/** A row with what its cells are beside their content. */
export interface ReadRow {
  cells: Cell[];
  /** The bookmarks of ours in its cells. */
  marks: Mark[];
  /** The styles of its cells' first paragraphs, in the form of `styleKey`. */
  styles: string[];
}

/** What stands at one place of a row. */
interface Entry {
  column: number;
  columns: number;
  /** null: padding. */
  cell: Cell | null;
  merge: "none" | "begins" | "goesOn";
  marks: Mark[];
  style: string;
}

const ALIGNS = ["left", "center", "right"] as const;
const PADDING = styleKey(STYLE.padding);
const HEAD = styleKey(STYLE.tableHead);

/** Reads the rows of a table, without what only fills its grid. */
export function readTable(table: Xml, context: DocxReadContext): ReadRow[] {
  const owners = new Map<number, Entry>();
  const hinted: Entry[] = [];
  const rows: ReadRow[] = [];
  const placeOf = columnsOf(table);
  for (const node of rowsOf(table)) {
    const entries = entriesOf(node, placeOf, context);
    const own = entries.filter(({ cell, merge, column }) => {
      return cell !== null && (merge !== "goesOn" || !owners.has(column));
    });
    if (own.length > 0) for (const entry of entries) reach(entry, owners);
    append(hinted, own);
    const row = { cells: own.flatMap(cellOf), ...sidesOf(entries) };
    const before = row.marks.some(({ kind }) => kind === "wide") ? rows.at(-1) : undefined;
    if (before) append(before.cells, row.cells);
    else if (own.length > 0) rows.push(row);
  }
  hinted.forEach(followHint);
  return rows;
}

/** The rows of a table. */
export const rowsOf = (table: Xml): Xml[] =>
  unwrapped(elementsOf(table)).filter(({ name }) => name === "w:tr");

/** The cells of a row. */
export const cellsOf = (row: Xml): Xml[] =>
  unwrapped(elementsOf(row)).filter(({ name }) => name === "w:tc");

function entriesOf(
  row: Xml,
  placeOf: (column: number) => number,
  context: DocxReadContext,
): Entry[] {
  let start = numberOf(valOf(row, "w:trPr", "w:gridBefore")) ?? 0;
  return cellsOf(row).map((node) => {
    const span = numberOf(valOf(node, "w:tcPr", "w:gridSpan")) ?? 1;
    const column = placeOf(start);
    start += Math.max(span, 1);
    const columns = Math.max(placeOf(start) - column, 1);
    return { column, columns, ...entryOf(node, context) };
  });
}

function entryOf(node: Xml, context: DocxReadContext): Omit<Entry, "column" | "columns"> {
  const properties = childOf(node, "w:tcPr");
  const builder = blocksIn(node, context);
  const blocks = builder.take();
  const merge = childOf(properties, "w:vMerge");
  const first = childOf(node, "w:p");
  const style = context.styles.keyOf(valOf(first, "w:pPr", "w:pStyle"));
  const align = alignOf(first, context);
  const cell: Cell = {
    ...(style === HEAD && { header: true as const }),
    ...(align && { align }),
    blocks,
  };
  context.nodes.set(node, cell);
  return {
    cell: blocks.length === 0 && style === PADDING ? null : cell,
    merge: merge ? (valOf(merge) === "restart" ? "begins" : "goesOn") : "none",
    marks: builder.marks,
    style,
  };
}

/** Counts a row to the cell above that reaches over it. */
function reach(entry: Entry, owners: Map<number, Entry>): void {
  const owner = owners.get(entry.column);
  if (entry.merge === "goesOn" && owner?.cell && entry.cell) {
    owner.cell.rowspan = Math.min((owner.cell.rowspan ?? 1) + 1, MAX_ROWSPAN);
    append(owner.cell.blocks, entry.cell.blocks);
  } else {
    owners.delete(entry.column);
    if (entry.merge === "begins") owners.set(entry.column, entry);
  }
}

/** The cell itself, not a copy, since rows below still count to it. */
function cellOf({ cell, columns }: Entry): Cell[] {
  if (!cell) return [];
  if (columns > 1) cell.colspan = Math.min(columns, MAX_COLSPAN);
  return [cell];
}

/** A bookmark tells what the grid can't show. */
function followHint({ cell, marks }: Entry): void {
  const data = marks.find(({ kind }) => kind === "cell")?.data;
  if (!cell || !data) return;
  const [colspan = 1, rowspan = 1] = data.map((each) => numberOf(each) ?? 1);
  delete cell.colspan;
  delete cell.rowspan;
  if (colspan > 1) cell.colspan = Math.min(colspan, MAX_COLSPAN);
  if (rowspan > 1) cell.rowspan = Math.min(rowspan, MAX_ROWSPAN);
  const align = ALIGNS.find((each) => data.includes(each));
  if (align) cell.align ??= align;
  if (data.includes("head")) cell.header = true;
}

function sidesOf(entries: readonly Entry[]): Pick<ReadRow, "marks" | "styles"> {
  return {
    marks: entries.flatMap(({ marks }) => marks),
    styles: entries.map(({ style }) => style),
  };
}
