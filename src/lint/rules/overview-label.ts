import { disagreements } from "../../read/post/overview.js";
import { cell, overview, track } from "../examples.js";
import { foundBy } from "../retold.js";
import type { Rule } from "../rule.js";

/** `build` tells it too. */
export const overviewLabel = {
  name: "overview-label",
  summary: "The overview gives a level another label than the level itself.",
  severity: "warning",
  check: ({ ladder }) => foundBy("overview-label", disagreements(ladder.content)),
  examples: [
    {
      shows: "another number",
      post:
        overview(["Engineer", cell("1", "Junior", "l1"), cell("3", "Senior", "l2")]) +
        track(
          "Engineer",
          { anchor: "l1", label: "1", title: "Junior" },
          { anchor: "l2", label: "2", title: "Senior" },
        ),
      found: ['5:5 Unexpected label "3" in the overview, expected "2" as at 22:15'],
    },
  ],
} as const satisfies Rule;
