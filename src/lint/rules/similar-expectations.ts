import { tracksOf } from "../../model/walk.js";
import { lines, track } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { expectationsAt, expectationsOf, listsOf } from "../words/lists.js";
import { similarPairs } from "../words/similar.js";
import type { Text } from "../words/texts.js";

/** Shorter ones differ in a word and mean something else: "Owns the backend", "Owns the frontend". */
const LEAST_WORDS = 8;
const LEAST_LIKENESS = 0.8;

function* check(post: LintedPost): Generator<Found> {
  for (const group of groupsOf(post)) yield* checkGroup(group);
}

/** The expectations of each level; outside of tracks, of each list. */
function groupsOf(post: LintedPost): Text[][] {
  const { content } = post.ladder;
  const levels = tracksOf(content).flatMap((each) => each.levels);
  const others = content.filter(({ type }) => type !== "track");
  return [
    ...levels.map((level) => expectationsAt(level, post)),
    ...[...listsOf(others)].map((list) => expectationsOf(list, post)),
  ];
}

function* checkGroup(group: readonly Text[]): Generator<Found> {
  const long = group.filter(({ words }) => words.length >= LEAST_WORDS);
  const pairs = similarPairs(
    long.map(({ words }) => words),
    LEAST_LIKENESS,
  );
  for (const [later, earlier] of pairs) {
    const [now, before] = [long[later], long[earlier]];
    if (now && before && !differInNumbers(now.words, before.words)) yield foundAt(now, before);
  }
}

/** "2 teams" and "5 teams" are two steps. */
const differInNumbers = (a: readonly string[], b: readonly string[]): boolean =>
  numbersOf(a) !== numbersOf(b);

const numbersOf = (words: readonly string[]): string =>
  words.filter((word) => /^\p{N}/u.test(word)).join(" ");

function foundAt(text: Text, other: Text): Found {
  const isSame = text.words.join(" ") === other.words.join(" ");
  return {
    reason: isSame
      ? "Unexpected expectation a second time, expected it once"
      : "Unexpected expectation nearly as another beside it, expected one of the two",
    place: text.whole,
    actual: text.rich.text,
    also: other.whole,
  };
}

/** Said twice, it counts twice for some and once for others. */
export const similarExpectations = {
  name: "similar-expectations",
  summary: "Two expectations of a level are nearly the same.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "expectations of two sections of a level that are nearly one",
      post: track("Engineer", {
        label: "1",
        sections: {
          Delivery: ["You help your team to ship what it has planned."],
          Communication: ["You help the team to ship what it has planned.", "You listen."],
        },
      }),
      found: ["15:5 Unexpected expectation nearly as another beside it, expected one of the two"],
    },
    {
      shows: "a bullet that was pasted twice",
      post: lines(
        "- You write down what others need to know.",
        "- You write down what others need to know.",
      ),
      found: ["2:3 Unexpected expectation a second time, expected it once"],
    },
    {
      shows: "short expectations of one form, steps in numbers, and lists of their own",
      post: lines(
        "- Owns the whole backend",
        "- Owns the whole frontend",
        "- You lead a team of up to 2 people.",
        "- You lead a team of up to 8 people.",
        "",
        "Later:",
        "",
        "* You lead a team of up to 2 people.",
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
