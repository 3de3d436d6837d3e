import type { Ladder, Level } from "../../model/ladder.js";
import { overviewOf, tracksOf } from "../../model/walk.js";
import { track } from "../examples.js";
import { levelName, placeOfFact } from "../level.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { numbered } from "../steps.js";

function* check({ ladder }: LintedPost): Generator<Found> {
  for (const level of tracksOf(ladder.content).flatMap(({ levels }) => levels)) {
    const told = numbered(level);
    const isTwo = told !== null && told.first < told.last;
    if (level.titles.length < 2 && !isTwo) continue;
    const cells = shownAs(level, ladder);
    const titles = level.titles.map((each) => `"${each}"`).join(" and ");
    const what = level.titles.length < 2 ? "of two levels" : `for the titles ${titles}`;
    yield {
      reason: `Unexpected ${levelName(level)} ${what}, expected a level for each`,
      place: placeOfFact(level, isTwo ? "label" : "title"),
      ...(cells.length > 1 && { note: `The overview shows it as ${cells.join(" and ")}.` }),
    };
  }
}

/** The titles that the overview gives a level, each in a cell of its own. */
const shownAs = (level: Level, ladder: Ladder): string[] =>
  (overviewOf(ladder.content)?.tracks ?? [])
    .flatMap(({ levels }) => levels)
    .filter(({ anchor }) => level.anchors?.includes(anchor))
    .map(({ title }) => `"${title}"`);

/** What the row says is then expected of both alike. */
export const twoTitles = {
  name: "two-titles",
  summary: "One level stands for two titles, or for two numbers.",
  severity: "info",
  check,
  examples: [
    {
      shows: "a level that is two",
      post: track("Manager", { label: "3/4", title: "Sr. Director / VP Engineering" }),
      found: [
        '6:15 Unexpected level 3/4 for the titles "Sr. Director" and "VP Engineering", expected a level for each',
      ],
    },
    {
      shows: "a title with a slash in it",
      post: track("Manager", { label: "3", title: "UI/UX Lead" }),
      found: [],
    },
  ],
} as const satisfies Rule;
