import { lines } from "../examples.js";
import { retold } from "../retold.js";
import type { Rule } from "../rule.js";

/** The reader finds it, since renderings show it as it stands. */
export const rawNotation = {
  name: "raw-notation",
  summary: "Notation of a site generator stands in the text, and is shown as it is.",
  severity: "warning",
  check: retold("raw-notation"),
  examples: [
    {
      shows: "a tag of Liquid",
      post: lines("{% include levels.html %}", "", "You build."),
      found: [
        '1:1 Unexpected "{% include levels.html %}", which nothing renders; it is kept as text',
      ],
    },
  ],
} as const satisfies Rule;
