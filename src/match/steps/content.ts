import type { Matcher } from "../matcher.js";
import { type Node, nodesBelow } from "../tree.js";

/** Where a container is looked for, and how much of what it held has to be there. */
export type Reach = "home" | "most" | "any";

/**
 * A container is the one that holds most of what it held. A list is rather the one in the same section
 * ("home") than the one that some of its items were moved to: what is found at home may tell of more
 * there. Where nothing is found at home, one that is mostly the same ("most") has moved; one that just
 * shares something ("any") is it only where nothing else is left.
 */
export function byContent(matcher: Matcher, upwards: Containers, reach: Reach): void {
  let known: number;
  do {
    known = matcher.to.size;
    for (const nodes of upwards) byVotes(matcher, nodes, reach);
  } while (reach === "home" && matcher.to.size > known);
}

/** Nodes that hold others, those first that hold no such node. */
export type Containers = readonly (readonly Node[])[];

/** The containers of the first tree that are not found yet. */
export function containersOf({ base, to }: Matcher): Containers {
  const containers = [...nodesBelow(base)].filter(
    (node) => node.children.length > 0 && !to.has(node),
  );
  return [...byHeight(containers)].sort(([x], [y]) => x - y).map(([, nodes]) => nodes);
}

/** Nodes by how many are below each other in them: what holds others is found by those. */
function byHeight(nodes: readonly Node[]): Map<number, Node[]> {
  const heights = new Map<Node, number>();
  const groups = new Map<number, Node[]>();
  for (const node of [...nodes].reverse()) {
    const height =
      node.children.reduce((most, child) => Math.max(most, heights.get(child) ?? 0), 0) + 1;
    heights.set(node, height);
    const group = groups.get(height);
    if (group) group.push(node);
    else groups.set(height, [node]);
  }
  return groups;
}

/** Of two that hold something of one container, the one that holds more of it is that container. */
function byVotes(matcher: Matcher, nodes: readonly Node[], reach: Reach): void {
  const pairs = nodes.flatMap((a) =>
    [...votesOf(matcher, a)].flatMap(([b, votes]) =>
      isInReach(matcher, a, b, votes, reach) ? [{ a, b, votes }] : [],
    ),
  );
  pairs.sort((x, y) => y.votes - x.votes);
  for (const { a, b } of pairs) matcher.pair(a, b);
}

/** How many of the nodes in a container are now in which other one. */
function votesOf(matcher: Matcher, a: Node): Map<Node, number> {
  const votes = new Map<Node, number>();
  if (matcher.to.has(a)) return votes;
  for (const child of a.children) {
    const parent = matcher.to.get(child)?.parent;
    if (!parent || parent.kind !== a.kind || matcher.from.has(parent)) continue;
    const same = a.rich !== null && a.rich.text === parent.rich?.text ? 1.5 : 1;
    votes.set(parent, (votes.get(parent) ?? 0) + same);
  }
  return votes;
}

function isInReach(matcher: Matcher, a: Node, b: Node, votes: number, reach: Reach): boolean {
  if (reach === "home") return b.parent === (a.parent && matcher.to.get(a.parent));
  return reach === "any" || 4 * votes > a.children.length + b.children.length;
}
