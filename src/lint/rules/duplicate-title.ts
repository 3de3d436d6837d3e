import type { Level } from "../../model/ladder.js";
import { tracksOf } from "../../model/walk.js";
import { track } from "../examples.js";
import { levelName, placeOfFact } from "../level.js";
import type { Found, LintedPost, Rule } from "../rule.js";

function* check({ ladder }: LintedPost): Generator<Found> {
  for (const { levels } of tracksOf(ladder.content)) {
    const first = new Map<string, Level>();
    for (const level of levels) {
      for (const title of new Set(level.titles)) {
        const other = first.get(title);
        if (other) yield foundAt(level, other, title);
        else first.set(title, level);
      }
    }
  }
}

const foundAt = (level: Level, other: Level, title: string): Found => ({
  reason: `Unexpected title "${title}", expected another than that of ${levelName(other)}`,
  place: placeOfFact(level, "title"),
  actual: title,
  also: placeOfFact(other, "title"),
});

/** Nobody can tell by such a title at which of the levels somebody is. */
export const duplicateTitle = {
  name: "duplicate-title",
  summary: "Two levels of a track have the same title.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "two levels with one title",
      post: track("Engineer", { label: "1", title: "Engineer" }, { label: "2", title: "Engineer" }),
      found: ['15:15 Unexpected title "Engineer", expected another than that of level 1'],
    },
    {
      shows: "the same title on two tracks",
      post:
        track("Engineer", { label: "1", title: "Staff" }) +
        track("Designer", { label: "1", title: "Staff" }),
      found: [],
    },
  ],
} as const satisfies Rule;
