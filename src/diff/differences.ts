import type { Matching } from "../match/matching.js";
import { stayingOf } from "../match/staying.js";
import type { Node } from "../match/tree.js";
import type { ChangeKind } from "./change.js";
import { ownChanges } from "./own.js";

/** A node of which something became. */
export interface Difference {
  kinds: ChangeKind[];
  /** In the first tree; null: it is added. */
  a: Node | null;
  /** In the second tree; null: it is removed. */
  b: Node | null;
}

/** The differences between two matched trees, in the order of the second. */
export function* differences(a: Node, b: Node, matching: Matching): Generator<Difference> {
  if (isInOrder(a, b, matching)) {
    for (const [index, child] of b.children.entries())
      yield* kept(a.children[index] as Node, child, true, matching);
  } else yield* reordered(a, b, matching);
}

/** Most children of most nodes. */
const isInOrder = (a: Node, b: Node, { to }: Matching): boolean =>
  a.children.length === b.children.length &&
  a.children.every((child, index) => to.get(child) === b.children[index]);

function* reordered(a: Node, b: Node, matching: Matching): Generator<Difference> {
  const staying = stayingOf(b, matching);
  const indices = new Map(a.children.map((child, index) => [child, index]));
  const indexOf = (node: Node) => indices.get(node) ?? 0;
  const gone = a.children.filter((child) => !matching.to.has(child));
  // What is gone is told where it stood: before the next that stays, or what has come in its place.
  let at = 0;
  function* goneUpTo(index: number): Generator<Difference> {
    for (; gone[0] && indexOf(gone[0]) < index; gone.shift()) yield removed(gone[0]);
    at = Math.max(at, index);
  }
  for (const child of b.children) {
    const base = matching.from.get(child);
    if (base && staying.has(child)) yield* goneUpTo(indexOf(base) + 1);
    else if (gone[0] && indexOf(gone[0]) === at) yield* goneUpTo(at + 1);
    if (base) yield* kept(base, child, staying.has(child), matching);
    else yield* added(child, matching);
  }
  yield* goneUpTo(a.children.length);
}

const removed = (a: Node): Difference => ({ kinds: ["removed"], a, b: null });

function* kept(a: Node, b: Node, stays: boolean, matching: Matching): Generator<Difference> {
  const kinds: ChangeKind[] = [...(stays ? [] : ["moved" as const]), ...ownChanges(a, b)];
  if (kinds.length > 0) yield { kinds, a, b };
  yield* differences(a, b, matching);
}

function* added(b: Node, matching: Matching): Generator<Difference> {
  yield { kinds: ["added"], a: null, b };
  yield* movedInto(b, matching);
}

/** What a new node holds that is not new. */
function* movedInto(b: Node, matching: Matching): Generator<Difference> {
  for (const child of b.children) {
    const base = matching.from.get(child);
    if (base) yield* kept(base, child, false, matching);
    else yield* movedInto(child, matching);
  }
}
