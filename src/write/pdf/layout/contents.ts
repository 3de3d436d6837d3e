import { plainText } from "../../../model/rich.js";
import { kept, spaced } from "./blocks.js";
import { setEntry, unowned } from "./contentsEntry.js";
import type { Context, Frame } from "./context.js";
import type { Entry } from "./entries.js";
import { type FlowCell, flowOf, heightOf, type Item, type Strip } from "./flow.js";
import { movedIn } from "./frame.js";
import { nowhere } from "./named.js";
import { setText } from "./paragraph.js";
import { tagIn } from "./tag.js";

/** Fewer entries than this need no contents list. */
const FEWEST = 3;
/** Lines of a list that is too long for its page are this part as far apart. */
const TIGHT = 0.9;
/** The space between two columns of the list. */
const BETWEEN = 28;
/** A list that goes on over a page brings at least so many lines along. */
const CARRIED = 8;

/**
 * The contents: each line a link, with the page it leads to. Where it has no room on the first page, or
 * what follows has none beside it, its lines stand closer; then in two columns, then without those of
 * the deepest level.
 */
export function setContents(
  entries: readonly Entry[],
  frame: Frame,
  context: Context,
  { room, beside }: Room,
): Item[] {
  if (entries.length < FEWEST) return [];
  const heading = setLabelHeading(context.words.contents, frame, context);
  const below = (way: Way, around: Frame) => [
    ...heading,
    ...spaced(setWay(way, around, context), 6),
  ];
  const left = room - (heading[0]?.before ?? 0);
  const fits = (way: Way, height = left) => heightOf(flowOf(below(way, nowhere(frame)))) <= height;
  const ways = waysOf(entries);
  const both = ways.slice(0, 2).find((way) => fits(way, left - beside));
  const way = both ??
    ways.find((each) => fits(each)) ?? { entries: ways.at(-1)?.entries ?? entries, tight: true };
  return below(way, frame);
}

/** The height that the list has on the first page, and what of it would serve what follows. */
interface Room {
  room: number;
  beside: number;
}

/** How the list is set. */
interface Way {
  entries: readonly Entry[];
  tight?: true;
  columns?: true;
}

/** Ways to set the list, the best first. */
function waysOf(all: readonly Entry[]): Way[] {
  const ways: Way[] = [{ entries: all }];
  for (let depth = Math.max(...all.map((entry) => entry.depth)); depth >= 0; depth--) {
    const entries = all.filter((entry) => entry.depth <= depth);
    if (entries.length < FEWEST) break;
    ways.push({ entries, tight: true }, { entries, tight: true, columns: true });
  }
  return ways;
}

function setWay({ entries, tight, columns }: Way, around: Frame, context: Context): Item[] {
  const { type } = around;
  const closer = { ...type, leading: type.leading * TIGHT };
  const frame = { ...around, tag: tagIn(around.tag, "TOC"), type: tight ? closer : type };
  const apart = tight ? 0 : 2;
  if (!columns) return carried(setLines(entries, frame, apart, context).flat());
  const width = (frame.width - BETWEEN) / 2;
  const [one, other] = [frame, movedIn(frame, width + BETWEEN, context)];
  const left = {
    ...one,
    width,
    x: context.direction === "rtl" ? one.x + one.width - width : one.x,
  };
  const right = { ...other, width };
  const lines = setLines(entries, nowhere(left), apart, context);
  const half = halfOf(entries, lines);
  const cells = [
    { frame: left, of: entries.slice(0, half) },
    { frame: right, of: entries.slice(half) },
  ].map((column): FlowCell => {
    const { x } = column.frame;
    const strips = setLines(column.of, column.frame, apart, context).flat();
    return { x, width, flow: flowOf(strips), ends: true };
  });
  return [{ kind: "row", before: 0, padding: { top: 0, bottom: 0 }, cells, least: 1000 }];
}

/** The lines of each entry. */
function setLines(
  entries: readonly Entry[],
  frame: Frame,
  apart: number,
  context: Context,
): Strip[][] {
  const nested = entries.some(({ depth }) => depth > 0);
  return entries.map((entry) => {
    const strips = setEntry(entry, { ...frame, tag: tagIn(frame.tag, "TOCI") }, context);
    for (const strip of strips) strip.height += apart;
    return spaced(strips, nested && entry.depth === 0 ? context.style.gap.chapter : 0);
  });
}

/** How many entries the first column has: as high as the second, and no entry parted from its first below. */
function halfOf(entries: readonly Entry[], lines: readonly Strip[][]): number {
  const heights = lines.map((strips) => heightOf(flowOf(strips)));
  const all = heights.reduce((sum, height) => sum + height, 0);
  let height = 0;
  for (let half = 0; half < entries.length; half++) {
    const parted = (entries[half]?.depth ?? 0) > (entries[half - 1]?.depth ?? 0);
    if (height >= all / 2 && !parted) return half;
    height += heights[half] ?? 0;
  }
  return entries.length;
}

/** The last lines of a list stay together. */
function carried(strips: Strip[]): Strip[] {
  kept(strips.slice(-CARRIED, -1));
  return strips;
}

/** A small grey heading of the writer's own. */
export function setLabelHeading(text: string, frame: Frame, context: Context): Strip[] {
  const tag = tagIn(frame.tag, "H2");
  const look = {
    ...frame,
    tag,
    type: context.style.type.section,
    color: context.style.color.grey,
    bold: true,
  };
  const strips = unowned(setText(plainText(text), look, context));
  return spaced(kept(strips), context.style.gap.heading + 4, 4);
}
