import { STYLE } from "../../docx-names.js";
import type { BlockOf, Cell, Row } from "../../model/ladder.js";
import { collapse } from "../../model/rich.js";
import { cellLines } from "../../model/walk.js";
import { cellBlocks } from "./blocks.js";
import { cellXml, conditionXml, innerFlow, type TableNotes, tableHead, tableWidth } from "./box.js";
import { columnWidths } from "./column-widths.js";
import type { DocxContext, Flow } from "./context.js";
import { gap, paragraph } from "./paragraph.js";
import { type SmallType, smallType } from "./small-type.js";
import { type Layout, layoutOf, type Placed } from "./table-layout.js";
import { valued, wrap } from "./xml.js";

/** How one kind of table looks where cells leave it open. */
export interface TableLook extends TableNotes {
  style: string;
  /** The style of a cell's plain paragraphs. */
  text: (placed: Placed & { cell: Cell }, row: number) => string;
  /** True where that style does not tell whether the cell is a header. */
  hidesHead: (cell: Cell) => boolean;
  /** The style of links; undefined: Hyperlink. */
  link?: (placed: Placed, row: number) => string;
  /** How many rows head the table, and come again on each page. */
  heads: number;
  /** Bookmarks of a row's first cell. */
  marks?: (row: number) => readonly string[];
  widths: readonly number[];
  small?: SmallType | undefined;
}

/** A table of the post. */
export function tableXml({ rows }: BlockOf<"table">, flow: Flow, context: DocxContext): string {
  const layout = layoutOf(rows);
  const width = tableWidth(flow);
  const small = smallType(width / layout.columns);
  const heads = headRows(rows);
  const look: TableLook = {
    style: STYLE.table,
    text: ({ cell }) => (cell.header ? STYLE.tableHead : STYLE.tableText),
    hidesHead: ({ header, blocks: [first] }) => !!header && !!first && first.type !== "paragraph",
    heads,
    headRow: heads > 0,
    headColumn: hasHeadColumn(layout, heads),
    description: describe(layout, heads),
    widths: columnWidths(layout, width, small),
    small,
  };
  return gridXml(layout, look, flow, context);
}

/** The leading rows of nothing but header cells; none where all rows are of that kind. */
function headRows(rows: readonly Row[]): number {
  const first = rows.findIndex(({ cells }) => !cells.every((cell) => cell.header));
  return Math.max(first, 0);
}

/** True where each row below the heads begins with a header cell. */
const hasHeadColumn = ({ rows }: Layout, heads: number): boolean =>
  rows.slice(heads).every(([first]) => !first?.cell || first.cell.header === true) &&
  rows.slice(heads).some(([first]) => first?.cell);

/** The longest description that Word shows whole. */
const MAX_DESCRIPTION = 255;

/** What a table holds: the names of its columns, as far as it tells them. */
function describe({ rows, columns }: Layout, heads: number): string {
  const names = (heads > 0 ? (rows[0] ?? []) : []).flatMap(({ cell }) =>
    cell
      ? [
          cellLines(cell)
            .map(({ text }) => collapse(text))
            .join(" "),
        ]
      : [],
  );
  const told = names.filter((name) => name.trim() !== "").join(", ");
  const size = `${rows.length} rows, ${columns} columns`;
  const text = told === "" ? size : `${size}: ${told}`;
  return text.length > MAX_DESCRIPTION ? `${text.slice(0, MAX_DESCRIPTION - 1)}…` : text;
}

/** A table of cells that are laid out already. */
export function gridXml(layout: Layout, look: TableLook, flow: Flow, context: DocxContext): string {
  const rows = layout.rows.map((row, index) => {
    const marks = [
      ...(look.marks?.(index) ?? []),
      ...(layout.wide.has(index) ? [context.mark("wide")] : []),
    ];
    const cells = row.map((placed, at) =>
      placedXml(placed, index, look, at === 0 ? marks : [], flow, context),
    );
    const head = index < look.heads ? "<w:cantSplit/><w:tblHeader/>" : "";
    const condition = conditionXml(index === 0 && look.headRow === true, false);
    return `<w:tr>${wrap("w:trPr", condition + head)}${cells.join("")}</w:tr>`;
  });
  return `<w:tbl>${tableHead(look.style, look.widths, flow, context, look)}${rows.join("")}</w:tbl>`;
}

function placedXml(
  placed: Placed,
  row: number,
  look: TableLook,
  marks: readonly string[],
  flow: Flow,
  context: DocxContext,
): string {
  const { cell, column, columns } = placed;
  const width = look.widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
  const inner = innerFlow(flow, width);
  const span = valued("w:gridSpan", columns > 1 ? columns : undefined);
  const condition = conditionXml(
    row === 0 && look.headRow === true,
    column === 0 && look.headColumn === true,
  );
  if (!cell) {
    const style = placed.rows === 0 ? STYLE.gap : STYLE.padding;
    const content = paragraph("", { style, bookmarks: marks }, inner, context);
    const merged = span + (placed.rows === 0 ? "<w:vMerge/>" : "");
    return cellXml(width, content, merged, condition);
  }
  const properties = span + (placed.rows > 1 ? '<w:vMerge w:val="restart"/>' : "");
  const own = { ...inner, align: cell.align, link: look.link?.(placed, row), small: look.small };
  const style = look.text({ ...placed, cell }, row);
  const content = cellBlocks(cell.blocks, { ...own, style }, context);
  const hints = [...marks, ...cellHints(cell, placed, look.hidesHead(cell), context)];
  return cellXml(width, withBookmarks(hints, content, own, context), properties, condition);
}

/** Bookmarks stand in a paragraph: LibreOffice moves those between them out of the table. */
function withBookmarks(
  names: readonly string[],
  content: string,
  flow: Flow,
  context: DocxContext,
): string {
  if (names.length === 0) return content;
  const head = /^<w:p>(?:<w:pPr>.*?<\/w:pPr>)?/.exec(content)?.[0];
  if (head === undefined) return gap(flow, context, names) + content;
  return head + context.bookmarked(names, "") + content.slice(head.length);
}

/** Tells what neither the grid nor a style can show: spans that had to give way, a side, a header. */
function cellHints(
  cell: Cell,
  { columns, rows }: Placed,
  hidesHead: boolean,
  context: DocxContext,
): string[] {
  const { colspan = 1, rowspan = 1, align, blocks } = cell;
  // Items stand where lines begin, however the cell is aligned.
  const side = align && blocks[0]?.type === "list" ? [align] : [];
  const told = [...side, ...(hidesHead ? ["head"] : [])];
  const same = colspan === columns && rowspan === rows;
  return same && told.length === 0 ? [] : [context.mark("cell", colspan, rowspan, ...told)];
}
