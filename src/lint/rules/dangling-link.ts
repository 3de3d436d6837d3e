import { cell, lines, overview, track } from "../examples.js";
import { overviewOf } from "../overview.js";
import { foundOf } from "../retold.js";
import type { Found, LintedPost, Rule } from "../rule.js";

/** Those of the overview are `overview-link`'s. */
function* check({ ladder, told }: LintedPost): Generator<Found> {
  const grid = overviewOf(ladder)?.place;
  for (const found of told.filter(({ ruleId }) => ruleId === "dangling-link").map(foundOf)) {
    const at = found.place?.start.offset ?? -1;
    if (!grid || at < grid.start.offset || at >= grid.end.offset) yield found;
  }
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
