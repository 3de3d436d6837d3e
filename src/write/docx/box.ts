import { LIST_STEP, STYLE } from "../../docx-names.js";
import type { Block, BlockOf } from "../../model/ladder.js";
import type { DocxContext, Flow } from "./context.js";
import { paragraph } from "./paragraph.js";
import { run } from "./text.js";
import { element, valued } from "./xml.js";

/** The space at both sides of a cell's text, as the table styles have it. */
export const CELL_MARGIN = 80;

/** No column gets narrower, however deep tables are nested. */
const MIN_WIDTH = 200;

/** What a table says of itself to those who don't see it (ECMA-376, 17.4.41 and 17.4.46). */
export interface TableNotes {
  /** True where its first row, or its first column, names the others. */
  headRow?: boolean;
  headColumn?: boolean;
  /** Its name, and what it holds. */
  caption?: string;
  description?: string;
}

/** Begins a table of fixed columns: its properties and its grid (ECMA-376, 17.4). */
export function tableHead(
  style: string,
  widths: readonly number[],
  flow: Flow,
  context: DocxContext,
  notes: TableNotes = {},
): string {
  const width = widths.reduce((sum, each) => sum + each, 0);
  const properties =
    valued("w:tblStyle", style) +
    (context.rtl ? "<w:bidiVisual/>" : "") +
    element("w:tblW", { "w:w": width, "w:type": "dxa" }) +
    (flow.depth > 0
      ? element("w:tblInd", { "w:w": flow.depth * LIST_STEP, "w:type": "dxa" })
      : "") +
    element("w:tblLayout", { "w:type": "fixed" }) +
    lookXml(notes) +
    valued("w:tblCaption", notes.caption) +
    valued("w:tblDescription", notes.description);
  const columns = widths.map((each) => element("w:gridCol", { "w:w": each })).join("");
  return `<w:tblPr>${properties}</w:tblPr><w:tblGrid>${columns}</w:tblGrid>`;
}

/** Which of its style's conditions a table has: those of a header row and column (17.4.55). */
function lookXml({ headRow = false, headColumn = false }: TableNotes): string {
  const bits = (headRow ? 0x20 : 0) + (headColumn ? 0x80 : 0) + 0x600;
  return element("w:tblLook", {
    "w:val": bits.toString(16).toUpperCase().padStart(4, "0"),
    "w:firstRow": Number(headRow),
    "w:lastRow": 0,
    "w:firstColumn": Number(headColumn),
    "w:lastColumn": 0,
    "w:noHBand": 1,
    "w:noVBand": 1,
  });
}

/** Says of a row or a cell that it heads others, and is set as its style has it (17.4.7); nothing of others. */
export function conditionXml(headRow: boolean, headColumn: boolean): string {
  if (!headRow && !headColumn) return "";
  const bits = [headRow, false, headColumn, false, false, false, false, false];
  const corner = headRow && headColumn;
  return valued("w:cnfStyle", [...bits, false, corner, false, false].map(Number).join(""));
}

/** A cell of a given width. */
export const cellXml = (width: number, content: string, properties = "", condition = ""): string =>
  `<w:tc><w:tcPr>${condition}${element("w:tcW", { "w:w": width, "w:type": "dxa" })}${properties}</w:tcPr>${content}</w:tc>`;

/** The flow inside a cell: lists begin anew there. */
export const innerFlow = (flow: Flow, width: number): Flow => ({
  width: atLeast(width - 2 * CELL_MARGIN),
  depth: 0,
  hue: flow.hue,
  inner: true,
});

/** What is left of a flow's width for a table in it. */
export const tableWidth = (flow: Flow): number => atLeast(flow.width);

const atLeast = (width: number): number => Math.max(MIN_WIDTH, width);

/** Blocks in a table of one cell. */
export function boxOf(
  style: string,
  flow: Flow,
  context: DocxContext,
  write: (inner: Flow) => string,
): string {
  const width = tableWidth(flow);
  const cell = cellXml(width, write(innerFlow(flow, width)));
  return `<w:tbl>${tableHead(style, [width], flow, context)}<w:tr>${cell}</w:tr></w:tbl>`;
}

/** A note: its id beside its text. */
export function noteBox(
  note: BlockOf<"note">,
  flow: Flow,
  context: DocxContext,
  write: (blocks: readonly Block[], flow: Flow, context: DocxContext) => string,
): string {
  const width = tableWidth(flow);
  const widths = [Math.min(500 + note.id.length * 60, Math.round(width / 3))];
  widths.push(width - (widths[0] ?? 0));
  const [left = 0, right = 0] = widths;
  const label = paragraph(
    run(note.id, { style: STYLE.noteReference }, context),
    { style: STYLE.noteLabel, bookmarks: [context.noteMark(note.id)], of: note },
    innerFlow(flow, left),
    context,
  );
  const cells =
    cellXml(left, label) + cellXml(right, write(note.blocks, innerFlow(flow, right), context));
  return `<w:tbl>${tableHead(STYLE.note, widths, flow, context)}<w:tr>${cells}</w:tr></w:tbl>`;
}
