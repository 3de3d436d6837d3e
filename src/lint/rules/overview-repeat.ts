import type { Level } from "../../model/ladder.js";
import { cell, overview, track } from "../examples.js";
import { levelName } from "../level.js";
import { type OverviewLink, overviewLinks, placeOfWords } from "../overview.js";
import type { Found, LintedPost, Rule } from "../rule.js";

/** A level with two titles may have two cells. */
function* check({ ladder }: LintedPost): Generator<Found> {
  const seen = new Map<Level, OverviewLink[]>();
  for (const link of overviewLinks(ladder)) {
    const others = seen.get(link.level) ?? [];
    const [first] = others;
    if (first && others.length >= link.level.titles.length) {
      yield {
        reason: `Unexpected second link to ${levelName(link.level)}, expected one for each of its titles`,
        place: placeOfWords(link.cell),
        also: placeOfWords(first.cell),
      };
    }
    seen.set(link.level, [...others, link]);
  }
}

/** Most often a cell was copied, and its link forgotten. */
export const overviewRepeat = {
  name: "overview-repeat",
  summary: "Two cells of the overview link to one level, and the level has one title.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "a link that was copied",
      post:
        overview([
          "Engineer",
          cell("1", "Junior", "e1"),
          cell("2", "Senior", "e2"),
          cell("3", "Staff", "e2"),
        ]) +
        track(
          "Engineer",
          { anchor: "e1", label: "1", title: "Junior" },
          { anchor: "e2", label: "2", title: "Senior" },
          { anchor: "e3", label: "3", title: "Staff" },
        ),
      found: ["6:5 Unexpected second link to level 2, expected one for each of its titles"],
    },
    {
      shows: "a level with two titles, each with its cell",
      post:
        overview([
          "Engineer",
          cell("1", "Junior", "e1"),
          cell("2", "Senior", "e2"),
          cell("3", "Staff", "e2"),
        ]) +
        track(
          "Engineer",
          { anchor: "e1", label: "1", title: "Junior" },
          { anchor: "e2", label: "2/3", title: "Senior / Staff" },
        ),
      found: [],
    },
  ],
} as const satisfies Rule;
