import type { Matching } from "../../match/matching.js";
import type { Node } from "../../match/tree.js";
import type { Change, ChangeKind, Outcome } from "../change.js";
import { type Plan, planOf } from "../plan.js";
import { wordsOf } from "./words.js";

/** The three trees of a merge, and which of their nodes are one. */
export interface Sides {
  base: Node;
  theirs: Node;
  ours: Node;
  inTheirs: Matching;
  inOurs: Matching;
}

/** Whose words count where both changed one place; null: neither's, and nothing is written. */
export type Favour = "theirs" | "ours" | null;

/** Why a change can't be made. */
export const WHY = {
  shown: "the post does not say this at one place: it is made of what it says elsewhere",
  image: "an image can't be put into a post from here",
  kind: "a post can't be given this from here",
  name: "what a fact is called can't be changed from here",
  form: "what a text is can't be changed, only its words",
  gone: "the post no longer has what it stands in",
  moved: "the post has moved it elsewhere",
} as const;

/** Kinds that the source of a post can be given anew. */
export const WRITABLE: ReadonlySet<string> = new Set([
  "item",
  "list",
  "paragraph",
  "heading",
  "section",
  "level",
  "rule",
]);

/** What the steps of a merge share: the plan so far, and the changes that there are to tell of. */
export class State {
  readonly plan: Plan;
  readonly changes: Change[] = [];
  /** The plans of nodes that are new in the edited file. */
  readonly added = new Map<Node, Plan>();
  private readonly planOfOurs: ReadonlyMap<Node, Plan>;

  constructor(
    readonly sides: Sides,
    readonly favour: Favour,
    readonly unplaced: ReadonlyMap<Node, string>,
  ) {
    const { plan, of } = planOf(sides.ours);
    this.plan = plan;
    this.planOfOurs = of;
  }

  /** What a node of the base is in the post; null: it is gone. */
  oursOf(base: Node): Node | null {
    return this.sides.inOurs.to.get(base) ?? null;
  }

  /** What a node of the post is in the plan. */
  planOf(ours: Node | null): Plan | null {
    return (ours && this.planOfOurs.get(ours)) ?? null;
  }

  /** What a node of the edited file is in the plan; null: nothing, it is gone from the post. */
  planOfTheirs(theirs: Node): Plan | null {
    const base = this.sides.inTheirs.from.get(theirs);
    const ours = base ? this.oursOf(base) : null;
    return ours ? this.planOf(ours) : (this.added.get(theirs) ?? null);
  }

  tell(kind: ChangeKind, outcome: Outcome, nodes: Change["nodes"], why?: string): void {
    const { base, theirs, ours } = nodes;
    const own = kind === "reworded" || kind === "marked";
    const words = (node: Node | null) => node && (own ? (node.rich?.text ?? "") : wordsOf(node));
    this.changes.push({
      kind,
      outcome,
      path: "",
      before: words(base),
      after: kind === "removed" ? null : words(theirs),
      ...(outcome === "conflict" && { ours: words(ours) }),
      ...(why !== undefined && { why }),
      place: ours?.place,
      nodes,
    });
  }

  /** A change that meets another in the post; where there is nothing left to meet, none can be favoured. */
  stuck(kind: ChangeKind, nodes: Change["nodes"], why?: string): void {
    if (this.favour === null) this.tell(kind, "conflict", nodes, why);
    else if (this.favour === "theirs" && why !== undefined) this.tell(kind, "unplaced", nodes, why);
  }
}
