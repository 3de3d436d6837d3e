import type { Track } from "../../model/ladder.js";
import { tracksOf } from "../../model/walk.js";
import { track } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { expectationsAt } from "../words/lists.js";
import type { Text } from "../words/texts.js";

/** Shorter ones ("Mentoring") are names of what each level says something else of. */
const LEAST_WORDS = 3;

/** Who says more than this share again does so on purpose: of a level's expectations, or of a track's steps. */
const ON_PURPOSE = 0.5;

function* check(post: LintedPost): Generator<Found> {
  for (const each of tracksOf(post.ladder.content)) yield* checkTrack(each, post);
}

function* checkTrack({ levels }: Track, post: LintedPost): Generator<Found> {
  const all = levels.map((level) => byWords(expectationsAt(level, post)));
  if (isHabit(all)) return;
  for (const [index, now] of all.entries()) {
    for (const [words, text] of now) {
      const before = all.slice(0, index).findLast((each) => each.has(words));
      const other = before?.get(words);
      if (before && other && !isBuiltOn(before, now)) yield foundAt(text, other);
    }
  }
}

type ByWords = ReadonlyMap<string, Text>;

function byWords(texts: readonly Text[]): ByWords {
  const long = texts.filter(({ words }) => words.length >= LEAST_WORDS);
  return new Map(long.map((text) => [text.words.join(" "), text]));
}

const sharedBy = (before: ByWords, now: ByWords): number =>
  [...before.keys()].filter((words) => now.has(words)).length;

const isBuiltOn = (before: ByWords, now: ByWords): boolean =>
  sharedBy(before, now) > ON_PURPOSE * before.size;

/** True where most steps of a track keep something; of one step nothing can be told. */
function isHabit(levels: readonly ByWords[]): boolean {
  const steps = levels.slice(1).map((now, index) => sharedBy(levels[index] ?? new Map(), now));
  return (
    steps.length > 1 && steps.filter((shared) => shared > 0).length > ON_PURPOSE * steps.length
  );
}

const foundAt = (text: Text, other: Text): Found => ({
  reason: "Unexpected expectation word for word as at another level, expected what differs",
  place: text.whole,
  actual: text.rich.text,
  also: other.whole,
});

/** What two levels ask alike tells nobody how to get from one to the other. */
export const repeatedExpectation = {
  name: "repeated-expectation",
  summary: "Two levels of a track have the same expectation, word for word.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "an expectation at two levels, with its full stop and without",
      post: track(
        "Engineer",
        { label: "1", sections: { Delivery: ["You ship features.", "You test your code"] } },
        { label: "2", sections: { Delivery: ["You lead a team.", "You test your code."] } },
      ),
      found: [
        "24:5 Unexpected expectation word for word as at another level, expected what differs",
      ],
    },
    {
      shows: "a level that builds on the one below, and another track",
      post:
        track(
          "Engineer",
          { label: "1", sections: { Delivery: ["You ship features.", "You test your code."] } },
          {
            label: "2",
            sections: {
              Delivery: ["You ship features.", "You test your code.", "You lead a team."],
            },
          },
        ) + track("Tester", { label: "1", sections: { Delivery: ["You test your code."] } }),
      found: [],
    },
    {
      shows: "a track of which each step keeps something",
      post: track(
        "Engineer",
        { label: "1", sections: { Scope: ["You own your tasks.", "You learn the tools."] } },
        { label: "2", sections: { Scope: ["You own your tasks.", "You lead a project."] } },
        { label: "3", sections: { Scope: ["You lead a project.", "You shape the plan."] } },
      ),
      found: [],
    },
    {
      shows: "names of what each level says something else of",
      post: track(
        "Engineer",
        { label: "1", sections: { Delivery: ["Code review", "You ship features."] } },
        { label: "2", sections: { Delivery: ["Code review", "You lead a team."] } },
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
