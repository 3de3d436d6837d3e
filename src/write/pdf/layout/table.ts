import type { BlockOf } from "../../../model/ladder.js";
import { headerAgain } from "./again.js";
import { spaced } from "./blocks.js";
import type { Box } from "./box.js";
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
import { type Headers, headersOf } from "./headers.js";
import { namedAgain } from "./named.js";
import { type Groups, setCards } from "./tableCards.js";
import { across, cellFrame, setCellBlocks } from "./tableCell.js";
import { type TableFit, tableFit } from "./tableFit.js";
import { openSlots, type Slot, slotsOf } from "./tableGrid.js";
import { type Tag, tagIn } from "./tag.js";

/** A table: its columns share the frame's width, rows go on over pages, header rows come again. */
export function setTable(block: BlockOf<"table">, frame: Frame, context: Context): Item[] {
  const { slots, columns } = slotsOf(block.rows);
  const headers = headersOf(slots);
  const groups = rowGroups(block, headers.count, slots.length, frame.tag);
  const fit = tableFit(slots, columns, frame, context);
  const items = fit
    ? setRows(slots, headers, groups, fit, context)
    : setCards(slots, headers, groups, frame, context);
  return spaced<Item>(items, context.style.gap.table);
}

function setRows(
  slots: Slot[][],
  headers: Headers,
  groups: Groups,
  { frame, edges }: TableFit,
  context: Context,
): Row[] {
  const flows = new Map<Slot, Flow>();
  const names = new Map<Slot, Strip>();
  const rows = openSlots(slots).map((open, index) => {
    const tag = tagIn(groups(index), "TR");
    const shared = { headers, edges, flows, names, header: index < headers.count };
    return setRow(index, open, { ...frame, tag }, shared, context);
  });
  const again = headerAgain(rows.slice(0, headers.count));
  rows.forEach((row, index) => {
    if (index >= headers.count && again) row.again = again;
  });
  keepRows(rows, slots, headers.count);
  return rows;
}

/** The parent of each row: a table's head or its body, which no table with a head is without. */
function rowGroups(block: BlockOf<"table">, headers: number, rows: number, parent: Tag): Groups {
  const table = tagIn(parent, "Table", { owner: block });
  const head = headers > 0 && headers < rows ? tagIn(table, "THead") : null;
  const body = tagIn(table, "TBody");
  return (row) => (head && row < headers ? head : body);
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
    const [first, ...others] = slots[index] ?? [];
    const heads = others.length === 0 && (first?.columns ?? 1) > 1;
    const begins = heads || slots[index]?.some((slot) => slot.rows > 1);
    row.keep = whole || begins || index <= headers || index === rows.length - 2;
  });
}

interface Shared {
  headers: Headers;
  edges: number[];
  flows: Map<Slot, Flow>;
  /** What names a row on its further pages. */
  names: Map<Slot, Strip>;
  header: boolean;
}

/** A row: the cells that begin in it, and those that come down from rows above. */
function setRow(
  index: number,
  slots: readonly Slot[],
  frame: Frame,
  shared: Shared,
  context: Context,
): Row {
  const cells = slots.map((slot) => setCell(slot, index, frame, shared, context));
  const { y } = context.style.table.padding;
  const set: Row = { kind: "row", before: 0, cells, padding: { top: y, bottom: y } };
  const goesOn = itemHeight(set) > UNSPLIT || slots.some((slot) => slot.rows > 1);
  if (goesOn && !shared.header) nameCells(slots, set, frame, shared, context);
  return set;
}

/** What names a row comes again where the row goes on over a page, and is not split itself. */
function nameCells(
  slots: readonly Slot[],
  row: Row,
  frame: Frame,
  { names }: Shared,
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

function setCell(
  slot: Slot,
  row: number,
  frame: Frame,
  shared: Shared,
  context: Context,
): FlowCell {
  const { x, width } = across(slot, shared.edges, context);
  const flow =
    shared.flows.get(slot) ??
    flowOf(
      setCellBlocks(slot, cellFrame(slot, { x, width }, frame, context), shared.headers, context),
    );
  shared.flows.set(slot, flow);
  const ends = slot.row + slot.rows - 1 === row;
  const decorate = cellRule(x, width, shared.header, context);
  return { x, width, flow, ends, begun: slot.row < row, decorate };
}

const cellRule =
  (x: number, width: number, header: boolean, { style }: Context) =>
  (top: number, height: number, done: boolean): Box[] => {
    if (!done) return [];
    const color = header ? style.color.grey : style.color.hairline;
    const thick = header ? 0.9 : 0.5;
    return [{ kind: "rect", x, y: top + height - thick, width, height: thick, color }];
  };
