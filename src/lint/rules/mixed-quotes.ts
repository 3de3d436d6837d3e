import { lines } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { type Text, textsOf } from "../words/texts.js";

/** Apostrophes in and behind words, and quotes; a sign behind a digit may be feet or inches. */
const STRAIGHT = /(?<=\p{L})'(?=\p{L})|(?<=s)'(?=\s|$)|(?<!\p{N})"/gu;
const TYPOGRAPHIC = /(?<=\p{L})’(?=\p{L})|(?<=s)’(?=\s|$)|[“”]/gu;

interface Sign {
  text: Text;
  index: number;
  sign: string;
}

function* check(post: LintedPost): Generator<Found> {
  const texts = [...textsOf(post).values()];
  const [straight, typographic] = [signsIn(texts, STRAIGHT), signsIn(texts, TYPOGRAPHIC)];
  if (straight.length === 0) return;
  const isStraight = typographic.length <= straight.length;
  for (const each of isStraight ? typographic : straight)
    yield foundAt(each, isStraight ? "typographic" : "straight");
}

const signsIn = (texts: readonly Text[], pattern: RegExp): Sign[] =>
  texts.flatMap((text) =>
    [...text.prose.matchAll(pattern)].map(({ 0: sign, index }) => ({ text, index, sign })),
  );

const OTHERS: Readonly<Record<string, readonly string[]>> = {
  "'": ["’"],
  "’": ["'"],
  '"': ["“", "”"],
  "“": ['"'],
  "”": ['"'],
};

function foundAt({ text, index, sign }: Sign, kind: string): Found {
  const expected = OTHERS[sign] ?? [];
  const [only, ...more] = expected;
  const isSafe = more.length === 0 && isOneSign(text.prose, index, sign);
  const stretch = isSafe ? text.written(index, index + 1) : null;
  return {
    reason: `Unexpected ${kind} ${sign}, expected ${expected.join(" or ")} as in most of the post`,
    place: text.placeOf(index, index + 1),
    actual: sign,
    expected: [...expected],
    ...(only && stretch && { fix: [{ ...stretch, text: only }] }),
  };
}

/** False behind a word of single quotes: it may end what another one begins. */
const isOneSign = (prose: string, index: number, sign: string): boolean =>
  /[“”]/.test(sign) || /^\p{L}/u.test(prose.slice(index + 1)) || !/(?<!\p{L})['‘]/u.test(prose);

/** Pasted from elsewhere; a search for "team's" then misses "team’s". */
export const mixedQuotes = {
  name: "mixed-quotes",
  summary: "Straight quotes or apostrophes stand beside typographic ones.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "typographic signs in a post of straight ones",
      post: lines("- You don't, can't and won't.", "- It's your team’s “clever” plan."),
      found: [
        "2:17 Unexpected typographic ’, expected ' as in most of the post",
        '2:20 Unexpected typographic “, expected " as in most of the post',
        '2:27 Unexpected typographic ”, expected " as in most of the post',
      ],
      fixed: lines("- You don't, can't and won't.", `- It's your team's "clever" plan.`),
    },
    {
      shows: "straight signs in a post of typographic ones, of which quotes need a writer",
      post: lines("<p>You don’t, can’t, won’t and didn’t.</p>", "", `<p>It&#39;s "clever".</p>`),
      found: [
        "3:6 Unexpected straight ', expected ’ as in most of the post",
        '3:13 Unexpected straight ", expected “ or ” as in most of the post',
        '3:20 Unexpected straight ", expected “ or ” as in most of the post',
      ],
      fixed: lines("<p>You don’t, can’t, won’t and didn’t.</p>", "", `<p>It’s "clever".</p>`),
    },
    {
      shows: "a quote that ends with an s, which may be one of two",
      post: lines("- You don’t, can’t and won’t.", "- You know 'best practices' well."),
      found: ["2:27 Unexpected straight ', expected ’ as in most of the post"],
    },
    {
      shows: "code, inches, and a template's tag",
      post: lines("- You don’t `let x = 'y'`.", `- A 24" screen.`, `- {% include "x" %} {{ "y" }}`),
      found: [],
    },
  ],
} as const satisfies Rule;
