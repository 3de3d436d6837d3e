import type { Matcher } from "../matcher.js";
import { type Node, nodesBelow } from "../tree.js";

/**
 * A container is the one that holds most of what it held. A list is rather the one in the same section
 * than the one that some of its items were moved to: what is found at home may tell of more there.
 */
export function byContent(matcher: Matcher): void {
  const containers = [...nodesBelow(matcher.base)].reverse();
  let known: number;
  do {
    known = matcher.to.size;
    for (const node of containers) byVotes(matcher, node, "home");
  } while (matcher.to.size > known);
  for (const node of containers) byVotes(matcher, node, "anywhere");
}

function byVotes(matcher: Matcher, a: Node, where: "home" | "anywhere"): void {
  if (matcher.to.has(a) || a.children.length === 0) return;
  const home = a.parent && matcher.to.get(a.parent);
  const votes = new Map<Node, number>();
  for (const child of a.children) {
    const parent = matcher.to.get(child)?.parent;
    if (!parent || parent.kind !== a.kind || matcher.from.has(parent)) continue;
    if (where === "home" && parent.parent !== home) continue;
    const same = a.rich !== null && a.rich.text === parent.rich?.text ? 1.5 : 1;
    votes.set(parent, (votes.get(parent) ?? 0) + same);
  }
  const [best] = [...votes].sort((x, y) => y[1] - x[1]);
  if (best) matcher.link(a, best[0]);
}
