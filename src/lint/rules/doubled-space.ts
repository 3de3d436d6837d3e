import { lines } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { outlineOf } from "../words/outline.js";
import type { Stretch } from "../words/shown.js";
import { type Text, textsOf } from "../words/texts.js";

/** A page shows one space of two: only the source can tell. */
const DOUBLED = /\S[ \t]{2,}\S/;
const RUN = /^[ \t]{2,}$/;

/** Beside code a space may be the code's. */
const SPACE = /(?<!\ufffc) (?!\ufffc)/g;

interface Doubled {
  text: Text;
  /** Where in the text the space stands, and where in the post the two of it. */
  index: number;
  stretch: Stretch;
  /** It stands behind a sentence. */
  parts: boolean;
}

function* check(post: LintedPost): Generator<Found> {
  const texts = [...textsOf(post).values()];
  const doubled = texts.flatMap((text) => doubledIn(text, post));
  // Who sets two spaces behind each sentence does so on purpose.
  const isHabit = doubled.filter(({ parts }) => parts).length * 2 > sentencesIn(texts);
  for (const { text, index, stretch, parts } of doubled) {
    if (parts && isHabit) continue;
    yield {
      reason: `Unexpected ${stretch.end - stretch.start} spaces, expected one`,
      place: text.placeOf(index, index + 1),
      fix: [{ ...stretch, text: " " }],
    };
  }
}

function doubledIn(text: Text, post: LintedPost): Doubled[] {
  const { place, prose } = text;
  const source = post.text;
  if (!place || !DOUBLED.test(source.slice(place.start.offset, place.end.offset))) return [];
  return [...prose.matchAll(SPACE)].flatMap(({ index }) => {
    const stretch = text.written(index, index + 1);
    // A page shows all spaces of a <pre>, which the outline leaves out.
    if (!stretch || !RUN.test(outlineOf(post).text.slice(stretch.start, stretch.end))) return [];
    return [{ text, index, stretch, parts: /[.!?]$/.test(prose.slice(0, index)) }];
  });
}

const sentencesIn = (texts: readonly Text[]): number =>
  texts.reduce((sum, { prose }) => sum + (prose.match(/[.!?] /g)?.length ?? 0), 0);

/** Left of a word that was taken out; each tool shows it in its own way. */
export const doubledSpace = {
  name: "doubled-space",
  summary: "More than one space parts two words.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "two spaces between words, in Markdown and in HTML",
      post: lines("- You write  code and *own*   it.", "", "<p>You test\t &amp; ship.</p>"),
      found: [
        "1:12 Unexpected 2 spaces, expected one",
        "1:28 Unexpected 3 spaces, expected one",
        "3:12 Unexpected 2 spaces, expected one",
      ],
      fixed: lines("- You write code and *own* it.", "", "<p>You test &amp; ship.</p>"),
    },
    {
      shows:
        "two spaces behind most sentences, columns of a table, code, what is set as it is written, and a line that is broken",
      post: lines(
        "You plan.  You act.  You learn. You rest.",
        "",
        "| Level  | Scope   |",
        "| ------ | ------- |",
        "| 1      | `a  b  ` |",
        "",
        "You own  ",
        "the team.",
        "",
        "<ul><li><pre>a  b</pre></li><li><textarea>a  b</textarea></li></ul>",
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
