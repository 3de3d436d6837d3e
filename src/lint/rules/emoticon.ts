import { lines } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { EMOTICON } from "../words/signs.js";
import { textsOf } from "../words/texts.js";

function* check(post: LintedPost): Generator<Found> {
  for (const text of textsOf(post).values()) {
    for (const { 0: actual, index } of text.prose.matchAll(EMOTICON)) {
      if (actual.endsWith(")") && isWithinBrackets(text.prose.slice(0, index))) continue;
      const place = text.placeOf(index, index + actual.length);
      yield { reason: `Unexpected emoticon "${actual}", expected words`, place, actual };
    }
  }
}

/** "(see the list :)" may end with a bracket and no more. */
const isWithinBrackets = (before: string): boolean =>
  before.lastIndexOf("(") > before.lastIndexOf(")");

/** Nobody knows how an emoticon in a contract is meant. Emoji are another matter: some mark levels. */
export const emoticon = {
  name: "emoticon",
  summary: "An emoticon stands among the words.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "emoticons behind and within sentences",
      post: lines("- You ship on Fridays ;-)", "- You rest :(, at times.", "- You laugh. :D"),
      found: [
        '1:23 Unexpected emoticon ";-)", expected words',
        '2:12 Unexpected emoticon ":(", expected words',
        '3:14 Unexpected emoticon ":D", expected words',
      ],
    },
    {
      shows: "a colon at a bracket, a port, code, a list of numbers and an emoji",
      post: lines(
        "- You know the rules (see below :) and more.",
        "- You open http://localhost:8080 or :(80) or `:)`.",
        "- You know 8) and 9) by heart. 🚀",
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
