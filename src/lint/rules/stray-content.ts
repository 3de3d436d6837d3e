import { lines } from "../examples.js";
import { retold } from "../retold.js";
import type { Rule } from "../rule.js";

/** The reader finds it, since no list holds that. */
export const strayContent = {
  name: "stray-content",
  summary: "A list holds something beside its items.",
  severity: "warning",
  check: retold("stray-content"),
  examples: [
    {
      shows: "text between items",
      post: lines("<ul>You build.<li>You ship.</li></ul>"),
      found: ["1:5 Unexpected content of a list outside its items"],
    },
  ],
} as const satisfies Rule;
