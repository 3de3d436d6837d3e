import type { Node } from "../../match/tree.js";
import type { Change } from "../change.js";
import type { Plan } from "../plan.js";
import { Places } from "./places.js";
import { mergeRemovals } from "./removals.js";
import { type Favour, type Sides, State } from "./state.js";
import { mergeTexts } from "./texts.js";

export type { Favour, Sides } from "./state.js";

/**
 * A three-way merge: what was done to the base in the edited file is done to the post. A change to
 * a place where the post has changed too is a conflict; one that the post has already is no change.
 * Changes to the nodes of `unplaced` (of the edited file, or removed from the base) are left out: there
 * is no way to write them, for the reason given.
 */
export function threeWay(
  sides: Sides,
  favour: Favour,
  unplaced: ReadonlyMap<Node, string>,
): { plan: Plan; changes: Change[] } {
  const state = new State(sides, favour, unplaced);
  mergeTexts(state);
  // What moves out of a node that is gone is saved before that goes.
  new Places(state).below(sides.theirs);
  mergeRemovals(sides.base, state);
  return { plan: state.plan, changes: state.changes };
}
