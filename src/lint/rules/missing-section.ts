import { tracksOf } from "../../model/walk.js";
import { lines, track } from "../examples.js";
import { levelName } from "../level.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { lacksOf } from "../sections.js";

function* check({ ladder }: LintedPost): Generator<Found> {
  for (const { level, missing } of tracksOf(ladder.content).flatMap(lacksOf)) {
    if (missing.length === 0) continue;
    const names = missing.map((each) => `"${each}"`).join(", ");
    const what = missing.length === 1 ? "section" : "sections";
    yield {
      reason: `Unexpected ${levelName(level)} without the ${what} ${names}, expected what the others of its track have`,
      place: level.place,
    };
  }
}

/** A section is expected where two thirds of the other levels have it, and two of them. */
export const missingSection = {
  name: "missing-section",
  summary: "A level lacks a section that the others of its track have.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "a level that was not finished",
      post: track(
        "Engineer",
        { label: "1", sections: { Scope: ["You build."], Teamwork: ["You help."] } },
        { label: "2", sections: { Scope: ["You lead."], Teamwork: ["You teach."] } },
        { label: "3", sections: { Scope: ["You decide."] } },
      ),
      found: [
        '34:1 Unexpected level 3 without the section "Teamwork", expected what the others of its track have',
      ],
    },
    {
      shows: "levels that are headings",
      post: lines(
        ...[
          "## Engineer",
          "",
          "### Scope",
          "",
          "You build.",
          "",
          "### Teamwork",
          "",
          "You help.",
          "",
        ],
        ...[
          "## Senior Engineer",
          "",
          "### Scope",
          "",
          "You lead.",
          "",
          "### Teamwork",
          "",
          "You teach.",
          "",
        ],
        ...["## Staff Engineer", "", "### Scope", "", "You decide."],
      ),
      found: [
        '21:1 Unexpected level "Staff Engineer" without the section "Teamwork", expected what the others of its track have',
      ],
    },
    {
      shows: "a section below that of a step",
      post: track(
        "Engineer",
        { label: "1", sections: { Scope: ["You build."] } },
        { label: "2", sections: { Scope: ["You lead."] } },
        { label: "3", sections: { "Step I</h3><h4>Scope</h4><h3 hidden>": ["You decide."] } },
      ),
      found: [],
    },
    {
      shows: "sections whose titles end in a code of the level",
      post: track(
        "Engineer",
        { label: "1", sections: { "Craft (C1)": ["You build."] } },
        { label: "2", sections: { "Craft (C2)": ["You lead."] } },
        { label: "3", sections: { "Craft (C2)": ["You decide."] } },
      ),
      found: [],
    },
    {
      shows: "a section that one level has alone",
      post: track(
        "Engineer",
        { label: "1", sections: { Scope: ["You build."] } },
        { label: "2", sections: { Scope: ["You lead."] } },
        { label: "3", sections: { Scope: ["You decide."], Hiring: ["You hire."] } },
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
