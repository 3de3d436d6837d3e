import { stayingOf } from "../../match/staying.js";
import type { Node } from "../../match/tree.js";
import type { Change, Outcome } from "../change.js";
import { newPlan, type Plan, place } from "../plan.js";
import { type State, WHY, WRITABLE } from "./state.js";
import { hasNewImage, isSameTree } from "./words.js";

/** Puts what was added or moved where the edited file has it. */
export class Places {
  /** Nodes new in the post that the edited file has as well. */
  private readonly known = new Set<Node>();

  constructor(private readonly state: State) {}

  /** Below a node of the edited file, in its order: each follows what it follows there. */
  below(theirs: Node): void {
    const { state } = this;
    const parent = state.planOfTheirs(theirs);
    const staying = stayingOf(theirs, state.sides.inTheirs);
    let before: Plan | null = null;
    for (const child of theirs.children) {
      const base = state.sides.inTheirs.from.get(child);
      if (!staying.has(child)) {
        const spot = { parent, before, staying };
        if (base) this.move(base, child, spot);
        else this.add(child, spot);
      }
      const own = state.planOfTheirs(child);
      if (own && own.parent === parent) before = own;
      if (own || base) this.below(child);
    }
  }

  private add(theirs: Node, spot: Spot): void {
    const { parent } = spot;
    const { state } = this;
    const nodes = { base: null, theirs, ours: null };
    const above = theirs.parent && state.sides.inTheirs.from.get(theirs.parent);
    // A new level is written with its facts; what is made of them is made anew.
    if (!above && theirs.kind === "shown") return;
    if (!parent) {
      // Below what is gone all is told of at its top.
      if (above) state.stuck("added", nodes, WHY.gone);
      return;
    }
    const why = state.unplaced.get(theirs) ?? this.unwritable(theirs, above);
    const outcome = this.isIn(parent, theirs) ? "already" : why === undefined ? "made" : "unplaced";
    if (outcome === "made") {
      const plan = newPlan(theirs);
      state.added.set(theirs, plan);
      place(plan, parent, this.indexIn(parent, theirs, spot));
    }
    const quiet = this.isPartOfNew(theirs) || theirs.kind === "list";
    if (!quiet || outcome === "unplaced") state.tell("added", outcome, nodes, why);
  }

  private unwritable(theirs: Node, above: Node | null | undefined): string | undefined {
    const isFact = !above && theirs.kind === "attribute";
    if (!isFact && !WRITABLE.has(theirs.kind)) return WHY.kind;
    return hasNewImage(null, theirs) ? WHY.image : undefined;
  }

  /** True for what stands in something that is new itself, and is told of with it. */
  private isPartOfNew({ parent }: Node): boolean {
    if (!parent || this.state.sides.inTheirs.from.has(parent)) return false;
    return parent.kind !== "list" || this.isPartOfNew(parent);
  }

  /** True where the post has, of its own, just what is to be added. */
  private isIn(parent: Plan, theirs: Node): boolean {
    const { sides } = this.state;
    const same = parent.ours?.children.find(
      (node) => !sides.inOurs.from.has(node) && !this.known.has(node) && isSameTree(node, theirs),
    );
    const plan = this.state.planOf(same ?? null);
    if (!same || !plan) return false;
    this.known.add(same);
    this.learn(theirs, plan);
    return true;
  }

  private learn(theirs: Node, plan: Plan): void {
    this.state.added.set(theirs, plan);
    const plans = plan.children.filter(({ kind }) => kind !== "shown");
    const children = theirs.children.filter(({ kind }) => kind !== "shown");
    for (const [index, child] of children.entries()) {
      const own = plans[index];
      if (own) this.learn(child, own);
    }
  }

  private move(base: Node, theirs: Node, spot: Spot): void {
    const { parent, before } = spot;
    const { state } = this;
    const ours = state.oursOf(base);
    const plan = state.planOf(ours);
    const nodes = { base, theirs, ours };
    // A list is moved with its items, which are told of.
    const tell = (outcome: Outcome, why?: string) => {
      if (base.kind !== "list") state.tell("moved", outcome, nodes, why);
    };
    // A cell is what stands in its row and its column: its words may move, it does not.
    const isStuck = base.kind === "cell" || isWithin(parent, plan);
    const why = state.unplaced.get(theirs) ?? (isStuck ? WHY.kind : undefined);
    if (!plan || !parent) {
      if (base.kind !== "list") state.stuck("moved", nodes, WHY.gone);
    } else if (why !== undefined) tell("unplaced", why);
    else if (plan.parent === parent && this.isBehind(plan, before)) tell("already");
    else if (this.movedInPost(nodes, parent) && state.favour !== "theirs") {
      if (state.favour === null) tell("conflict", WHY.moved);
    } else {
      place(plan, parent, this.indexIn(parent, theirs, spot));
      tell("made");
    }
  }

  /** True where the post has put a node elsewhere, and not where the edited file has it. */
  private movedInPost({ base, ours }: Change["nodes"], parent: Plan): boolean {
    const home = base?.parent ? this.state.oursOf(base.parent) : null;
    return ours?.parent !== home && ours?.parent !== parent.ours;
  }

  /** True where nothing but what is new in the post stands between. */
  private isBehind(plan: Plan, before: Plan | null): boolean {
    const siblings = plan.parent?.children ?? [];
    for (let at = siblings.indexOf(plan) - 1; at >= 0; at--) {
      const each = siblings[at];
      if (each === before) return true;
      if (!each?.ours || this.state.sides.inOurs.from.has(each.ours)) return false;
    }
    return before === null;
  }

  /** Behind what it follows; else before what follows it, and stays; else at the end. */
  private indexIn(parent: Plan, theirs: Node, { before, staying }: Spot): number {
    if (before) return parent.children.indexOf(before) + 1;
    const siblings = theirs.parent?.children ?? [];
    const rest = siblings.slice(siblings.indexOf(theirs) + 1);
    // What is moved itself stands where it stood, which is no place to go by.
    for (const next of [...rest.filter((each) => staying.has(each)), ...rest]) {
      const plan = this.state.planOfTheirs(next);
      if (plan?.parent === parent) return parent.children.indexOf(plan);
    }
    return parent.children.length;
  }
}

/** Where something goes: below what, behind what, and which of its siblings there stay. */
interface Spot {
  parent: Plan | null;
  before: Plan | null;
  staying: ReadonlySet<Node>;
}

function isWithin(plan: Plan | null, outer: Plan | null): boolean {
  for (let each = plan; each && outer; each = each.parent) if (each === outer) return true;
  return false;
}
