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
  lower,
  type Row,
  type Strip,
  UNSPLIT,
} from "./flow.js";
import { type Headers, headersOf } from "./headers.js";
import { type Groups, setCards } from "./tableCards.js";
import { across, cellFrame, hangOf, setCellBlocks } from "./tableCell.js";
import { type TableFit, tableFit } from "./tableFit.js";
import { isBlankRow, openSlots, type Slot, slotsOf } from "./tableGrid.js";
import { nameCells } from "./tableNames.js";
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
  fit: TableFit,
  context: Context,
): Row[] {
  const frame = { ...fit.frame, indent: hangOf(slots, fit, context) };
  const flows = new Map<Slot, Flow>();
  const names = new Map<Slot, Strip>();
  const rows = openSlots(slots).map((open, index): SetRow => {
    const tag = tagIn(groups(index), "TR");
    const shared = { headers, fit, flows, names, header: index < headers.count };
    return { index, open, row: setRow(index, open, { ...frame, tag }, shared, context) };
  });
  // A row without anything in it has its tags, but no line of its own.
  const seen = rows.filter(({ open, index }) => !isBlankRow(open, index));
  const heads = seen.filter(({ index }) => index < headers.count);
  const again = headerAgain(heads.map(({ row }) => row));
  for (const { row, index } of seen) if (index >= headers.count && again) row.again = again;
  keepRows(seen, headers.count, fit.ends.length);
  return seen.map(({ row }) => row);
}

interface SetRow {
  index: number;
  open: readonly Slot[];
  row: Row;
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
 * none that begins a group of rows or heads those below it.
 */
function keepRows(rows: readonly SetRow[], headers: number, columns: number): void {
  const whole = heightOf(flowOf(rows.map(({ row }) => row))) <= WHOLE;
  const begun = new Set<Slot>();
  rows.slice(0, -1).forEach(({ row, open, index }, at) => {
    const begins = open.some((slot) => slot.rows > 1 && !begun.has(slot));
    for (const slot of open) begun.add(slot);
    const heads = columns > 1 && open[0]?.columns === columns && itemHeight(row) <= UNSPLIT;
    row.keep = whole || begins || heads || index <= headers || at === rows.length - 2;
  });
}

interface Shared {
  headers: Headers;
  fit: TableFit;
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
  if (shared.header) alignHeads(set);
  else if (goesOn) nameCells(slots, set, frame, shared, context);
  return set;
}

/** Headers of fewer lines stand at the foot of their row. */
function alignHeads({ cells }: Row): void {
  const own = cells.filter((cell) => cell.ends && !cell.begun);
  const heights = own.map(({ flow }) => heightOf(flow));
  const highest = Math.max(0, ...heights);
  own.forEach(({ flow }, index) => {
    const [first] = flow.items;
    if (first?.kind === "strip") lower(first, highest - (heights[index] ?? highest));
  });
}

function setCell(
  slot: Slot,
  row: number,
  frame: Frame,
  shared: Shared,
  context: Context,
): FlowCell {
  const { x, width } = across(slot, shared.fit.edges, context);
  const flow =
    shared.flows.get(slot) ??
    flowOf(
      setCellBlocks(
        slot,
        cellFrame(slot, { x, width }, shared.fit.ends, frame, context),
        shared.headers,
        context,
      ),
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
