import { sameText } from "../../match/likeness.js";
import { type Node, nodesBelow } from "../../match/tree.js";
import { type State, WHY } from "./state.js";
import { hasNewImage } from "./words.js";

/** Kinds of which a change is told though it is none of words. */
const FORMED: ReadonlySet<string> = new Set(["heading", "item", "code", "attribute"]);

/** Gives the nodes that are in all three trees the words of the edited file. */
export function mergeTexts(state: State): void {
  const { base: root, inTheirs } = state.sides;
  for (const base of nodesBelow(root)) {
    const theirs = inTheirs.to.get(base);
    if (!theirs) continue;
    if (!sameText(base.rich, theirs.rich)) mergeText(base, theirs, state);
    if (base.form !== theirs.form && FORMED.has(base.kind))
      state.tell(
        "marked",
        "unplaced",
        { base, theirs, ours: state.oursOf(base) },
        whyFormed(theirs),
      );
  }
}

/** The form of a fact is its name. */
const whyFormed = ({ kind, form }: Node): string =>
  kind === "attribute" ? `${WHY.name}: "${form}"` : WHY.form;

function mergeText(base: Node, theirs: Node, state: State): void {
  const ours = state.oursOf(base);
  const nodes = { base, theirs, ours };
  const kind = base.rich?.text === theirs.rich?.text ? "marked" : "reworded";
  const why = state.unplaced.get(theirs) ?? unwritable(base, theirs);
  if (why !== undefined) state.tell(kind, "unplaced", nodes, why);
  else if (!ours) state.stuck(kind, nodes, WHY.gone);
  else if (sameText(ours.rich, theirs.rich)) state.tell(kind, "already", nodes);
  else if (sameText(ours.rich, base.rich) || state.favour === "theirs") {
    const plan = state.planOf(ours);
    if (plan) plan.rich = theirs.rich;
    state.tell(kind, "made", nodes);
  } else state.stuck(kind, nodes);
}

function unwritable(base: Node, theirs: Node): string | undefined {
  if (base.kind === "shown") return WHY.shown;
  return hasNewImage(base, theirs) ? WHY.image : undefined;
}
