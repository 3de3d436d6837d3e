import type { Type } from "../style/style.js";
import { shareWidths, type Wish } from "./columns.js";
import type { Context, Frame } from "./context.js";
import type { Slot } from "./tableGrid.js";
import { widened, wishesOf } from "./wishes.js";

/** How a table fits: in which type, between which edges. */
export interface TableFit {
  frame: Frame;
  /** Left edges of columns; one more than there are columns. */
  edges: number[];
  /** More space at the end of columns. */
  ends: number[];
}

/**
 * The largest type in which each column holds its longest word; null where none does. Words are parted
 * at their hyphens rather than set in the smallest.
 */
export function tableFit(
  slots: Slot[][],
  columns: number,
  around: Frame,
  context: Context,
): TableFit | null {
  const { cell, narrow, smallest } = context.style.type;
  const fits = (wishes: readonly Wish[], level: keyof Wish) => sum(wishes, level) <= around.width;
  const ends = endsOf(slots, columns, context);
  const tries: Try[] = [];
  for (const type of [cell, narrow, smallest]) {
    const frame = tableFrame(around, type, context);
    const latest = { frame, ends, wishes: padded(slots, ends, frame, context) };
    tries.push(latest);
    if (fits(latest.wishes, "whole")) return fitOf(latest, context);
    const parted = type === cell ? undefined : tries.find(({ wishes }) => fits(wishes, "least"));
    if (parted) return fitOf(parted, context);
  }
  return columns === 1 ? fitOf(tries[0] as Try, context) : null;
}

interface Try {
  frame: Frame;
  ends: number[];
  wishes: Wish[];
}

const fitOf = ({ frame, ends, wishes }: Try, context: Context): TableFit => ({
  frame,
  ends,
  edges: place(wishes, frame, context),
});

const sum = (wishes: readonly Wish[], level: keyof Wish): number =>
  wishes.reduce((all, wish) => all + wish[level], 0);

/** Never larger than around the table. */
export function tableFrame(frame: Frame, fit: Type, { style }: Context): Frame {
  const type = fit.size < frame.type.size ? fit : frame.type;
  return { ...frame, type, headings: "card", color: style.color.ink };
}

const padded = (slots: Slot[][], ends: number[], frame: Frame, context: Context): Wish[] =>
  wishesOf(slots, ends.length, frame, context).map((wish, index) =>
    widened(wish, 2 * besideText(frame, context) + (ends[index] ?? 0)),
  );

/** Words at the end of a column do not run into those at the start of the next. */
function endsOf(slots: Slot[][], columns: number, { style, direction }: Context): number[] {
  const aligned = Array.from({ length: columns }, () => "left");
  for (const { cell, column } of slots.flat()) if (cell.align) aligned[column] = cell.align;
  const meet = (index: number) => aligned[index] === "right" && aligned[index + 1] === "left";
  return aligned.map((_, index) => (direction === "ltr" && meet(index) ? style.table.apart : 0));
}

/** The space at both sides of a cell's text: small text has less. */
export const besideText = ({ type }: Frame, { style }: Context): number =>
  type === style.type.smallest ? style.table.padding.narrow : style.table.padding.x;

/** A table of few words is no wider than they need, with some air. */
function place(wishes: readonly Wish[], frame: Frame, context: Context): number[] {
  const airy = sum(wishes, "most") + wishes.length * context.style.table.air;
  const width = Math.min(frame.width, airy);
  const widths = shareWidths(wishes, width);
  if (context.direction === "ltr") return edges(widths, frame.x);
  return edges([...widths].reverse(), frame.x + frame.width - width);
}

function edges(widths: readonly number[], x: number): number[] {
  let edge = x;
  return [x, ...widths.map((width) => (edge += width))];
}
