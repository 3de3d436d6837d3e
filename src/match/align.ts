import { alikeness, isAlike } from "./alike.js";
import { anchorKey, textKey } from "./keys.js";
import { Matcher } from "./matcher.js";
import type { Matching } from "./matching.js";
import { elsewhere } from "./steps/elsewhere.js";
import { byKey } from "./steps/key.js";
import { byOrder } from "./steps/order.js";
import { byStructure } from "./steps/structure.js";
import { type Node, nodesBelow, within } from "./tree.js";

/** What has less than this in common is another one, even in the place of the one that is gone. */
const RELATED = 0.2;

const TEXTS: ReadonlySet<string> = new Set(["item", "paragraph", "heading"]);
const WHOLES: ReadonlySet<string> = new Set(["level", "track", "section"]);

/**
 * Matches the nodes of two trees that nobody has bookmarked, by what they mean. The steps are those of
 * `match`; but an anchor is believed only where its level still says what it said, a text may have been
 * moved and reworded at once, and what is wholly other is another one.
 */
export function align(a: Node, b: Node): Matching {
  let isLast = false;
  const believes = (x: Node, y: Node) => (isLast || !TEXTS.has(x.kind)) && isRelated(x, y);
  const matcher = new Matcher(a, b, believes);
  if (isAlike(a, b)) {
    matcher.linkAll(a, b);
    return matcher;
  }
  matcher.link(a, b);
  byKey(matcher, textKey);
  byKey(matcher, anchorKey, (x, y) => stillHolds(x, y, matcher));
  byStructure(matcher);
  elsewhere(matcher, a, b);
  isLast = true;
  byOrder(matcher, "alike");
  return matcher;
}

/** A cell's place is what it is, and so are its words. */
function isRelated(a: Node, b: Node): boolean {
  const isWhole = WHOLES.has(a.kind);
  const isText = TEXTS.has(a.kind) && a.parent?.kind !== "cell";
  return !(isWhole || isText) || alikeness(a, b) >= RELATED;
}

/** False where most of what a level said is now in another one: anchors are numbered anew at times. */
function stillHolds(a: Node, b: Node, { to }: Matching): boolean {
  const votes = new Map<Node, number>();
  for (const node of nodesBelow(a)) {
    const found = to.get(node);
    const now = found?.parent && within(found.parent, a.kind);
    if (now) votes.set(now, (votes.get(now) ?? 0) + 1);
  }
  const own = votes.get(b) ?? 0;
  return [...votes.values()].every((count) => count <= 2 * own + 1);
}
