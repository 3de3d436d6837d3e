import type { Type } from "../../style/style.js";
import { partsOf, unbrokenOf } from "../../text/breaks.js";
import type { Context, Frame } from "../context.js";
import type { Slot } from "../tableGrid.js";

/** The space at the end of a cell. */
export const END = 3;

/** How an overview is set. */
export interface Fit {
  type: Type;
  /** The names of rows stand above their cells, not beside them. */
  above: boolean;
  /** So many columns stand beside each other; the others in bands below. */
  columns: number;
  /** Edges of columns, the first that of the names. */
  edges: number[];
}

/** Fewer columns than this beside each other serve only where a word needs the room. */
const FEWEST = 3;

/**
 * Names beside the cells where each word fits its cell, else above them; smaller type, then bands, where
 * that is not enough. A word is never cut unless it is wider than the page.
 */
export function fitted(slots: Slot[][], columns: number, frame: Frame, context: Context): Fit {
  const all = columns - 1;
  const needs = needsOf(slots, context);
  const ways = [...waysOf(all, needs, frame, context)];
  const last = ways.findLast((way) => way.columns >= Math.min(all, FEWEST)) as Fit;
  return ways.find((way) => holds(way, needs, context)) ?? last;
}

/** The widest word, in points at a size of one: of names, their lines, and of cells by their columns. */
interface Needs {
  name: number;
  line: number;
  cells: Map<number, number>;
}

function needsOf(slots: Slot[][], { fonts }: Context): Needs {
  const widest = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((text) => fonts.width("sansBold", 1, text)));
  const names = slots.flat().filter((slot) => slot.column === 0 && slot.columns === 1);
  const cells = new Map<number, number>();
  for (const slot of slots.flat()) {
    if (slot.column === 0) continue;
    const need = widest(textsOf(slot).flatMap(wordsOf));
    cells.set(slot.columns, Math.max(need, cells.get(slot.columns) ?? 0));
  }
  return {
    name: widest(names.flatMap(textsOf).flatMap(wordsOf)),
    line: widest(names.flatMap(textsOf).flatMap((text) => text.split("\n"))),
    cells,
  };
}

const textsOf = ({ cell }: Slot): string[] =>
  cell.blocks.flatMap((block) => ("text" in block ? [block.text] : []));

const wordsOf = (text: string): string[] => unbrokenOf(text).flatMap(partsOf);

/** Ways to set an overview, the best first. */
function* waysOf(all: number, needs: Needs, frame: Frame, context: Context): Generator<Fit> {
  const { grid, narrow, smallest } = context.style.type;
  let columns = Number.POSITIVE_INFINITY;
  for (let bands = 1; columns > 1; bands++) {
    const each = Math.max(1, Math.ceil(all / bands));
    if (each === columns) continue;
    columns = each;
    for (const type of [grid, narrow])
      for (const head of headsOf(type, needs, frame, context))
        yield { type, above: false, columns, edges: edgesOf(columns, head, frame, context) };
    for (const type of [grid, narrow, smallest])
      yield { type, above: true, columns, edges: edgesOf(columns, 0, frame, context) };
  }
}

/** As wide as the lines of the names; where that leaves too little for the cells, no wider than usual. */
function headsOf({ size }: Type, needs: Needs, frame: Frame, { style }: Context): number[] {
  const { gap, rowHead } = style.grid;
  const heads = [Math.max(60, needs.line * size + gap + 2 * END), rowHead];
  return heads
    .map((head) => Math.min(head, frame.width / 3))
    .filter((head) => needs.name * size + gap + END <= head);
}

/** Edges of columns: the first, which names the rows, is `head` wide, the others are even. */
function edgesOf(columns: number, head: number, frame: Frame, context: Context): number[] {
  const each = (frame.width + context.style.grid.gap - head) / columns;
  const edges = [0, ...Array.from({ length: columns + 1 }, (_, index) => head + each * index)];
  if (head === 0) edges[1] = 0;
  if (context.direction === "ltr") return edges.map((edge) => frame.x + edge);
  return edges.map((edge) => frame.x + frame.width - edge);
}

/** Each word fits its cell. */
function holds({ type, edges, columns }: Fit, { cells }: Needs, { style }: Context): boolean {
  const { gap, padding } = style.grid;
  const each = Math.abs((edges[2] ?? 0) - (edges[1] ?? 0));
  return [...cells].every(
    ([span, need]) => need * type.size <= each * Math.min(span, columns) - gap - padding - END,
  );
}
