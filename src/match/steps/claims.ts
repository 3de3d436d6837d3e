import { alikeness } from "../alike.js";
import { once, textKey } from "../keys.js";
import type { Matcher } from "../matcher.js";
import type { Claims } from "../matching.js";
import { nodesBelow } from "../tree.js";

/** Of several that bear the bookmark of one node, the one most like it is that node. */
export function byClaims(matcher: Matcher, claims: Claims, believed: number): void {
  const pairs = [...claims].flatMap(([b, bases]) =>
    bases.flatMap((a) => (a.kind === b.kind ? [{ a, b, alike: alikeness(a, b) }] : [])),
  );
  pairs.sort((x, y) => y.alike - x.alike);
  const texts = once(nodesBelow(matcher.other), textKey);
  for (const { a, b, alike } of pairs) {
    if (!matcher.isFree(a, b)) continue;
    const better = alike < believed ? texts.get(textKey(a) ?? "") : undefined;
    if (better && !matcher.from.has(better)) matcher.link(a, better);
    else matcher.link(a, b);
  }
}
