import { lines } from "../examples.js";
import { retold } from "../retold.js";
import type { Rule } from "../rule.js";

/** The reader finds it, since it makes a list of it. */
export const strayItem = {
  name: "stray-item",
  summary: "An item stands outside any list.",
  severity: "warning",
  check: retold("stray-item"),
  examples: [
    {
      shows: "an item alone",
      post: lines("<div><li>You ship.</li></div>"),
      found: ["1:6 Unexpected <li> outside a list"],
    },
  ],
} as const satisfies Rule;
