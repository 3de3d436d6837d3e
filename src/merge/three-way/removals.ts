import { sameText } from "../../match/likeness.js";
import type { Node } from "../../match/tree.js";
import { type Plan, plansBelow, remove } from "../plan.js";
import { type State, WHY, WRITABLE } from "./state.js";

const REMOVABLE: ReadonlySet<string> = new Set([...WRITABLE, "code", "quote", "table", "track"]);

/** Takes away what the edited file no longer has. */
export function mergeRemovals(base: Node, state: State): void {
  for (const child of base.children)
    if (state.sides.inTheirs.to.has(child)) mergeRemovals(child, state);
    else {
      if (child.kind === "list") removeList(child, state);
      else removeNode(child, state);
      mergeSaved(child, state);
    }
}

/** What was moved out of a node that is gone may have lost something itself. */
function mergeSaved(gone: Node, state: State): void {
  for (const child of gone.children)
    if (state.sides.inTheirs.to.has(child)) mergeRemovals(child, state);
    else mergeSaved(child, state);
}

/** A list has no words of its own: it goes when all its items are gone. */
function removeList(base: Node, state: State): void {
  for (const child of base.children)
    if (!state.sides.inTheirs.to.has(child)) removeNode(child, state);
  const plan = state.planOf(state.oursOf(base));
  if (plan && plan.children.length === 0) remove(plan);
}

function removeNode(base: Node, state: State): void {
  const ours = state.oursOf(base);
  const nodes = { base, theirs: null, ours };
  const plan = state.planOf(ours);
  const why = state.unplaced.get(base) ?? unwritable(base);
  if (why !== undefined) state.tell("removed", "unplaced", nodes, why);
  else if (!plan) state.tell("removed", "already", nodes);
  else if (isUntouched(plan, state) || state.favour === "theirs") {
    remove(plan);
    state.tell("removed", "made", nodes);
  } else state.stuck("removed", nodes);
}

function unwritable({ kind }: Node): string | undefined {
  if (kind === "shown") return WHY.shown;
  return REMOVABLE.has(kind) ? undefined : WHY.kind;
}

/** True where the post says of a node, and of all that it holds, what the base said. */
function isUntouched(plan: Plan, { sides: { inOurs, inTheirs } }: State): boolean {
  for (const { ours } of plansBelow(plan)) {
    const base = ours && inOurs.from.get(ours);
    const isOld = base && !inTheirs.to.has(base) && sameText(base.rich, ours.rich);
    if (!isOld && base?.kind !== "shown") return false;
  }
  return true;
}
