import { disagreements } from "../../read/post/overview.js";
import { cell, overview, track } from "../examples.js";
import { foundBy } from "../retold.js";
import type { Rule } from "../rule.js";

/** `build` tells it too. */
export const overviewTitle = {
  name: "overview-title",
  summary: "The overview gives a level another title than the level itself.",
  severity: "warning",
  check: ({ ladder }) => foundBy("overview-title", disagreements(ladder.content)),
  examples: [
    {
      shows: "a numeral that the level's own title lacks",
      post:
        overview(["Engineer", cell("1", "Engineer I", "l1"), cell("2", "Senior", "l2")]) +
        track(
          "Engineer",
          { anchor: "l1", label: "1", title: "Engineer" },
          { anchor: "l2", label: "2", title: "Senior" },
        ),
      found: ['4:5 Unexpected title "Engineer I" in the overview, expected "Engineer" as at 15:15'],
    },
    {
      shows: "a level with two titles, each of them in the overview",
      post:
        overview(["Manager", cell("1", "Lead", "l1"), cell("2", "VP", "l2")]) +
        track(
          "Manager",
          { anchor: "l1", label: "1", title: "Lead" },
          { anchor: "l2", label: "2", title: "Director / VP" },
        ),
      found: [],
    },
    {
      shows: "levels that are headings, by label and in full",
      post: `${overview(["Engineer", '<td><a href="#l1">L1</a></td>', '<td><a href="#l2">L2: Senior</a></td>'])}
## <a id="l1"></a>L1: Engineer

## <a id="l2"></a>L2: Senior
`,
      found: [],
    },
  ],
} as const satisfies Rule;
