import { commonPairs, type Pair } from "../match/common.js";
import { longestRising } from "../match/staying.js";
import type { Partners } from "./partners.js";

/** What stands at one place: on both sides, or only on one. */
export interface Aligned<T> {
  before: T | null;
  after: T | null;
}

/** By what two things are taken for one where nothing better is known; null: by nothing. */
export type Key<T> = (each: T) => string | null;

/** More edits than this are not looked for between two neighbours. */
const MAX_EDITS = 2000;

/**
 * Puts two sequences beside each other: partners that stand in the same order on both sides, and
 * between them what has the same key, by the first of the keys first. What is gone comes before what
 * is new.
 */
export function align<T extends object>(
  before: readonly T[],
  after: readonly T[],
  partners: Partners,
  keys: readonly Key<T>[],
): Aligned<T>[] {
  const places = new Map(after.map((each, index) => [each as object, index]));
  const pairs = before.flatMap((each, a) => {
    const b = places.get(partners.get(each) ?? each);
    return b === undefined ? [] : [{ a, b }];
  });
  const staying = longestRising(pairs.map(({ b }) => b)).map((at) => pairs[at] as Pair);
  const all = keys.reduce((found, key) => withKey(before, after, found, key), staying);
  return [...stretches(before, after, all)].flatMap(({ old, now, pair }) => [
    ...old.map((each) => ({ before: each, after: null })),
    ...now.map((each) => ({ before: null, after: each })),
    ...(pair ? [{ before: before[pair.a] as T, after: after[pair.b] as T }] : []),
  ]);
}

/** Nothing is the same as what has no key. */
const isSameKey = (a: string | null, b: string | null): boolean => a !== null && a === b;

function withKey<T>(
  before: readonly T[],
  after: readonly T[],
  pairs: readonly Pair[],
  keyOf: Key<T>,
): Pair[] {
  const found: Pair[] = [];
  for (const { old, now, from, pair } of stretches(before, after, pairs)) {
    const [left, right] = [old.map(keyOf), now.map(keyOf)];
    for (const { a, b } of left.length > 0 && right.length > 0
      ? commonPairs(left, right, isSameKey, MAX_EDITS)
      : [])
      found.push({ a: from.a + a, b: from.b + b });
    if (pair) found.push(pair);
  }
  return found;
}

/** What stands before each pair, and behind the last. */
function* stretches<T>(
  before: readonly T[],
  after: readonly T[],
  pairs: readonly Pair[],
): Generator<{ old: readonly T[]; now: readonly T[]; from: Pair; pair: Pair | null }> {
  let from: Pair = { a: 0, b: 0 };
  for (const pair of pairs) {
    const [old, now] = [before.slice(from.a, pair.a), after.slice(from.b, pair.b)];
    yield { old, now, from, pair };
    from = { a: pair.a + 1, b: pair.b + 1 };
  }
  yield { old: before.slice(from.a), now: after.slice(from.b), from, pair: null };
}
