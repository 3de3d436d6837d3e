import { overviewOf } from "../../model/walk.js";
import { cell, lines, overview, track } from "../examples.js";
import { isIn } from "../placed.js";
import { foundBy } from "../retold.js";
import type { Found, LintedPost, Rule } from "../rule.js";

/** Those of the overview are `overview-link`'s. */
function* check({ ladder, told }: LintedPost): Generator<Found> {
  const grid = overviewOf(ladder.content)?.place;
  for (const found of foundBy("dangling-link", told)) if (!isIn(found.place, grid)) yield found;
}

/** The reader finds it, since `build` drops such a link. */
export const danglingLink = {
  name: "dangling-link",
  summary: "A link leads to an anchor that the post does not have.",
  severity: "error",
  check,
  examples: [
    {
      shows: "a link to nowhere",
      post: lines("See [the ladder](#lader).", "", "## Ladder"),
      found: [
        '1:1 Unexpected link to "#lader", expected an anchor in the post; the link is dropped',
      ],
    },
    {
      shows: "a link to a heading",
      post: lines("See [the ladder](#ladder).", "", "## Ladder"),
      found: [],
    },
    {
      shows: "a link of the overview",
      post:
        overview([
          "Engineer",
          cell("1", "Junior", "e1"),
          cell("2", "Senior", "e2"),
          cell("3", "Staff", "x"),
        ]) +
        track(
          "Engineer",
          { anchor: "e1", label: "1", title: "Junior" },
          { anchor: "e2", label: "2", title: "Senior" },
        ),
      found: [],
    },
  ],
} as const satisfies Rule;
