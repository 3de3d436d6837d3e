import { lines } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { type Text, textsOf } from "../words/texts.js";

/** Beside another space, or at an end, if not of code: it holds nothing together. */
const LOOSE = /(?<=^|\s)\u00a0+(?!\ufffc)|(?<!\ufffc)\u00a0+(?=\s|$)/g;

/** Between two ordinary words, as word processors leave it: not "5 years", "a word", "Mr. Who". */
const PASTED = /(?<=(?<!\p{L})\p{L}\p{Ll}{2,}[,;]?)\u00a0(?=\p{Ll}{2,})/gu;

function* check(post: LintedPost): Generator<Found> {
  for (const text of textsOf(post).values()) {
    if (!text.prose.includes("\u00a0")) continue;
    for (const { 0: spaces, index } of text.prose.matchAll(LOOSE))
      yield foundAt(text, index, index + spaces.length, "none", "");
    for (const { index } of text.prose.matchAll(PASTED))
      yield foundAt(text, index, index + 1, "an ordinary one", " ");
  }
}

function foundAt(text: Text, start: number, end: number, expected: string, put: string): Found {
  const stretch = text.written(start, end);
  return {
    reason: `Unexpected no-break space, expected ${expected}`,
    place: text.placeOf(start, end),
    ...(stretch && { fix: [{ ...stretch, text: put }] }),
  };
}

/** It comes along from a word processor, and lines break at odd places. */
export const noBreakSpace = {
  name: "no-break-space",
  summary: "A no-break space stands where nothing belongs together.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "no-break spaces between words, beside a space and at the end",
      post: lines("- You\u00a0own **your**&nbsp;team.", "- You plan\u00a0 and act.\u00a0"),
      found: [
        "1:6 Unexpected no-break space, expected an ordinary one",
        "1:19 Unexpected no-break space, expected an ordinary one",
        "2:11 Unexpected no-break space, expected none",
        "2:21 Unexpected no-break space, expected none",
      ],
      fixed: lines("- You own **your** team.", "- You plan and act."),
    },
    {
      shows: "words that belong together",
      post: lines(
        "- 5\u00a0years",
        "- a\u00a0plan by Mr.\u00a0Who",
        "- 🚚\u00a0Delivery",
        "- `a\u00a0`",
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
