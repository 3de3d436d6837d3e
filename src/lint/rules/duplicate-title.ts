import type { Level } from "../../model/ladder.js";
import { tracksOf } from "../../model/walk.js";
import { track } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";

function* check({ ladder }: LintedPost): Generator<Found> {
  for (const { levels } of tracksOf(ladder.content)) {
    const first = new Map<string, Level>();
    for (const level of levels) {
      for (const title of level.titles) {
        const other = first.get(title);
        if (other) yield foundAt(level, other, title);
        else first.set(title, level);
      }
    }
  }
}

function foundAt(level: Level, other: Level, title: string): Found {
  const named = other.label ? ` ${other.label}` : "";
  return {
    reason: `Unexpected title "${title}" again, expected another than level${named} of the track has`,
    place: placeOf(level),
    actual: title,
    also: placeOf(other),
  };
}

const placeOf = (level: Level) =>
  level.attributes.find(({ role }) => role === "title")?.place ?? level.place;

/** Who is at the second level can't say so by their title. */
export const duplicateTitle = {
  name: "duplicate-title",
  summary: "Two levels of a track have the same title.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "two levels with one title",
      post: track("Engineer", { label: "1", title: "Engineer" }, { label: "2", title: "Engineer" }),
      found: [
        '15:15 Unexpected title "Engineer" again, expected another than level 1 of the track has',
      ],
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
