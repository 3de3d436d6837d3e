import { tracksOf } from "../../model/walk.js";
import { track } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { misstep, type Numbered, type Step, stepsOf } from "../steps.js";

function* check({ ladder }: LintedPost): Generator<Found> {
  for (const each of tracksOf(ladder.content)) {
    const steps = stepsOf(each);
    const gaps = steps.filter((step) => heightOf(step) > 1);
    // Labels that go by tens, or by the grades of the company, are no sequence.
    if (gaps.length * 2 > steps.length) continue;
    const elsewhere = new Set(
      steps.flatMap(({ lower, upper }) => [...told(lower), ...told(upper)]),
    );
    for (const gap of gaps) if (!elsewhere.has(missingAt(gap))) yield misstep(gap, missingAt(gap));
  }
}

const heightOf = ({ lower, upper }: Step): number => upper.first - lower.last;

const told = ({ prefix, first, last }: Numbered): string[] => [
  `${prefix}${first}`,
  `${prefix}${last}`,
];

const missingAt = ({ lower, upper, later }: Step): string =>
  `${lower.prefix}${later === upper ? lower.last + 1 : upper.first - 1}`;

/** A track may begin above 1: a manager has been an engineer before. */
export const levelGap = {
  name: "level-gap",
  summary: "A number is missing among the levels of a track.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "a level that was taken away",
      post: track("Engineer", { label: "1" }, { label: "2" }, { label: "4" }),
      found: ["20:15 Unexpected level 4 after level 2, expected 3"],
    },
    {
      shows: "levels that changed places: none is missing",
      post: track("Engineer", { label: "1" }, { label: "3" }, { label: "2" }, { label: "4" }),
      found: [],
    },
    {
      shows: "a level of two numbers",
      post: track("Engineer", { label: "2" }, { label: "3/4" }, { label: "5" }),
      found: [],
    },
    {
      shows: "labels that go by tens",
      post: track("Engineer", { label: "10" }, { label: "20" }, { label: "30" }),
      found: [],
    },
  ],
} as const satisfies Rule;
