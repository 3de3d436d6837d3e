import { lines } from "../examples.js";
import { retold } from "../retold.js";
import type { Rule } from "../rule.js";

/** The reader finds it, since few renderings can show it so. */
export const nestedTable = {
  name: "nested-table",
  summary: "A table stands in a cell of another table.",
  severity: "warning",
  check: retold("nested-table"),
  examples: [
    {
      shows: "a table in a cell",
      post: lines("<table><tr><td><table><tr><td>You build.</td></tr></table></td></tr></table>"),
      found: ["1:16 Unexpected table in a cell of a table; it stays there"],
    },
  ],
} as const satisfies Rule;
