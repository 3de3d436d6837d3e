import { lines } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { type Text, textsOf } from "../words/texts.js";

const DOUBLED = /(?<![\p{L}\p{M}\p{N}_'’-])(\p{L}[\p{L}\p{M}]*) (\1)(?![\p{L}\p{M}\p{N}_'’-])/giu;

/** Words that may stand twice: in English, and in languages that a post does not tell. */
const MEANT = /^(?:that|had|very|many|much|more|so|is|nous|vous|se|die|der|das)$/i;

/** Words of which no English sentence has two in a row. */
const NEVER =
  /^(?:the|a|an|of|to|and|or|for|with|at|from|as|are|be|your|their|our|its|this|these)$/;

function* check(post: LintedPost): Generator<Found> {
  for (const text of textsOf(post).values()) {
    for (const { 1: first = "", 2: second = "", index } of text.prose.matchAll(DOUBLED)) {
      // "Duran Duran" is a name.
      if (MEANT.test(second) || second !== second.toLowerCase()) continue;
      yield foundAt(text, index + first.length, second, post);
    }
  }
}

/** `at`: where the space between the two stands. */
function foundAt(text: Text, at: number, word: string, { text: source }: LintedPost): Found {
  const end = at + 1 + word.length;
  const stretch = NEVER.test(word) ? text.written(at, end) : null;
  const isPlain = stretch && source.slice(stretch.start, stretch.end) === ` ${word}`;
  return {
    reason: `Unexpected "${word}" twice in a row, expected it once`,
    place: text.placeOf(at + 1, end),
    actual: word,
    ...(isPlain && { fix: [{ ...stretch, text: "" }] }),
  };
}

/** A slip of the pen that readers pass over and PDFs keep. */
export const doubledWord = {
  name: "doubled-word",
  summary: "A word stands twice in a row.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "an article that no sentence has twice, and a word that one might",
      post: lines(
        "- You know the the tools.",
        "- You plan plan and act.",
        "- You own a **a** goal.",
      ),
      found: [
        '1:16 Unexpected "the" twice in a row, expected it once',
        '2:12 Unexpected "plan" twice in a row, expected it once',
        '3:15 Unexpected "a" twice in a row, expected it once',
      ],
      fixed: lines("- You know the tools.", "- You plan plan and act.", "- You own a **a** goal."),
    },
    {
      shows: "names, words with a hyphen, and sentences that need two",
      post: lines(
        "- You know that that matters, and go from day to day-to-day work.",
        "- You have heard of Duran Duran, and end end-to-end tests.",
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
