import { setBlocks, spaced } from "./blocks.js";
import type { Context, Frame } from "./context.js";
import type { Item } from "./flow.js";
import type { Headers } from "./headers.js";
import { besideText, type TableFit } from "./tableFit.js";
import type { Slot } from "./tableGrid.js";
import { type Tag, type TagType, tagIn } from "./tag.js";

/** The edges of a cell. */
export interface Edges {
  x: number;
  width: number;
}

/** The edges of a cell among those of the columns. */
export function across(slot: Slot, grid: number[], context: Context): Edges {
  const columns = grid.length - 1;
  const first = context.direction === "rtl" ? columns - slot.column - slot.columns : slot.column;
  const x = grid[first] ?? 0;
  return { x, width: (grid[first + slot.columns] ?? x) - x };
}

/** The frame of a cell's words between its edges. */
export function cellFrame(
  { cell, column, columns }: Slot,
  { x, width }: Edges,
  ends: readonly number[],
  frame: Frame,
  context: Context,
): Frame {
  const padding = besideText(frame, context);
  const end = ends[column + columns - 1] ?? 0;
  const align = alignOf(cell, context) ?? frame.align;
  const inner = { ...frame, x: x + padding, width: width - 2 * padding - end };
  return { ...inner, ...(cell.header && { bold: true }), ...(align && { align }) };
}

/** As far as the words of lists hang in each of a table's columns: as its narrowest one allows. */
export function hangOf(
  slots: Slot[][],
  { frame, edges, ends }: TableFit,
  context: Context,
): number {
  const { indent, narrowest } = context.style.list;
  const rooms = slots
    .flat()
    .filter(({ cell }) => cell.blocks.some(({ type }) => type === "list"))
    .map((slot) => cellFrame(slot, across(slot, edges, context), ends, frame, context).width);
  return Math.max(0, Math.min(indent, ...rooms.map((room) => room - narrowest)));
}

/** What a cell holds, below its tag in the row's. */
export function setCellBlocks(
  slot: Slot,
  frame: Frame,
  headers: Headers,
  context: Context,
): Item[] {
  const tag = cellTag(slot, frame.tag, headers);
  return spaced(setBlocks(slot.cell.blocks, { ...frame, tag }, context), 0);
}

/** Markdown has no word for "from the start": where the page reads from the right, left is that. */
const alignOf = ({ align }: Slot["cell"], { direction }: Context): Frame["align"] =>
  direction === "rtl" && align === "left" ? undefined : align;

/** The tag of a cell, with what it heads and covers. */
export function cellTag(slot: Slot, row: Tag, headers: Headers): Tag {
  const type: TagType = slot.cell.header ? "TH" : "TD";
  return tagIn(row, type, {
    ...(slot.cell.header && { scope: headers.scopeOf(slot) }),
    ...(slot.columns > 1 && { colspan: slot.columns }),
    ...(slot.rows > 1 && { rowspan: slot.rows }),
  });
}
