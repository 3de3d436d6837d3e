import type { Claims } from "../match/matching.js";
import type { Node } from "../match/tree.js";

/**
 * A bullet that is pasted from elsewhere keeps the numbering of its old list, and parts the list it
 * comes into; so does whatever a program renumbers. Lists side by side that were not two before are
 * made one again.
 */
export function fuseLists(node: Node, claims: Claims): void {
  const children: Node[] = [];
  for (const child of node.children) {
    const last = children.at(-1);
    if (last && isOne(last, child, claims)) {
      for (const item of child.children) item.parent = last;
      last.children.push(...child.children);
    } else children.push(child);
  }
  node.children = children;
  for (const child of children) fuseLists(child, claims);
}

function isOne(a: Node, b: Node, claims: Claims): boolean {
  if (a.kind !== "list" || b.kind !== "list" || a.form !== b.form) return false;
  const [left, right] = [homesOf(a, claims), homesOf(b, claims)];
  const were = [...left].some((one) => [...right].some((other) => isBeside(one, other)));
  return !were || [...left].some((each) => right.has(each));
}

/** The lists of the base whose items stand in a list now. */
const homesOf = (list: Node, claims: Claims): Set<Node> =>
  new Set(
    list.children.flatMap((item) => (claims.get(item) ?? []).flatMap(({ parent }) => parent ?? [])),
  );

/** True for two lists of one parent. */
const isBeside = (a: Node, b: Node): boolean => a !== b && a.parent === b.parent;
