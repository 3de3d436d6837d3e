import { lines } from "../examples.js";
import { retold } from "../retold.js";
import type { Rule } from "../rule.js";

/** The reader finds it, since browsers guess then. */
export const unbalancedTag = {
  name: "unbalanced-tag",
  summary: "A tag is never closed, or closed and never opened.",
  severity: "warning",
  check: retold("unbalanced-tag"),
  examples: [
    {
      shows: "a cell that is not closed",
      post: lines("<table><tr><td><b>You build.</td></tr></table>"),
      found: ["1:16 Unexpected <b> that crosses </table>"],
    },
  ],
} as const satisfies Rule;
