import type { Place } from "../../model/ladder.js";
import type { Stranger } from "./align.js";
import type { Entry } from "./entry.js";

/** One difference between what a PDF shows and what its ladder says. */
export interface ShownDifference {
  /** "SE 2 › Communication › 3"; of a text that is too much: what it stands behind. */
  path: string;
  /** 1-based; of a missing text: where it should be. */
  page: number;
  /** What the page shows; null: nothing. */
  found: string | null;
  /** What it should show; null: nothing. */
  expected: string | null;
  /** The same words, in another place. */
  moved: boolean;
  /** Where the source says it, or what it stands behind. */
  place: Place | undefined;
}

/** Tells what was not found, and what was found instead. */
export function tellDifferences(
  entries: readonly Entry[],
  strangers: readonly Stranger[],
): ShownDifference[] {
  const missing = entries.filter(
    ({ state, optional, used }) => state !== "done" && !(optional && used === 0),
  );
  const moved = pairMoved(missing, strangers);
  const lost = missing.filter((entry) => !moved.has(entry));
  const elsewhere = new Set(moved.values());
  const left = strangers.filter((each) => !elsewhere.has(each));
  const changed = pairChanged(lost, left);
  const taken = new Set(changed.values());
  return [
    ...missing.map((entry) => {
      const other = moved.get(entry) ?? changed.get(entry);
      return { at: entry.index, told: differenceOf(entry, other, moved.has(entry), entries) };
    }),
    ...left
      .filter((each) => !taken.has(each))
      .map((each) => ({ at: each.at, told: addition(each, entries) })),
  ]
    .sort((a, b) => a.at - b.at)
    .map(({ told }) => told);
}

/** Texts that stand elsewhere with the same words. */
function pairMoved(
  missing: readonly Entry[],
  strangers: readonly Stranger[],
): Map<Entry, Stranger> {
  const byKey = new Map<string, Stranger[]>();
  for (const each of strangers)
    for (const key of new Set([each.piece.key, each.piece.letters]))
      byKey.set(key, [...(byKey.get(key) ?? []), each]);
  const pairs = new Map<Entry, Stranger>();
  const used = new Set<Stranger>();
  for (const entry of missing) {
    const same = entry.keys.flatMap((key) => byKey.get(key) ?? []);
    const found = same.find((each) => !used.has(each));
    if (!found) continue;
    used.add(found);
    pairs.set(entry, found);
  }
  return pairs;
}

/** Gives missing texts the strange ones that stand where they should. */
function pairChanged(
  missing: readonly Entry[],
  strangers: readonly Stranger[],
): Map<Entry, Stranger> {
  const pairs = new Map<Entry, Stranger>();
  const queue = [...strangers];
  for (const run of runsOf(missing)) {
    const [first, last] = [run[0]?.index ?? 0, run.at(-1)?.index ?? 0];
    const here = queue.filter(({ at }) => at >= first && at <= last);
    for (const [entry, stranger] of pairUp(run, here)) pairs.set(entry, stranger);
  }
  return pairs;
}

/** Neighbours among missing texts. */
function runsOf(missing: readonly Entry[]): Entry[][] {
  const runs: Entry[][] = [];
  for (const entry of missing) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.index === entry.index - 1) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/** In order where there are as many of each; else those that are alike. */
function pairUp(entries: readonly Entry[], strangers: readonly Stranger[]): [Entry, Stranger][] {
  if (entries.length === strangers.length)
    return entries.map((entry, index) => [entry, strangers[index] as Stranger]);
  const left = [...strangers];
  return entries.flatMap((entry): [Entry, Stranger][] => {
    const alike = left.map((each) => likeness(entry, each));
    const best = Math.max(0, ...alike);
    if (best < ALIKE) return [];
    const [found] = left.splice(0, alike.indexOf(best) + 1).slice(-1);
    return found ? [[entry, found]] : [];
  });
}

/** Texts with this share of their beginnings and ends in common are one text, changed. */
const ALIKE = 0.3;

function likeness(entry: Entry, { piece }: Stranger): number {
  const whole = entry.keys[0] ?? "";
  const [a, b] = [whole.slice(entry.used), entry.lettersOnly ? piece.letters : piece.key];
  const longest = Math.max(a.length, b.length, 1);
  const before = common(a, b);
  const [x, y] = [a.slice(before), b.slice(before)];
  const after = common([...x].reverse().join(""), [...y].reverse().join(""));
  return (before + after) / longest;
}

function common(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function differenceOf(
  entry: Entry,
  other: Stranger | undefined,
  moved: boolean,
  entries: readonly Entry[],
): ShownDifference {
  const found = `${moved ? "" : entry.found}${other?.piece.text ?? ""}`;
  return {
    path: entry.path,
    page: other?.piece.page ?? entry.page ?? pageBefore(entry.index, entries),
    found: found === "" ? null : tidy(found),
    expected: tidy(entry.text),
    moved,
    place: entry.place,
  };
}

function addition({ piece, at }: Stranger, entries: readonly Entry[]): ShownDifference {
  const before = lastFound(at, entries);
  const path = before?.path ?? "";
  const place = before?.place;
  return { path, page: piece.page, found: tidy(piece.text), expected: null, moved: false, place };
}

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

const pageBefore = (index: number, entries: readonly Entry[]): number =>
  lastFound(index, entries)?.page ?? 1;

/** The nearest text before this one that was found. */
function lastFound(index: number, entries: readonly Entry[]): Entry | undefined {
  let at = Math.min(index, entries.length) - 1;
  while (at >= 0 && entries[at]?.page === null) at--;
  return entries[at];
}
