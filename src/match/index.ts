import { isAlike } from "./alike.js";
import { anchorKey, textKey } from "./keys.js";
import { Matcher } from "./matcher.js";
import type { Claims, Matching } from "./matching.js";
import { byClaims } from "./steps/claims.js";
import { byKey } from "./steps/key.js";
import { byStructure } from "./steps/structure.js";
import type { Node } from "./tree.js";

/** A bookmark is believed down to this; below, only where nothing better is at hand. */
const BELIEVED = 0.3;

/**
 * Matches the nodes of two trees: by what is claimed for them (bookmarks are only likely to stand
 * where they stood), by anchors and texts that are there just once, containers by what they hold
 * (bottom-up), and the rest by their order below the same parent (top-down), as Falleri et al. do for
 * source code ("Fine-grained and accurate source code differencing", ASE 2014).
 */
export function match(base: Node, other: Node, claims: Claims, trust: "sure" | "likely"): Matching {
  const matcher = new Matcher(base, other);
  // A post that nobody has touched meanwhile.
  if (isAlike(base, other)) {
    matcher.linkAll(base, other);
    return matcher;
  }
  matcher.link(base, other);
  byClaims(matcher, claims, trust === "sure" ? 0 : BELIEVED);
  byKey(matcher, anchorKey);
  byKey(matcher, textKey);
  byStructure(matcher);
  return matcher;
}
