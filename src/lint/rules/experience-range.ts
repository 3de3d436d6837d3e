import type { Attribute, Level } from "../../model/ladder.js";
import { tracksOf } from "../../model/walk.js";
import { track } from "../examples.js";
import { factOf, levelName } from "../level.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { ascending } from "../steps.js";

type Range = NonNullable<Attribute["range"]>;

interface Ranged {
  level: Level;
  range: Range;
  fact: Attribute;
}

function* check({ ladder }: LintedPost): Generator<Found> {
  for (const each of tracksOf(ladder.content)) {
    const levels = ascending(each).map(rangedOf);
    for (const [index, ranged] of levels.entries()) {
      const below = levels[index - 1];
      const wrong = ranged && (wrongAlone(ranged) ?? (below && wrongAbove(ranged, below)));
      if (wrong) yield wrong;
    }
  }
}

function rangedOf(level: Level): Ranged | null {
  const fact = factOf(level, "experience");
  return fact?.range ? { level, range: fact.range, fact } : null;
}

const wrongAlone = ({ range: { min, max }, fact }: Ranged): Found | null =>
  max !== null && max < min
    ? {
        reason: `Unexpected experience "${fact.text}", expected the smaller number first`,
        place: fact.place,
        actual: fact.text,
      }
    : null;

/** Years are whole numbers: "0-2" and "3-5" have no gap between them. */
function wrongAbove({ range, fact }: Ranged, below: Ranged): Found | null {
  const { min, max } = below.range;
  const told = (expected: string): Found => ({
    reason: `Unexpected experience "${fact.text}" above "${below.fact.text}" of ${levelName(below.level)}, expected ${expected}`,
    place: fact.place,
    actual: fact.text,
    also: below.fact.place,
  });
  if (range.min < min) return told(`${min} years or more to begin with`);
  if (max !== null && range.max !== null && range.max < max)
    return told(`an end of ${max} or more`);
  if (max !== null && range.min > max + 1) return told(`a beginning of ${max + 1} or less`);
  return null;
}

/** Ranges may overlap: some are faster than others. */
export const experienceRange = {
  name: "experience-range",
  summary: "Years of experience leave a gap between two levels, or go backwards.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "years at which nobody is at any level",
      post: track(
        "Engineer",
        { label: "1", experience: "0-3 years" },
        { label: "2", experience: "5-10 years" },
      ),
      found: [
        '15:20 Unexpected experience "5-10 years" above "0-3 years" of level 1, expected a beginning of 4 or less',
      ],
    },
    {
      shows: "a higher level with less experience",
      post: track(
        "Engineer",
        { label: "1", experience: "2-6 years" },
        { label: "2", experience: "1-8 years" },
        { label: "3", experience: "5-7 years" },
      ),
      found: [
        '15:20 Unexpected experience "1-8 years" above "2-6 years" of level 1, expected 2 years or more to begin with',
        '23:20 Unexpected experience "5-7 years" above "1-8 years" of level 2, expected an end of 8 or more',
      ],
    },
    {
      shows: "numbers that changed places",
      post: track("Engineer", { label: "1", experience: "6-2 years" }),
      found: ['7:20 Unexpected experience "6-2 years", expected the smaller number first'],
    },
    {
      shows: "ranges that overlap, or follow each other",
      post: track(
        "Engineer",
        { label: "1", experience: "0-3 years" },
        { label: "2", experience: "2-6 years" },
        { label: "3", experience: "7-10 years" },
        { label: "4", experience: "8+ years" },
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
