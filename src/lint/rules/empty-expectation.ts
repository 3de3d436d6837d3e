import { lines } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { listsOf } from "../words/lists.js";
import { outlineOf } from "../words/outline.js";
import type { Stretch } from "../words/shown.js";

/** Reading drops what shows nothing: only the source can tell. */
const EMPTY_TAG =
  /<li\b[^>]*>(?:\s|&nbsp;|&#160;|\u00a0|<br\s*\/?>|<\/?(?:p|span|b|strong|em|i)\b[^>]*>)*(?=<\/li\s*>|<\/[ou]l\s*>|<li\b)/gi;

/** A bullet alone on its line, and nothing further in behind it. */
const EMPTY_BULLET = /^([ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]*$(?!\r?\n\1[ \t]+\S)/gm;

function* check(post: LintedPost): Generator<Found> {
  const outline = outlineOf(post);
  for (const stretch of [...tagsIn(outline.text), ...bulletsIn(outline.text, post)]) {
    const place = outline.placeOf(stretch);
    yield { reason: "Unexpected empty expectation, expected text", place };
  }
}

const tagsIn = (text: string): Stretch[] =>
  [...text.matchAll(EMPTY_TAG)].map(({ 0: tag, index }) => ({
    start: index,
    end: index + tag.trimEnd().length,
  }));

/** Only within a list: "-" below a line of text makes it a heading. */
function bulletsIn(text: string, { ladder }: LintedPost): Stretch[] {
  const found = [...text.matchAll(EMPTY_BULLET)].map(({ 0: line, 1: indent = "", index }) => ({
    start: index + indent.length,
    end: index + line.trimEnd().length,
  }));
  if (found.length === 0) return [];
  const lists = [...listsOf(ladder.content)].flatMap(({ place }) => (place ? [place] : []));
  return found.filter(({ start, end }) =>
    lists.some((place) => place.start.offset <= start && end <= place.end.offset),
  );
}

/** A bullet without a word: what was to be said is lost, or never was. */
export const emptyExpectation = {
  name: "empty-expectation",
  summary: "A bullet says nothing.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "bullets without words, in Markdown and in HTML",
      post: lines(
        "- You plan.",
        "-",
        "- You act.",
        "",
        "<ul>",
        "<li>You learn.</li>",
        "<li> </li>",
        "<li><p>&nbsp;</p></li>",
        "</ul>",
      ),
      found: [
        "2:1 Unexpected empty expectation, expected text",
        "7:1 Unexpected empty expectation, expected text",
        "8:1 Unexpected empty expectation, expected text",
      ],
    },
    {
      shows: "bullets of lists, of images, of text on the next line, and what is no bullet",
      post: lines(
        "- - You plan.",
        "-",
        "  You act.",
        "- ![Chart](chart.png)",
        "- `<li></li>`",
        "",
        "Scope",
        "-",
        "",
        "<!-- <li></li> -->",
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
