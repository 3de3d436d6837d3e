import { alikeness } from "../alike.js";
import type { Matcher } from "../matcher.js";
import type { Node } from "../tree.js";

/** Texts less alike than this are not one text, reworded. */
const ALIKE = 0.5;
/** More pairs than this are not compared word by word. */
const MOST_PAIRS = 10_000;
/** Kinds whose name is all there is to tell them by. */
const NAMED: ReadonlySet<string> = new Set(["front", "shown", "attribute", "column", "note"]);

/** Pairs what is left in a gap: by name, by likeness, by place. */
export function fillGap(matcher: Matcher, left: readonly Node[], right: readonly Node[]): void {
  const some = left.filter((node) => !matcher.to.has(node));
  const others = right.filter((node) => !matcher.from.has(node));
  if (some.length === 0 || others.length === 0) return;
  byName(matcher, some, others);
  byLikeness(matcher, some, others);
  byPosition(matcher, some, others);
}

function byName(matcher: Matcher, left: readonly Node[], right: readonly Node[]): void {
  for (const a of left)
    if (NAMED.has(a.kind))
      matcher.pair(
        a,
        right.find((b) => b.kind === a.kind && b.form === a.form && !matcher.from.has(b)),
      );
}

function byLikeness(matcher: Matcher, left: readonly Node[], right: readonly Node[]): void {
  if (left.length * right.length > MOST_PAIRS) return;
  const pairs = left.flatMap((a) =>
    right.flatMap((b) => {
      const alike = a.kind === b.kind ? alikeness(a, b) : 0;
      return alike >= ALIKE ? [{ a, b, alike }] : [];
    }),
  );
  for (const { a, b } of pairs.sort((x, y) => y.alike - x.alike)) matcher.pair(a, b);
}

/** The only ones left of their kind between two neighbours; and cells, whose place is what they are. */
function byPosition(matcher: Matcher, left: readonly Node[], right: readonly Node[]): void {
  for (const kind of new Set(left.map((node) => node.kind))) {
    const some = left.filter((node) => node.kind === kind && !matcher.to.has(node));
    const others = right.filter((node) => node.kind === kind && !matcher.from.has(node));
    if (some.length !== others.length) continue;
    if (some.length === 1 || kind === "cell" || kind === "row")
      some.forEach((a, index) => {
        const b = others[index];
        if (b && matcher.believes(a, b)) matcher.pair(a, b);
      });
  }
}
