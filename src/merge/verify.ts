import { sameText } from "../match/likeness.js";
import type { Node } from "../match/tree.js";
import type { Plan } from "./plan.js";

/** What is made anew at every reading is no matter. */
const shown = <T extends { kind: string }>(nodes: readonly T[]): T[] =>
  nodes.filter(({ kind }) => kind !== "shown");

/** The first node of a plan that a tree has otherwise; null where both say the same. */
export function differsAt(plan: Plan, node: Node): Plan | null {
  if (plan.kind !== node.kind || !sameText(plan.rich, node.rich)) return plan;
  if (FORMED.has(plan.kind) && plan.form !== node.form) return plan;
  const [plans, nodes] = [shown(plan.children), shown(node.children)];
  for (const [index, child] of plans.entries()) {
    const other = nodes[index];
    if (!other) return child;
    const differs = differsAt(child, other);
    if (differs) return differs;
  }
  return plans.length === nodes.length ? null : plan;
}

/** Kinds whose form is a name, and not how they look. */
const FORMED: ReadonlySet<string> = new Set(["attribute", "heading", "item", "note", "front"]);
