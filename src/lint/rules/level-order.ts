import { tracksOf } from "../../model/walk.js";
import { lines, track } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { misstep, type Step, stepsOf } from "../steps.js";

function* check({ ladder }: LintedPost): Generator<Found> {
  for (const step of tracksOf(ladder.content).flatMap(stepsOf)) {
    if (step.upper.first <= step.lower.last) yield misstep(step, expectedAt(step));
  }
}

const expectedAt = ({ lower, upper, later }: Step): string =>
  later === upper
    ? `${lower.prefix}${lower.last + 1} or higher`
    : `${upper.prefix}${upper.first - 1} or lower`;

/** A post may put senior first: what counts is the way that most of its levels go. */
export const levelOrder = {
  name: "level-order",
  summary: "The levels of a track are out of order, or one number is there twice.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "two levels that changed places",
      post: track("Engineer", { label: "1" }, { label: "3" }, { label: "2" }, { label: "4" }),
      found: ["20:15 Unexpected level 2 after level 3, expected 4 or higher"],
    },
    {
      shows: "a number twice",
      post: track("Engineer", { label: "IC1" }, { label: "IC2" }, { label: "IC2" }),
      found: ["20:15 Unexpected level IC2 after level IC2, expected IC3 or higher"],
    },
    {
      shows: "levels that are headings",
      post: lines("## Level 1", "", "## Level 3 – Able", "", "## Level 2", "", "## Level 4"),
      found: ["5:1 Unexpected Level 2 after Level 3, expected Level 4 or higher"],
    },
    {
      shows: "a track with senior first",
      post: track("Engineer", { label: "3/4" }, { label: "2" }, { label: "1" }),
      found: [],
    },
    {
      shows: "labels of two sorts",
      post: track("Engineer", { label: "IC1" }, { label: "IC2" }, { label: "M1" }, { label: "M2" }),
      found: [],
    },
  ],
} as const satisfies Rule;
