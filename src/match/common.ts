import { diffArrays } from "diff";

/** A place in each of two lists. */
export interface Pair {
  a: number;
  b: number;
}

/**
 * The longest sequence that two lists have in common, as the places of what is the same; none where more
 * edits than `most` part the two.
 */
export function commonPairs<T>(
  left: readonly T[],
  right: readonly T[],
  comparator: (a: T, b: T) => boolean,
  most: number,
): Pair[] {
  const pairs: Pair[] = [];
  let [a, b] = [0, 0];
  for (const { added, removed, count } of diffArrays([...left], [...right], {
    comparator,
    maxEditLength: most,
  }) ?? []) {
    if (!added && !removed) for (let at = 0; at < count; at++) pairs.push({ a: a + at, b: b + at });
    if (!added) a += count;
    if (!removed) b += count;
  }
  return pairs;
}
