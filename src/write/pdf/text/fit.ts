import type { Fonts } from "../font/fonts.js";
import type { Atom } from "./atoms.js";
import { fillLines, joined, roomOf, unitsOf, widthOf } from "./lines.js";

/** How lines share the words of a text: evenly (a title's), or with a last line that ends where it will. */
export type Fit = "even" | "ragged";

/** Of a long text, only so many lines at its end are weighed; those above are full. */
const WEIGHED = 12;
/** A last line shorter than this part of the others looks lost; one of a single word, sooner. */
const SHORT = 0.2;
const ALONE = 1 / 3;
/** What a last line of no width costs: as much as another line that is half empty. */
const LOST = 0.25;

/** Unbroken stretches of a text, from left to right: where each begins, and where a line that ends in it does. */
interface Units {
  atoms: Atom[][];
  begins: number[];
  ends: number[];
  width: number;
}

/** Lines as few as if each were full, of which none is much shorter than it has to be. */
export function fitLines(
  atoms: readonly Atom[],
  width: number,
  fonts: Fonts,
  fit: Fit = "ragged",
): Atom[][] {
  if (widthOf(atoms) <= width) return atoms.length > 0 ? [joined(atoms)] : [];
  const all = unitsOf(atoms);
  const units = measured(fit === "even" ? tied(all, width, fonts) : all, width, fonts);
  const cut = units.ends.some((end, index) => end - (units.begins[index] ?? 0) > width);
  if (cut || units.ends[0] === 0) return fillLines(atoms, width, fonts);
  const starts = fitted(units, fit);
  return starts.map((start, index) => joined(units.atoms.slice(start, starts[index + 1]).flat()));
}

/** A number or letter at a title's end belongs to the word before it: "Engineer II". */
const NUMBER = /^\s*(?:[IVXLC]+|[\p{L}\p{N}]{1,2})\s*$/u;

function tied(units: Atom[][], width: number, fonts: Fonts): Atom[][] {
  const [before, last] = units.slice(-2);
  if (!before || !last || !NUMBER.test(last.map(({ text }) => text).join(""))) return units;
  const both = [...before, ...last];
  return roomOf(both, fonts) > width ? units : [...units.slice(0, -2), both];
}

function measured(atoms: Atom[][], width: number, fonts: Fonts): Units {
  const begins: number[] = [];
  const ends: number[] = [];
  let x = 0;
  for (const unit of atoms) {
    begins.push(x);
    ends.push(x + roomOf(unit, fonts));
    x += widthOf(unit);
  }
  return { atoms, begins, ends, width };
}

/** The first unit of each line: the cheapest way to fill as many lines as full ones take. */
function fitted(units: Units, fit: Fit): number[] {
  const full = fromStart(units);
  const free = Math.max(0, full.length - WEIGHED);
  const earliest = fromEnd(units, full.length);
  const fixed = full[free] ?? 0;
  let ways: Way[] = [{ start: fixed, cost: 0, before: null }];
  for (let line = free + 1; line < full.length; line++)
    ways = waysTo(Math.max(fixed + 1, earliest[line] ?? 0), full[line] ?? 0, ways, units);
  let best: Way | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const way of ways) {
    const cost = way.cost + lastCost(units, way.start, fit);
    if (cost < least) [best, least] = [way, cost];
  }
  const starts: number[] = [];
  for (; best; best = best.before) starts.unshift(best.start);
  return [...full.slice(0, free), ...starts];
}

/** A way to fill the lines above one that begins with the unit `start`. */
interface Way {
  start: number;
  cost: number;
  before: Way | null;
}

/** The best way to each start from the earliest to the latest at which the lines below have room. */
function waysTo(earliest: number, latest: number, above: readonly Way[], units: Units): Way[] {
  const ways: Way[] = [];
  for (let start = Math.min(earliest, latest); start <= latest; start++) {
    let way: Way | null = null;
    for (const before of above) {
      if (before.start >= start) break;
      const part = slackOf(units, before.start, start - 1);
      const cost = before.cost + part * part;
      if (part >= 0 && (!way || cost <= way.cost)) way = { start, cost, before };
    }
    if (way) ways.push(way);
  }
  return ways;
}

/** The part of a line from one unit to another that is empty; below 0 where they don't fit. */
const slackOf = ({ begins, ends, width }: Units, first: number, last: number): number =>
  1 - ((ends[last] ?? 0) - (begins[first] ?? 0)) / width;

function lastCost(units: Units, start: number, fit: Fit): number {
  const last = units.ends.length - 1;
  const slack = slackOf(units, start, last);
  if (slack < 0) return Number.POSITIVE_INFINITY;
  if (fit === "even") return slack * slack;
  return LOST * Math.max(0, 1 - (1 - slack) / (start === last ? ALONE : SHORT));
}

/** The first unit of each line where all are as full as can be. */
function fromStart({ begins, ends, width }: Units): number[] {
  const starts = [0];
  ends.forEach((end, index) => {
    const start = starts.at(-1) ?? 0;
    if (index > start && end - (begins[start] ?? 0) > width) starts.push(index);
  });
  return starts;
}

/** The first unit of each of so many lines where the last are as full as can be. */
function fromEnd({ begins, ends, width }: Units, lines: number): number[] {
  const starts: number[] = [];
  let end = ends.length - 1;
  for (let line = lines - 1; line > 0; line--) {
    let start = end;
    while (start > 0 && (ends[end] ?? 0) - (begins[start - 1] ?? 0) <= width) start--;
    starts[line] = start;
    end = start - 1;
  }
  starts[0] = 0;
  return starts;
}
