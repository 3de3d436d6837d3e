import { commonPairs } from "../common.js";
import type { Matcher } from "../matcher.js";
import type { Node } from "../tree.js";
import { fillGap } from "./gap.js";

/** More edits than this between the children of two nodes are not looked for. */
const MAX_EDITS = 1000;

/** What two nodes have in common that are the same by their own words. */
const likeKey = ({ kind, form, rich }: Node): string =>
  `${kind}\n${form}\n${rich ? `= ${rich.text}` : ""}`;

/** Below two that are one, what stands in the same order between the same neighbours. */
export function byOrder(matcher: Matcher, what: "same" | "alike"): void {
  const waiting: Node[] = [matcher.base];
  for (let a = waiting.pop(); a; a = waiting.pop()) {
    const b = matcher.to.get(a);
    const gaps = b ? gapsOf(matcher, a.children, b.children) : [];
    if (b && what === "alike" && gaps.length > 0)
      for (const [some, others] of [...gaps, [a.children, b.children] as const])
        fillGap(matcher, some, others);
    waiting.push(...a.children);
  }
}

/** The stretches between what is alike, each with what stands in its place. */
function gapsOf(
  matcher: Matcher,
  left: readonly Node[],
  right: readonly Node[],
): [Node[], Node[]][] {
  const same = (a: Node, b: Node): boolean =>
    matcher.to.has(a) || matcher.from.has(b)
      ? matcher.to.get(a) === b
      : a.kind === b.kind &&
        a.form === b.form &&
        a.rich?.text === b.rich?.text &&
        (a.kind !== "level" || matcher.believes(a, b));
  const [from, to] = ends(matcher, left, right, same);
  if (from === left.length && from === right.length) return [];
  const some = left.slice(from, left.length - to);
  const others = right.slice(from, right.length - to);
  const gaps: [Node[], Node[]][] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of common(matcher, some, others, same)) {
    const [atA, atB] = [some.indexOf(a, i), others.indexOf(b, j)];
    matcher.pair(a, b);
    gaps.push([some.slice(i, atA), others.slice(j, atB)]);
    [i, j] = [atA + 1, atB + 1];
  }
  return [...gaps, [some.slice(i), others.slice(j)]];
}

/**
 * What is the same in both lists and in the same order, as pairs. What has no like in the other list is
 * left out beforehand: the time for the rest grows with the square of what differs.
 */
function common(
  matcher: Matcher,
  left: readonly Node[],
  right: readonly Node[],
  same: (a: Node, b: Node) => boolean,
): [Node, Node][] {
  const inLeft = new Set(left.map((node) => matcher.to.get(node) ?? likeKey(node)));
  const inRight = new Set(right.map((node) => (matcher.from.has(node) ? node : likeKey(node))));
  const some = left.filter((node) => inRight.has(matcher.to.get(node) ?? likeKey(node)));
  const others = right.filter((node) => inLeft.has(matcher.from.has(node) ? node : likeKey(node)));
  return commonPairs(some, others, same, MAX_EDITS).map(({ a, b }) => [
    some[a] as Node,
    others[b] as Node,
  ]);
}

/** Pairs what is the same at both ends of two lists; how many that are at the start, and at the end. */
function ends(
  matcher: Matcher,
  left: readonly Node[],
  right: readonly Node[],
  same: (a: Node, b: Node) => boolean,
): [start: number, end: number] {
  const most = Math.min(left.length, right.length);
  let start = 0;
  while (start < most && same(left[start] as Node, right[start] as Node)) {
    matcher.pair(left[start], right[start]);
    start++;
  }
  let end = 0;
  while (end < most - start && same(left.at(-1 - end) as Node, right.at(-1 - end) as Node)) {
    matcher.pair(left.at(-1 - end), right.at(-1 - end));
    end++;
  }
  return [start, end];
}
