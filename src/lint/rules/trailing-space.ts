import { lines } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { outlineOf } from "../words/outline.js";
import { placeWithin, type Stretch } from "../words/shown.js";
import { type Text, textsOf } from "../words/texts.js";

/** Behind the last word of a block: before its end tag, or at the end of its line. */
const AT_END = /[ \t]+(?=<\/(?:li|p|td|th|h[1-6]|dt|dd|div|caption|blockquote)\s*>|[\r\n]|$)/iy;

/** Whether there is anything of that, quickly seen. */
const SPACED = /[ \t](?:[\r\n<]|$)/;

/** Where a line is wrapped: one space, since two of Markdown break the line and are no space of the text. */
const WRAPPED = /^[ \t]+(?=[\r\n])/;

/** Behind a tag at the end of a line that began with one: in HTML, where spaces never break a line. */
const AFTER_TAG = /(?<=>)[ \t]+$/gm;
const OF_HTML = /^[ \t]*<\/?(?:li|p|td|th|tr|h[1-6]|ul|ol|table|thead|tbody|tfoot|div)\b/i;

function* check(post: LintedPost): Generator<Found> {
  for (const text of textsOf(post).values()) {
    for (const stretch of stretchesIn(text, post)) {
      if (text.place) yield foundAt(stretch, placeWithin(text.place, stretch, post.text));
    }
  }
  const outline = outlineOf(post);
  for (const { 0: space, index } of outline.text.matchAll(AFTER_TAG)) {
    const line = outline.text.slice(outline.text.lastIndexOf("\n", index) + 1, index);
    const stretch = { start: index, end: index + space.length };
    if (OF_HTML.test(line)) yield foundAt(stretch, outline.placeOf(stretch));
  }
}

const foundAt = (stretch: Stretch, place: Found["place"]): Found => ({
  reason: "Unexpected space at the end, expected none",
  place,
  fix: [{ ...stretch, text: "" }],
});

function stretchesIn(text: Text, { text: source }: LintedPost): Stretch[] {
  const { place, rich } = text;
  if (!place || !SPACED.test(source.slice(place.start.offset, place.end.offset + 1))) return [];
  const wrapped = [...rich.text.matchAll(/ /g)].flatMap(({ index }) => {
    const space = text.written(index, index + 1);
    const run = space && WRAPPED.exec(source.slice(space.start, space.end))?.[0];
    return space && run ? [{ start: space.start, end: space.start + run.length }] : [];
  });
  const last = text.written(rich.text.length - 1, rich.text.length);
  if (!last) return wrapped;
  AT_END.lastIndex = last.end;
  const run = AT_END.exec(source)?.[0];
  return run ? [...wrapped, { start: last.end, end: last.end + run.length }] : wrapped;
}

/** No page shows it; editors that take it away make changes where nothing was changed. */
export const trailingSpace = {
  name: "trailing-space",
  summary: "A space stands behind the last word, or at the end of a line.",
  severity: "info",
  check,
  examples: [
    {
      shows: "spaces before an end tag, behind it, and at the ends of lines",
      post: lines("<ul>", "<li>You fix bugs. </li>  ", "</ul>", "", "- You write ", "  tests.\t"),
      found: [
        "2:18 Unexpected space at the end, expected none",
        "2:24 Unexpected space at the end, expected none",
        "5:12 Unexpected space at the end, expected none",
        "6:9 Unexpected space at the end, expected none",
      ],
      fixed: lines("<ul>", "<li>You fix bugs.</li>", "</ul>", "", "- You write", "  tests."),
    },
    {
      shows: "a line that is broken, code, and a comment",
      post: lines(
        "You write  ",
        "tests.",
        "",
        "```",
        "<p>code</p> ",
        "```",
        "",
        "<!--",
        "<p> </p> ",
        "-->",
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
