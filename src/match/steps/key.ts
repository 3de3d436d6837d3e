import { once } from "../keys.js";
import type { Matcher } from "../matcher.js";
import { type Node, nodesBelow } from "../tree.js";

/** Nodes with a key that no other node of either tree has. */
export function byKey(
  matcher: Matcher,
  keyOf: (node: Node) => string | null,
  isLikely: (a: Node, b: Node) => boolean = () => true,
): void {
  const free = (nodes: Iterable<Node>, taken: ReadonlyMap<Node, Node>) =>
    [...nodes].filter((node) => !taken.has(node));
  const left = once(free(nodesBelow(matcher.base), matcher.to), keyOf);
  const right = once(free(nodesBelow(matcher.other), matcher.from), keyOf);
  for (const [key, a] of left) {
    const b = right.get(key);
    if (b && isLikely(a, b)) matcher.link(a, b);
  }
}
