import { sparse } from "../../compose/publishable.js";
import { tracksOf } from "../../model/walk.js";
import { track } from "../examples.js";
import { levelName } from "../level.js";
import type { Found, LintedPost, Rule } from "../rule.js";

function* check({ ladder }: LintedPost): Generator<Found> {
  for (const each of tracksOf(ladder.content)) {
    for (const level of each.levels) {
      const found = sparse(level, each);
      if (!found) continue;
      const own = found.own === 1 ? "1 expectation" : `${found.own} expectations`;
      yield {
        reason: `Unexpected ${own} at ${levelName(level)}, expected about ${Math.round(found.usual)} as at the others of its track`,
        place: level.place,
        note: "It looks like a placeholder or a joke: `rungbook packet` refuses it.",
      };
    }
  }
}

const FULL = {
  Scope: ["You build."],
  Delivery: ["You ship.", "You plan."],
  Teamwork: ["You help."],
};

/** The same rule keeps such a level out of packets; which sections it lacks, `missing-section` says. */
export const thinLevel = {
  name: "thin-level",
  summary: "A level says far less than the others of its track.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "a level that nobody has written yet",
      post: track(
        "Engineer",
        { label: "1", sections: FULL },
        { label: "2", sections: FULL },
        { label: "3", sections: { Scope: ["You fly."] } },
      ),
      found: [
        "44:1 Unexpected 1 expectation at level 3, expected about 4 as at the others of its track",
      ],
    },
    {
      shows: "a track of short levels",
      post: track(
        "Engineer",
        { label: "1", sections: { Scope: ["You build."] } },
        { label: "2", sections: { Scope: ["You lead."] } },
        { label: "3", sections: { Scope: ["You decide."] } },
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
