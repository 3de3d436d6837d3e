import type { Node } from "../match/tree.js";
import type { Difference } from "./differences.js";
import { SHOWN_FROM } from "./tree.js";

/**
 * Differences without those that follow from others: what `compose` makes of facts, of levels and of the
 * overview, the grades that a level holds besides, and lines of front matter whose words are shown.
 */
export function explained(all: readonly Difference[]): Difference[] {
  const nodes = all.map(nodeOf);
  const facts = new Set(
    nodes.flatMap(({ kind, parent }) => (kind === "attribute" ? [parent] : [])),
  );
  const isGraded = all.some((each) => isAboutGrades(each));
  const shown = new Set(nodes.flatMap((node) => keysShownBy(node)));
  return all.filter((each) => {
    const { kind, form, parent } = nodeOf(each);
    if (kind === "shown") return form === "heading" ? !facts.has(parent) : !isGraded;
    if (kind === "front") return !shown.has(form);
    return kind !== "level" || each.kinds.some((own) => own !== "regraded");
  });
}

const nodeOf = ({ a, b }: Difference): Node => (b ?? a) as Node;

/** True where a level may stand at another grade for it: the overview, or the levels themselves. */
function isAboutGrades(difference: Difference): boolean {
  const node = nodeOf(difference);
  for (let each: Node | null = node; each; each = each.parent)
    if (each.kind === "overview") return true;
  if (node.kind === "attribute") return true;
  return node.kind === "level" && difference.kinds.some((kind) => kind !== "regraded");
}

function keysShownBy({ kind, form }: Node): readonly string[] {
  const [, shown = ""] = (kind === "front" && /^shown (.*)/.exec(form)) || [];
  return SHOWN_FROM[shown] ?? [];
}
