import type { Matching } from "./matching.js";
import type { Node } from "./tree.js";

/**
 * The children that stand where they stood: below the same parent, and in the same order as most of
 * the others (the longest rising sequence of their old places). All others are moved, or new.
 */
export function stayingOf(parent: Node, { from }: Matching): ReadonlySet<Node> {
  const home = from.get(parent);
  const places = new Map(home?.children.map((child, index) => [child, index]));
  const children = parent.children.flatMap((child) => {
    const base = from.get(child);
    const at = base && places.get(base);
    return at === undefined ? [] : [{ child, at }];
  });
  return new Set(
    longestRising(children.map(({ at }) => at)).map(
      (index) => (children[index] as { child: Node }).child,
    ),
  );
}

/** The indices of the longest sequence of rising numbers (Schensted, 1961). */
export function longestRising(numbers: readonly number[]): number[] {
  const ends: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const rising: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rising.push(at);
  return rising.reverse();
}
