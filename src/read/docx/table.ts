import { HEAD_FILL, STYLE, styleKey } from "../../docx-names.js";
import type { Cell } from "../../model/ladder.js";
import { blocksIn } from "./blocks.js";
import { columnsOf } from "./columns.js";
import type { DocxReadContext } from "./context.js";
import { alignOf, type Mark } from "./paragraph.js";
import {
  attributeOf,
  childOf,
  descend,
  elementsOf,
  numberOf,
  unwrapped,
  valOf,
  type Xml,
} from "./xml.js";

/** A row with what its cells are beside their content. */
export interface ReadRow {
  cells: Cell[];
  /** The bookmarks of ours in its cells. */
  marks: Mark[];
  /** The fills of its cells, in capitals. */
  fills: string[];
}

/** What stands at one place of a row. */
interface Entry {
  column: number;
  columns: number;
  /** null: padding. */
  cell: Cell | null;
  merge: "none" | "begins" | "goesOn";
  marks: Mark[];
  fill: string;
}

const ALIGNS = ["left", "center", "right"] as const;
const PADDING = styleKey(STYLE.padding);

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
    hinted.push(...own);
    const row = { cells: own.flatMap(cellOf), ...sidesOf(entries) };
    const before = row.marks.some(({ kind }) => kind === "wide") ? rows.at(-1) : undefined;
    if (before) before.cells.push(...row.cells);
    else if (own.length > 0) rows.push(row);
  }
  hinted.forEach(followHint);
  return rows;
}

/** The rows of a table that are not deleted. */
export const rowsOf = (table: Xml): Xml[] =>
  unwrapped(elementsOf(table)).filter(
    (node) => node.name === "w:tr" && !descend(node, "w:trPr", "w:del"),
  );

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
  const fill = (attributeOf(childOf(properties, "w:shd"), "w:fill") ?? "").toUpperCase();
  const align = alignOf(childOf(node, "w:p"), context.rtl);
  const cell: Cell = {
    ...(fill === HEAD_FILL && { header: true as const }),
    ...(align && { align }),
    blocks,
  };
  return {
    cell: blocks.length === 0 && isPadding(node, context) ? null : cell,
    merge: merge ? (valOf(merge) === "restart" ? "begins" : "goesOn") : "none",
    marks: builder.marks,
    fill,
  };
}

const isPadding = (node: Xml, context: DocxReadContext): boolean =>
  context.styles.keyOf(valOf(childOf(node, "w:p"), "w:pPr", "w:pStyle")) === PADDING;

/** Counts a row to the cell above that reaches over it. */
function reach(entry: Entry, owners: Map<number, Entry>): void {
  const owner = owners.get(entry.column);
  if (entry.merge === "goesOn" && owner?.cell && entry.cell) {
    owner.cell.rowspan = (owner.cell.rowspan ?? 1) + 1;
    owner.cell.blocks.push(...entry.cell.blocks);
  } else {
    owners.delete(entry.column);
    if (entry.merge === "begins") owners.set(entry.column, entry);
  }
}

/** The cell itself, not a copy, since rows below still count to it. */
function cellOf({ cell, columns }: Entry): Cell[] {
  if (!cell) return [];
  if (columns > 1) cell.colspan = columns;
  return [cell];
}

/** A bookmark tells what the grid can't show. */
function followHint({ cell, marks }: Entry): void {
  const data = marks.find(({ kind }) => kind === "cell")?.data;
  if (!cell || !data) return;
  const [colspan = 1, rowspan = 1] = data.map((each) => numberOf(each) ?? 1);
  delete cell.colspan;
  delete cell.rowspan;
  if (colspan > 1) cell.colspan = colspan;
  if (rowspan > 1) cell.rowspan = rowspan;
  const align = ALIGNS.find((each) => each === data[2]);
  if (align) cell.align ??= align;
}

function sidesOf(entries: readonly Entry[]): Pick<ReadRow, "marks" | "fills"> {
  return {
    marks: entries.flatMap(({ marks }) => marks),
    fills: entries.map(({ fill }) => fill),
  };
}
