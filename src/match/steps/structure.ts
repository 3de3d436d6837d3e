import type { Matcher } from "../matcher.js";
import { byContent, containersOf } from "./content.js";
import { byOrder } from "./order.js";
import { byWords } from "./words.js";

/** What no key tells: containers by what they hold, bottom-up, and the rest by its place, top-down. */
export function byStructure(matcher: Matcher): void {
  const containers = containersOf(matcher);
  byContent(matcher, containers, "home");
  byContent(matcher, containers, "most");
  byOrder(matcher, "same");
  byContent(matcher, containers, "any");
  byWords(matcher);
  byOrder(matcher, "alike");
}
