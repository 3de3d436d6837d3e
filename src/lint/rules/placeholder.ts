import { lines } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { textsOf } from "../words/texts.js";

/** What writers leave for later, in capitals. Of "TODO comments" an expectation may speak. */
const MARKER = /(?<![\p{L}\p{N}_-])(?:TODO|TBD|TBC|TBA|FIXME|XXX)(?![\p{L}\p{N}_-]| \p{Ll})/gu;
const FILLER = /\blorem ipsum\b|\?{3,}/gi;

/** A text that says nothing else. */
const ALONE =
  /^[([“"]*(?:(?:…|\.{2,}|\?+)+|(?:yet )?to be (?:added|announced|confirmed|decided|defined|determined|done|written)|coming soon)[)\]”".!…]*$/i;

function* check(post: LintedPost): Generator<Found> {
  for (const text of textsOf(post).values()) {
    for (const [actual, index] of placeholdersIn(text.prose)) {
      const place = text.placeOf(index, index + actual.length);
      yield { reason: `Unexpected placeholder "${actual}", expected text`, place, actual };
    }
  }
}

function placeholdersIn(prose: string): [string, number][] {
  if (ALONE.test(prose)) return [[prose, 0]];
  return [MARKER, FILLER].flatMap((pattern) =>
    [...prose.matchAll(pattern)].map((match): [string, number] => [match[0], match.index]),
  );
}

/** What nobody came back to is published as it stands. */
export const placeholder = {
  name: "placeholder",
  summary: "A text was left for later.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "marks of what is still to be written",
      post: lines(
        "- TODO: ask HR",
        "- You own ???",
        "- …",
        "- Lorem ipsum dolor.",
        "- To be decided",
      ),
      found: [
        '1:3 Unexpected placeholder "TODO", expected text',
        '2:11 Unexpected placeholder "???", expected text',
        '3:3 Unexpected placeholder "…", expected text',
        '4:3 Unexpected placeholder "Lorem ipsum", expected text',
        '5:3 Unexpected placeholder "To be decided", expected text',
      ],
    },
    {
      shows: "expectations that speak of such marks, and a word of another language",
      post: lines(
        "- You leave no TODO comments behind, nor `FIXME`.",
        "- Nem todo time tem um líder.",
        "- You know what is to be decided by others…",
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
