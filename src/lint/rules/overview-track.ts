import type { Track } from "../../model/ladder.js";
import { cell, overview, track } from "../examples.js";
import { levelName } from "../level.js";
import { type OverviewLink, overviewLinks, placeOfWords } from "../overview.js";
import type { Found, LintedPost, Rule } from "../rule.js";

function* check({ ladder }: LintedPost): Generator<Found> {
  for (const links of rowsOf(overviewLinks(ladder))) {
    const own = mostOf(links);
    for (const link of own ? links.filter((each) => each.track !== own) : []) {
      yield {
        reason: `Unexpected link to ${levelName(link.level)} of "${link.track.title.text}", expected a level of "${own?.title.text}" as in the rest of the row`,
        place: placeOfWords(link.cell),
        also: link.level.place,
      };
    }
  }
}

function rowsOf(links: readonly OverviewLink[]): OverviewLink[][] {
  const rows = new Map<number, OverviewLink[]>();
  for (const link of links) rows.set(link.row, [...(rows.get(link.row) ?? []), link]);
  return [...rows.values()];
}

/** The track that most links of a row lead to; undefined where none has more than half of them. */
function mostOf(links: readonly OverviewLink[]): Track | undefined {
  const counts = new Map<Track, number>();
  for (const each of links) counts.set(each.track, (counts.get(each.track) ?? 0) + 1);
  return [...counts].find(([, count]) => count * 2 > links.length)?.[0];
}

const LEVELS = [
  { anchor: "e1", label: "1", title: "Junior" },
  { anchor: "e2", label: "2", title: "Engineer" },
  { anchor: "e3", label: "3", title: "Senior" },
];

/** A row of the overview is a track. */
export const overviewTrack = {
  name: "overview-track",
  summary: "A cell of the overview links to a level of another track than the rest of its row.",
  severity: "error",
  check,
  examples: [
    {
      shows: "a level of the other track",
      post:
        overview(
          [
            "Engineer",
            cell("1", "Junior", "e1"),
            cell("2", "Engineer", "e2"),
            cell("3", "Senior", "m1"),
          ],
          ["Manager", cell("1", "Lead", "m1")],
        ) +
        track("Engineer", ...LEVELS) +
        track("Manager", { anchor: "m1", label: "3", title: "Lead / Senior" }),
      found: [
        '6:5 Unexpected link to level 3 of "Manager", expected a level of "Engineer" as in the rest of the row',
      ],
    },
    {
      shows: "a row that is half of one track and half of another",
      post:
        overview(["All", cell("1", "Junior", "e1"), cell("1", "Lead", "m1")]) +
        track("Engineer", ...LEVELS) +
        track("Manager", { anchor: "m1", label: "1", title: "Lead" }),
      found: [],
    },
  ],
} as const satisfies Rule;
