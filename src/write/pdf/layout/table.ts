import type { BlockOf } from "../../../model/ladder.js";
import { headerAgain } from "./again.js";
import { setBlocks, spaced } from "./blocks.js";
import type { Box } from "./box.js";
import { shareWidths } from "./columns.js";
import type { Context, Frame } from "./context.js";
import {
  type Flow,
  type FlowCell,
  flowOf,
  heightOf,
  type Item,
  itemHeight,
  type Row,
  type Strip,
  UNSPLIT,
} from "./flow.js";
import { namedAgain } from "./named.js";
import { type Slot, slotsOf } from "./tableGrid.js";
import { type Tag, type TagType, tagIn } from "./tag.js";
import { wishesOf } from "./wishes.js";

/** A table: its columns share the frame's width, rows go on over pages, header rows come again. */
export function setTable(block: BlockOf<"table">, frame: Frame, context: Context): Item[] {
  const { slots, columns } = slotsOf(block.rows);
  if (frame.width / columns < context.style.table.narrowest)
    return setStacked(block, slots, frame, context);
  const inner = tableFrame(frame, columns, context);
  const grid = place(slots, columns, inner, context);
  const headers = headerCount(slots);
  const groups = rowGroups(block, headers, slots.length, frame.tag);
  const flows = new Map<Slot, Flow>();
  const names = new Map<Slot, Strip>();
  let open: Slot[] = [];
  const rows = slots.map((row, index) => {
    const tag = tagIn(groups(index), "TR");
    open = [...open.filter((slot) => slot.row + slot.rows > index), ...row];
    const shared = { grid, flows, names, header: index < headers };
    return setRow(index, open, { ...inner, tag }, shared, context);
  });
  const again = headerAgain(rows.slice(0, headers));
  rows.forEach((row, index) => {
    if (index >= headers && again) row.again = again;
  });
  keepRows(rows, slots, headers);
  return spaced<Item>(rows, context.style.gap.table);
}

/** The parent of each row: a table's head or its body, which no table with a head is without. */
function rowGroups(block: BlockOf<"table">, headers: number, rows: number, parent: Tag) {
  const table = tagIn(parent, "Table", { owner: block });
  const head = headers > 0 && headers < rows ? tagIn(table, "THead") : null;
  const body = tagIn(table, "TBody");
  return (row: number): Tag => (head && row < headers ? head : body);
}

/** A table at most as high as this is short, in points. */
const WHOLE = 140;

/**
 * A short table is not split; of a longer one, no row stands alone with its header or at the end, and
 * none that begins a group of rows.
 */
function keepRows(rows: readonly Row[], slots: Slot[][], headers: number): void {
  const whole = heightOf(flowOf([...rows])) <= WHOLE;
  rows.slice(0, -1).forEach((row, index) => {
    const begins = slots[index]?.some((slot) => slot.rows > 1);
    row.keep = whole || begins || index <= headers || index === rows.length - 2;
  });
}

/** Many columns need small text; never larger than around the table. */
function tableFrame(frame: Frame, columns: number, { style }: Context): Frame {
  const { cell, narrow, smallest } = style.type;
  const room = frame.width / columns;
  const fit = room < 45 ? smallest : room < 80 ? narrow : cell;
  const type = fit.size < frame.type.size ? fit : frame.type;
  return { ...frame, type, headings: "card", color: style.color.ink };
}

/** The space at both sides of a cell's text: small text has less. */
const besideText = ({ type }: Frame, { style }: Context): number =>
  type === style.type.smallest ? style.table.padding.narrow : style.table.padding.x;

/** Left edges of columns; one more than there are columns. */
function place(slots: Slot[][], columns: number, frame: Frame, context: Context): number[] {
  const padding = 2 * besideText(frame, context);
  const wishes = wishesOf(slots, columns, frame, context).map(({ least, most }) => ({
    least: least + padding,
    most: most + padding,
  }));
  const airy = wishes.reduce((sum, { most }) => sum + most + context.style.table.air, 0);
  const width = Math.min(frame.width, airy);
  const widths = shareWidths(wishes, width);
  if (context.direction === "ltr") return edges(widths, frame.x);
  return edges([...widths].reverse(), frame.x + frame.width - width);
}

function edges(widths: readonly number[], x: number): number[] {
  let edge = x;
  return [x, ...widths.map((width) => (edge += width))];
}

function headerCount(slots: readonly Slot[][]): number {
  const first = slots.findIndex((row) => row.some((slot) => !slot.cell.header));
  const count = first === -1 ? 0 : first;
  const spans = slots
    .slice(0, count)
    .some((row) => row.some((slot) => slot.row + slot.rows > count));
  return spans ? 0 : count;
}

interface Grid {
  grid: number[];
  flows: Map<Slot, Flow>;
  /** What names a row on its further pages. */
  names: Map<Slot, Strip>;
  header: boolean;
}

/** A row: the cells that begin in it, and those that come down from rows above. */
function setRow(
  index: number,
  open: readonly Slot[],
  frame: Frame,
  shared: Grid,
  context: Context,
): Row {
  const slots = [...open].sort((a, b) => a.column - b.column);
  const cells = slots.map((slot) => setCell(slot, index, frame, shared, context));
  const { y } = context.style.table.padding;
  const set: Row = { kind: "row", before: 0, cells, padding: { top: y, bottom: y } };
  const goesOn = itemHeight(set) > UNSPLIT || open.some((slot) => slot.rows > 1);
  if (goesOn && !shared.header) nameCells(slots, set, frame, shared, context);
  return set;
}

/** What names a row comes again where the row goes on over a page, and is not split itself. */
function nameCells(
  slots: readonly Slot[],
  row: Row,
  frame: Frame,
  { names }: Grid,
  context: Context,
): void {
  for (const [index, slot] of slots.entries()) {
    if (slot.column > 0 && slot.rows === 1 && !slot.cell.header) continue;
    const cell = row.cells[index] as FlowCell;
    const inner = cellFrame(slot, cell, frame, context);
    const name = names.get(slot) ?? namedAgain(slot.cell.blocks, inner, context);
    if (!name) continue;
    names.set(slot, name);
    cell.name = name;
    if (heightOf(cell.flow) <= UNSPLIT) keepTogether(cell.flow.items);
  }
}

function keepTogether(items: readonly Item[]): void {
  for (const item of items) if (item.kind !== "break") item.keep = true;
}

function setCell(slot: Slot, row: number, frame: Frame, shared: Grid, context: Context): FlowCell {
  const { x, width } = across(slot, shared.grid, context);
  const flow =
    shared.flows.get(slot) ??
    flowOf(
      setCellBlocks(slot, cellFrame(slot, { x, width }, frame, context), shared.header, context),
    );
  shared.flows.set(slot, flow);
  const ends = slot.row + slot.rows - 1 === row;
  const decorate = cellRule(x, width, shared.header, context);
  return { x, width, flow, ends, begun: slot.row < row, decorate };
}

function across(slot: Slot, grid: number[], context: Context): { x: number; width: number } {
  const columns = grid.length - 1;
  const first = context.direction === "rtl" ? columns - slot.column - slot.columns : slot.column;
  const x = grid[first] ?? 0;
  return { x, width: (grid[first + slot.columns] ?? x) - x };
}

/** The frame of a cell's words between its edges. */
function cellFrame(
  { cell }: Slot,
  { x, width }: { x: number; width: number },
  frame: Frame,
  context: Context,
): Frame {
  const padding = besideText(frame, context);
  const align = alignOf(cell, context) ?? frame.align;
  const inner = { ...frame, x: x + padding, width: width - 2 * padding };
  return { ...inner, ...(cell.header && { bold: true }), ...(align && { align }) };
}

function setCellBlocks(slot: Slot, frame: Frame, header: boolean, context: Context): Item[] {
  const tag = cellTag(slot, frame.tag, header);
  return spaced(setBlocks(slot.cell.blocks, { ...frame, tag }, context), 0);
}

/** Markdown has no word for "from the start": where the page reads from the right, left is that. */
const alignOf = ({ align }: Slot["cell"], { direction }: Context): Frame["align"] =>
  direction === "rtl" && align === "left" ? undefined : align;

/** The tag of a cell, with what it heads and covers. */
export function cellTag(slot: Slot, row: Tag, header: boolean): Tag {
  const type: TagType = slot.cell.header ? "TH" : "TD";
  return tagIn(row, type, {
    ...(slot.cell.header && { scope: header ? "Column" : "Row" }),
    ...(slot.columns > 1 && { colspan: slot.columns }),
    ...(slot.rows > 1 && { rowspan: slot.rows }),
  });
}

const cellRule =
  (x: number, width: number, header: boolean, { style }: Context) =>
  (top: number, height: number, done: boolean): Box[] => {
    if (!done) return [];
    const color = header ? style.color.grey : style.color.hairline;
    const thick = header ? 0.9 : 0.5;
    return [{ kind: "rect", x, y: top + height - thick, width, height: thick, color }];
  };

/** Where columns would be too narrow for any word, cells stand one below the other. */
function setStacked(
  block: BlockOf<"table">,
  slots: readonly Slot[][],
  frame: Frame,
  context: Context,
): Item[] {
  const headers = headerCount(slots);
  const groups = rowGroups(block, headers, slots.length, frame.tag);
  const items = slots.flatMap((row, index) => {
    const tag = tagIn(groups(index), "TR");
    const inner = { ...frame, tag };
    return row.flatMap((slot) => {
      const look = slot.cell.header ? { ...inner, bold: true } : inner;
      return setCellBlocks(slot, look, index < headers, context);
    });
  });
  return spaced(items, context.style.gap.table);
}
