import type { Block } from "../../../model/ladder.js";
import { ruleStrip, spaced } from "./blocks.js";
import type { Context, Frame } from "./context.js";
import { type FlowCell, flowOf, type Item, type Row, type Strip } from "./flow.js";
import { movedIn, startOf } from "./frame.js";
import type { Headers } from "./headers.js";
import { namedAgain, setNames, stacked } from "./named.js";
import { setCellBlocks } from "./tableCell.js";
import { tableFrame } from "./tableFit.js";
import { openSlots, type Slot } from "./tableGrid.js";
import { type Tag, tagIn } from "./tag.js";

/** The parent of a row: the head of its table, or its body. */
export type Groups = (row: number) => Tag;

/** What heads a cell has this part of a card's width, or this much if it has it to spare. */
const HEAD = { part: 0.28, least: 70 };
/** The space between a header and what it heads, and between two of them. */
const BESIDE = 10;
const APART = 3;

/**
 * A table with more columns than a page has room for: each row a card, what heads a column beside its
 * cell. The headers' own words stand above all cards; in these they come again, as decoration.
 */
export function setCards(
  slots: Slot[][],
  headers: Headers,
  groups: Groups,
  around: Frame,
  context: Context,
): Item[] {
  const frame = tableFrame(around, context.style.type.cell, context);
  const heads = slots.slice(0, headers.count).flat();
  return openSlots(slots).flatMap((row, index) => {
    const inner = { ...frame, tag: tagIn(groups(index), "TR") };
    return index < headers.count
      ? setHeads(slots[index] ?? [], headers, inner, context)
      : setCard(row, index, { headers, heads }, inner, context);
  });
}

/** The headers' words, as many beside each other as there is room for. */
function setHeads(row: readonly Slot[], headers: Headers, frame: Frame, context: Context): Row[] {
  const look = { ...frame, color: context.style.color.grey, bold: true, align: startOf(context) };
  const longest = Math.max(...row.map((slot) => widthOf(slot, frame, context))) + BESIDE;
  const count = Math.max(1, Math.floor(frame.width / longest));
  const width = frame.width / count;
  const cells = row.map((slot, index): FlowCell => {
    const inner = columnOf(look, (index % count) * width, width - BESIDE, context);
    const flow = flowOf(setCellBlocks(slot, inner, headers, context));
    return { x: inner.x, width: inner.width, flow, ends: true };
  });
  return Array.from({ length: Math.ceil(cells.length / count) }, (_, index) => ({
    ...ROW,
    before: APART,
    cells: cells.slice(index * count, (index + 1) * count),
    keep: true,
  }));
}

const ROW = { kind: "row", padding: { top: 0, bottom: 0 } } as const;

/** A part of a frame that begins so far from where its lines do. */
const columnOf = (frame: Frame, from: number, width: number, context: Context): Frame => ({
  ...frame,
  x: context.direction === "rtl" ? frame.x + frame.width - from - width : frame.x + from,
  width,
});

/** How wide the words of a cell are, each block on a line; what is more than words takes what width there is. */
function widthOf({ cell }: Slot, { type }: Frame, { fonts }: Context): number {
  if (!cell.blocks.every((block) => "text" in block)) return Number.POSITIVE_INFINITY;
  const texts = cell.blocks.flatMap(({ text }) => text.split("\n"));
  return Math.max(0, ...texts.map((text) => fonts.width("sansBold", type.size, text)));
}

/** A row as a card: a pair for each of its cells, on further pages below what names the row. */
function setCard(
  cells: readonly Slot[],
  row: number,
  { headers, heads }: { headers: Headers; heads: readonly Slot[] },
  frame: Frame,
  context: Context,
): Item[] {
  const named = { ...frame, bold: true };
  const again = cells[0] && namedAgain(cells[0].cell.blocks, named, context);
  const pairs = cells.flatMap((slot, index) => {
    const look = index === 0 || slot.cell.header ? named : frame;
    return setPair(slot, row, { headers, heads: headsOf(slot, heads) }, look, context);
  });
  for (const pair of pairs.slice(1)) if (again) pair.again = again;
  for (const pair of pairs.slice(0, 1)) pair.keep = pairs.length > 1;
  const rule: Strip = {
    ...ruleStrip(frame, context.style.gap.table, context),
    keep: true,
    between: true,
  };
  return [rule, ...spaced<Item>(pairs, 2 * APART)];
}

/** What heads a cell's columns. */
const headsOf = ({ column, columns }: Slot, heads: readonly Slot[]): Block[] =>
  heads
    .filter((head) => head.column < column + columns && column < head.column + head.columns)
    .flatMap(({ cell }) => cell.blocks);

/** A cell beside what heads it, or below it where there is little room; none where it is empty. */
function setPair(
  slot: Slot,
  row: number,
  { headers, heads }: { headers: Headers; heads: readonly Block[] },
  frame: Frame,
  context: Context,
): Row[] {
  const side = Math.max(HEAD.least, frame.width * HEAD.part);
  const below = heads.length === 0 || frame.width < 3 * HEAD.least;
  const value = below ? frame : movedIn(frame, side, context);
  const items =
    slot.row < row
      ? decorationOf(setNames(slot.cell.blocks, value, context))
      : setCellBlocks(slot, value, headers, context);
  if (items.length === 0) return [];
  const captionFrame = below ? frame : columnOf(frame, 0, side - BESIDE, context);
  const grey = { ...captionFrame, bold: false, color: context.style.color.grey };
  const caption = decorationOf(setNames(heads, grey, context));
  const pair = { ...ROW, before: APART };
  if (below) return [{ ...pair, cells: [cellOf(frame, [...caption, ...items])] }];
  const head = { ...cellOf(captionFrame, caption), ...(caption[0] && { name: caption[0] }) };
  return [{ ...pair, cells: [head, cellOf(value, items)] }];
}

const decorationOf = (strips: Strip[]): Strip[] =>
  strips.length === 0 ? [] : [{ ...stacked(strips), keep: true }];

const cellOf = ({ x, width }: Frame, items: Item[]): FlowCell => ({
  x,
  width,
  flow: flowOf(items),
  ends: true,
});
