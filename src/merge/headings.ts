import { sameText } from "../match/likeness.js";
import type { Matching } from "../match/matching.js";
import type { Node } from "../match/tree.js";
import { labelled } from "../model/level-label.js";

/**
 * A level's heading in Word is made of its label and its title. Whoever edits it there, and not the
 * facts, means these: "2 · Engineer" with another title is another title.
 */
export function redirectHeadings({ to }: Matching): void {
  for (const [base, theirs] of to) {
    if (base.kind !== "shown" || base.form !== "heading" || sameText(base.rich, theirs.rich))
      continue;
    const facts = base.parent ? factsOf(base.parent, to) : null;
    if (facts && redirect(theirs, facts)) theirs.rich = base.rich;
  }
}

interface Facts {
  label: [Node, Node] | undefined;
  title: [Node, Node] | undefined;
}

function factsOf(level: Node, to: ReadonlyMap<Node, Node>): Facts {
  const fact = (role: string): [Node, Node] | undefined => {
    const base = level.children.find(
      ({ kind, of }) => kind === "attribute" && "role" in of && of.role === role,
    );
    const theirs = base && to.get(base);
    return base && theirs ? [base, theirs] : undefined;
  };
  return { label: fact("label"), title: fact("title") };
}

/** What the heading makes of a title: "L1 · Engineer" may be that of "L1 – Engineer". */
function titleOf(told: readonly string[], title: [Node, Node] | undefined): string {
  const [label = "", ...rest] = told;
  const before = labelled(title?.[0].rich?.text ?? "");
  return before && before.title !== "" && rest.length > 0
    ? label + before.between + rest.join(" · ")
    : told.join(" · ");
}

/** True where the heading's words went to the facts. */
function redirect(theirs: Node, { label, title }: Facts): boolean {
  const told = (theirs.rich?.text ?? "").split(" · ");
  const [first = "", ...rest] = told;
  const values = label && title ? [first, rest.join(" · ")] : [titleOf(told, title)];
  const slots = [label, title].filter((slot) => slot !== undefined);
  if (slots.length !== values.length || values.some((value) => value.trim() === "")) return false;
  return slots.every(([old, now], index) => {
    const value = values[index] as string;
    const before = old.rich?.text ?? "";
    if (value === before || value === now.rich?.text) return true;
    // The fact was edited too, and says something else.
    if (!sameText(old.rich, now.rich) || old.rich?.spans) return false;
    now.rich = { text: value };
    return true;
  });
}
