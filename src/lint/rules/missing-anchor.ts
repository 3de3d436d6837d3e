import { tracksOf } from "../../model/walk.js";
import { track } from "../examples.js";
import { levelName } from "../level.js";
import type { Found, LintedPost, Rule } from "../rule.js";

function* check({ ladder }: LintedPost): Generator<Found> {
  const levels = tracksOf(ladder.content).flatMap((each) => each.levels);
  if (levels.every(({ anchors }) => !anchors)) return;
  for (const level of levels.filter(({ anchors }) => !anchors)) {
    yield {
      reason: `Unexpected ${levelName(level)} without an anchor, expected an id as the other levels have`,
      place: level.place,
    };
  }
}

/** A post in which no level has one needs none. */
export const missingAnchor = {
  name: "missing-anchor",
  summary: "A level has no anchor, and others have one.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "a row without an id",
      post: track(
        "Engineer",
        { anchor: "e1", label: "1", title: "Junior" },
        { label: "2", title: "Senior" },
      ),
      found: ["12:1 Unexpected level 2 without an anchor, expected an id as the other levels have"],
    },
    {
      shows: "a post without anchors",
      post: track("Engineer", { label: "1", title: "Junior" }, { label: "2", title: "Senior" }),
      found: [],
    },
  ],
} as const satisfies Rule;
