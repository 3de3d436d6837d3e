import { compose } from "../compose/handbook.js";
import { match } from "../match/index.js";
import { treeOf } from "../match/tree.js";
import type { Ladder } from "../model/ladder.js";
import type { Change } from "./change.js";
import type { Sides } from "./three-way/index.js";

/**
 * The changes without those that follow from others. In a redline, what `compose` shows beside the
 * post's words is tracked as well ("5 levels" that were 4): nobody has to be told that a post can't
 * be given it. `other` is the side of the redline that is not the base.
 */
export function withoutFollowing(
  changes: readonly Change[],
  { base }: Sides,
  other: Ladder | null,
): readonly Change[] {
  if (!other || !changes.some(isShown)) return changes;
  const { to } = match(base, treeOf(compose(other)), new Map(), "sure");
  return changes.filter((change) => {
    const node = change.nodes.base;
    return !isShown(change) || (node && to.get(node)?.rich?.text === node.rich?.text);
  });
}

const isShown = ({ nodes }: Change): boolean => (nodes.base ?? nodes.theirs)?.kind === "shown";
