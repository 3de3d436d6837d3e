import type { Node } from "../match/tree.js";
import type { RichText } from "../model/ladder.js";

/**
 * What the post is to become: its own tree, with what is to change. A node of the post stands under
 * its new parent when it is moved; one without `ours` is new.
 */
export interface Plan {
  kind: Node["kind"];
  rich: RichText | null;
  form: string;
  children: Plan[];
  parent: Plan | null;
  /** The node in the post; null where it is new. */
  ours: Node | null;
  /** The node in the edited file that it was made of, where it is new. */
  theirs: Node | null;
}

/** The plan that changes nothing, and the plan of each node. */
export function planOf(ours: Node): { plan: Plan; of: Map<Node, Plan> } {
  const of = new Map<Node, Plan>();
  const make = (node: Node, parent: Plan | null): Plan => {
    const { kind, rich, form } = node;
    const plan: Plan = { kind, rich, form, children: [], parent, ours: node, theirs: null };
    of.set(node, plan);
    plan.children = node.children.map((child) => make(child, plan));
    return plan;
  };
  return { plan: make(ours, null), of };
}

/** A new node, without what it holds. */
export const newPlan = (theirs: Node): Plan => {
  const { kind, rich, form } = theirs;
  return { kind, rich, form, children: [], parent: null, ours: null, theirs };
};

/** Puts a plan below another, at an index; from where it was, it is taken away. */
export function place(plan: Plan, parent: Plan, index: number): void {
  const from = plan.parent;
  const old = from ? from.children.indexOf(plan) : -1;
  if (from && old >= 0) from.children.splice(old, 1);
  const shifted = from === parent && old >= 0 && old < index ? index - 1 : index;
  parent.children.splice(shifted, 0, plan);
  plan.parent = parent;
}

/** Takes a plan, and what it holds, away. */
export function remove(plan: Plan): void {
  const siblings = plan.parent?.children ?? [];
  const at = siblings.indexOf(plan);
  if (at >= 0) siblings.splice(at, 1);
  plan.parent = null;
}

/** Every plan below one, itself first. */
export function* plansBelow(plan: Plan): Generator<Plan> {
  yield plan;
  for (const child of plan.children) yield* plansBelow(child);
}
