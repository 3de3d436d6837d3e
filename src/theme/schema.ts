import * as z from "zod/mini";
import { colour, font, measure, slots, text, type } from "./values.js";

/** The name under which editors may refer to this schema. */
export const THEME_SCHEMA_ID = "urn:rungbook:schema:theme:1";

/** Pages by name (ISO 216; ANSI): width and height, upright. */
const PAGES = {
  A3: { width: 841.89, height: 1190.55 },
  A4: { width: 595.28, height: 841.89 },
  A5: { width: 419.53, height: 595.28 },
  Letter: { width: 612, height: 792 },
  Legal: { width: 612, height: 1008 },
} as const;

const NAMES = Object.keys(PAGES) as (keyof typeof PAGES)[];

const MM = 72 / 25.4;
const side = measure(100 * MM, 1000 * MM, "a measure from 100mm to 1000mm");
const margin = measure(10 * MM, 100 * MM, "a measure from 10mm to 100mm");

const Size = z.union(
  [
    z.pipe(
      z.enum(NAMES),
      z.transform((name: keyof typeof PAGES) => PAGES[name]),
    ),
    z.strictObject({ width: side, height: side }),
  ],
  { error: `${NAMES.join(", ")}, or a width and a height from 100mm to 1000mm` },
);

const Page = z.strictObject({
  size: Size,
  margins: z.strictObject({ top: margin, right: margin, bottom: margin, left: margin }),
});

const Fonts = z.strictObject({
  text: z.strictObject({ regular: font, italic: font, bold: font, boldItalic: font }),
  display: z.strictObject({ regular: font, italic: font }),
  code: font,
});

const small = type(5, 16);
const large = type(7, 72);
const types = z
  .array(large, { error: "a list of sizes" })
  .check(z.minLength(1, { error: "at least one size" }));

const Sizes = z.strictObject({
  title: large,
  subtitle: large,
  /** Author, date and source, below the title. */
  about: small,
  /** The heading of a track. */
  track: large,
  body: small,
  /** The heading of a section of a level, and of the contents. */
  section: small,
  /** The name of a fact. */
  caption: small,
  fact: small,
  /** A level's title. */
  name: large,
  /** A level's title where the level goes on. */
  continued: small,
  cell: small,
  overview: small,
  code: small,
  /** What cells and the overview shrink to where there is little room. */
  narrow: small,
  smallest: small,
  /** Heads and feet of pages. */
  furniture: small,
  /** A level's label, and what it shrinks to where it is more than a number. */
  label: types,
  /** Headings between tracks, by their depth. */
  headings: types,
});

const Colors = z.strictObject({
  ink: colour,
  grey: colour,
  /** Titles; where it is not told, they are in ink. */
  title: z.optional(colour),
  /** Links; where it is not told, only the line below tells them. */
  link: z.optional(colour),
  hairline: colour,
  /** Dotted lines of the contents, lines below links. */
  leader: colour,
  surface: colour,
  tracks: z
    .array(z.strictObject({ ink: colour, tint: colour }), { error: "a list of colours" })
    .check(z.minLength(1, { error: "at least one colour" })),
});

const oneOf = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: `one of ${words.join(", ")}` });

const Shapes = z.strictObject({
  /** The bar below the title block. */
  bar: z.strictObject({
    width: z.union([z.literal("full"), measure(0, 400 * MM, "")], {
      error: "full, or a measure such as 18mm",
    }),
    height: measure(0, 12, "a measure up to 12pt"),
  }),
  track: oneOf(["plain", "band"]),
  /** The colour of a section's heading. */
  section: oneOf(["grey", "ink", "track"]),
  overview: z.strictObject({
    bar: oneOf(["left", "top"]),
    radius: measure(0, 6, "a measure up to 6pt"),
  }),
  /** The column of a level's facts, and the space between it and the level's sections. */
  facts: measure(25 * MM, 80 * MM, "a measure from 25mm to 80mm"),
  gap: measure(3 * MM, 20 * MM, "a measure from 3mm to 20mm"),
});

const Logo = z.strictObject({
  file: text(/\.(?:png|jpe?g|svg)$/i, "a PNG, JPEG or SVG file beside the theme"),
  height: measure(4 * MM, 40 * MM, "a measure from 4mm to 40mm"),
  /** What it says to those who don't see it. */
  alt: text(/[^\s\p{Default_Ignorable_Code_Point}]/u, "words for those who don't see the logo"),
});

const furniture = z.strictObject({
  left: slots,
  right: slots,
  rule: z.boolean({ error: "true or false" }),
});

/** A theme file with what it extends merged in: the one source of types, checks and JSON Schema. */
export const ThemeFile = z.strictObject({
  page: Page,
  fonts: Fonts,
  sizes: Sizes,
  colors: Colors,
  shapes: Shapes,
  logo: z._default(z.nullable(Logo), null),
  header: furniture,
  footer: furniture,
});

/** What a theme file says, measures in points. */
export type ThemeFile = z.output<typeof ThemeFile>;
