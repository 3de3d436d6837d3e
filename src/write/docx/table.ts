import { HEAD_FILL, STYLE } from "../../docx-names.js";
import type { BlockOf, Cell, Row } from "../../model/ladder.js";
import { cellBlocks } from "./blocks.js";
import { cellXml, innerFlow, tableHead, tableWidth } from "./box.js";
import { columnWidths } from "./column-widths.js";
import type { DocxContext, Flow } from "./context.js";
import { gap, paragraph } from "./paragraph.js";
import { type SmallType, smallType } from "./small-type.js";
import { type Layout, layoutOf, type Placed } from "./table-layout.js";
import { element, valued, wrap } from "./xml.js";

/** How one kind of table looks where cells leave it open. */
export interface TableLook {
  style: string;
  /** The style of a cell's plain paragraphs. */
  text: (cell: Cell, row: number) => string;
  /** The fill of a cell, and the bar at its beginning; undefined: none. */
  fill: (cell: Cell, placed: Placed, row: number) => { tint: string; ink?: string } | undefined;
  /** The style of links; undefined: Hyperlink. */
  link?: string;
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
  const look: TableLook = {
    style: STYLE.table,
    text: (cell) => (cell.header ? STYLE.tableHead : STYLE.tableText),
    fill: (cell) => (cell.header ? { tint: HEAD_FILL } : undefined),
    heads: headRows(rows),
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
    return `<w:tr>${wrap("w:trPr", head)}${cells.join("")}</w:tr>`;
  });
  return `<w:tbl>${tableHead(look.style, look.widths, flow, context)}${rows.join("")}</w:tbl>`;
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
  if (!cell) {
    const style = placed.rows === 0 ? STYLE.gap : STYLE.padding;
    const content = paragraph("", { style, bookmarks: marks }, inner, context);
    return cellXml(width, content, span + (placed.rows === 0 ? "<w:vMerge/>" : ""));
  }
  const fill = look.fill(cell, placed, row);
  const properties =
    span +
    (placed.rows > 1 ? '<w:vMerge w:val="restart"/>' : "") +
    (fill?.ink ? `<w:tcBorders>${barXml(fill.ink)}</w:tcBorders>` : "") +
    (fill ? element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": fill.tint }) : "");
  const own = { ...inner, align: cell.align, link: look.link, small: look.small };
  const content = cellBlocks(cell.blocks, { ...own, style: look.text(cell, row) }, context);
  const hints = [...marks, ...cellHints(cell, placed, context)];
  return cellXml(width, withBookmarks(hints, content, own, context), properties);
}

const barXml = (ink: string): string =>
  element("w:left", { "w:val": "single", "w:sz": 18, "w:space": 0, "w:color": ink });

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

/** Tells what the grid can't show: spans that had to give way, and the alignment that all text has. */
function cellHints(cell: Cell, { columns, rows }: Placed, context: DocxContext): string[] {
  const { colspan = 1, rowspan = 1, align } = cell;
  const same = colspan === columns && rowspan === rows;
  // Items are not aligned, and LibreOffice tells of all text that it begins where lines begin.
  const hidden = cell.blocks[0]?.type === "list" || align === (context.rtl ? "right" : "left");
  const told = align && hidden ? [align] : [];
  return same && told.length === 0 ? [] : [context.mark("cell", colspan, rowspan, ...told)];
}
