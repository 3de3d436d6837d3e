import * as z from "zod/mini";
import { parseSlots } from "./slots.js";

const POINTS = { pt: 1, mm: 72 / 25.4, cm: 720 / 25.4, in: 72 } as const;
const MEASURE = /^(\d{1,4}(?:\.\d{1,4})?)\s*(pt|mm|cm|in)$/;
const EXAMPLES = "a measure such as 20mm, 9.6pt or 1in";

/** Text of a form; `expected` says it in words. */
export const text = (form: RegExp, expected: string) =>
  z.string({ error: expected }).check(z.regex(form, { error: expected }));

/** A length with its unit, as points from `least` to `most`; `expected` says so in words. */
export function measure(least: number, most: number, expected: string) {
  return z
    .pipe(text(MEASURE, EXAMPLES), z.transform(pointsOf))
    .check(
      z.refine((points) => points > least - 0.01 && points < most + 0.01, { error: expected }),
    );
}

function pointsOf(text: string): number {
  const [, number, unit] = MEASURE.exec(text) ?? [];
  return Number(number) * POINTS[unit as keyof typeof POINTS];
}

const TYPE = /^(\d{1,2}(?:\.\d{1,2})?)\/(\d{1,3}(?:\.\d{1,2})?)$/;
const PAIR = `a size and its leading in points, such as "9.6/13.6"`;

/** A size of text from `least` to `most` points, and its leading: "9.6/13.6". */
export function type(least: number, most: number) {
  const range = `a size from ${least} to ${most} points, with a leading of one to three times as much`;
  const fits = ({ size, leading }: { size: number; leading: number }) =>
    size >= least && size <= most && leading >= size && leading <= 3 * size;
  return z.pipe(text(TYPE, PAIR), z.transform(pairOf)).check(z.refine(fits, { error: range }));
}

function pairOf(text: string): { size: number; leading: number } {
  const [size = 0, leading = 0] = text.split("/").map(Number);
  return { size, leading };
}

const COLOUR = `a colour in quotes, such as "#1b2430"`;

/** A colour: "#rrggbb", in small letters. */
export const colour = z.pipe(
  text(/^#[0-9a-f]{6}$/i, COLOUR),
  z.transform((found: string) => found.toLowerCase()),
);

const FONT =
  "a TTF or OTF file in a package (@scope/name/file.ttf), or beside the theme (./file.ttf)";

const FONT_PATH =
  /^(?:\.\/|(?:@[a-z0-9-][a-z0-9._-]*\/)?[a-z0-9-][a-z0-9._-]*\/)[^\\]*\.(?:ttf|otf)$/i;

/** A font file: "@scope/name/file.ttf" in a package, or "./file.ttf" beside the theme. */
export const font = text(FONT_PATH, FONT).check(
  z.refine((path) => !path.split("/").includes(".."), { error: FONT }),
);

const TEXT = "text, which may be empty";

/** A text of a head or foot, with its slots. */
export const slots = z.string({ error: TEXT }).check(
  z.maxLength(200, { error: "at most 200 characters" }),
  z.refine((found) => parseSlots(found).wrong === null, {
    error: ({ input }) => parseSlots(String(input)).wrong ?? TEXT,
  }),
);
