import { track } from "../examples.js";
import { retold } from "../retold.js";
import type { Rule } from "../rule.js";

/** The reader finds it, since a link finds the first one alone. */
export const duplicateId = {
  name: "duplicate-id",
  summary: "Two elements have the same id.",
  severity: "error",
  check: retold("duplicate-id"),
  examples: [
    {
      shows: "an id that was copied",
      post: track("Engineer", { anchor: "e1", label: "1" }, { anchor: "e1", label: "2" }),
      found: ['11:1 Unexpected second element with id "e1", the first is at 4:1'],
    },
  ],
} as const satisfies Rule;
