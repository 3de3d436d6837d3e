import { lines } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { type Text, textsOf } from "../words/texts.js";

/** Before a comma or a full stop; before other signs only at the end, where they part nothing. */
const SPACED = /(?<=[\p{L}\p{M}\p{N})\]”"’]) (?=[,.](?:\s|$)|[;:!?]$)/gu;
const TIGHT = /[\p{L}\p{M}\p{N})\]”"’][;:!?](?=\s|$)/gu;
const APART = / [;:!?](?=\s|$)/g;

function* check(post: LintedPost): Generator<Found> {
  const texts = [...textsOf(post).values()];
  for (const text of texts) {
    for (const { index } of text.prose.matchAll(SPACED)) {
      const sign = text.prose[index + 1] ?? "";
      // French has a space before these.
      if (/[;:!?]/.test(sign) && count(texts, TIGHT) <= count(texts, APART)) continue;
      yield foundAt(text, index, sign, post);
    }
  }
}

const count = (texts: readonly Text[], pattern: RegExp): number =>
  texts.reduce((sum, { prose }) => sum + (prose.match(pattern)?.length ?? 0), 0);

function foundAt(text: Text, index: number, sign: string, { text: source }: LintedPost): Found {
  const stretch = text.written(index, index + 1);
  const isPlain = stretch && /^[ \t]+$/.test(source.slice(stretch.start, stretch.end));
  return {
    reason: `Unexpected space before "${sign}", expected none`,
    place: text.placeOf(index, index + 1),
    ...(isPlain && { fix: [{ ...stretch, text: "" }] }),
  };
}

/** The sign may begin the next line alone. */
export const spaceBeforePunctuation = {
  name: "space-before-punctuation",
  summary: "A space stands before a sign that follows its word.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "spaces before a comma, a full stop and the last colon",
      post: lines(
        "You plan , act and **learn** .",
        "",
        "Yes: why; what: is it ?",
        "",
        "All of it :",
      ),
      found: [
        '1:9 Unexpected space before ",", expected none',
        '1:29 Unexpected space before ".", expected none',
        '3:22 Unexpected space before "?", expected none',
        '5:10 Unexpected space before ":", expected none',
      ],
      fixed: lines("You plan, act and **learn**.", "", "Yes: why; what: is it?", "", "All of it:"),
    },
    {
      shows: "French, a name that begins with a point, and dots",
      post: lines(
        "Vous savez : quoi ?",
        "",
        "Pourquoi ?",
        "",
        "You know .NET and more ...",
        "",
        "A ? B",
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
