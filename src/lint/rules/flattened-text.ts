import { lines } from "../examples.js";
import { retold } from "../retold.js";
import type { Rule } from "../rule.js";

/** The reader finds it, since renderings show the text without it. */
export const flattenedText = {
  name: "flattened-text",
  summary: "Letters are raised or lowered, or such: no rendering shows it.",
  severity: "info",
  check: retold("flattened-text"),
  examples: [
    {
      shows: "a raised letter",
      post: lines("<p>The 2<sup>nd</sup> level</p>"),
      found: ["1:9 Unexpected <sup>, its text is kept on the line"],
    },
  ],
} as const satisfies Rule;
