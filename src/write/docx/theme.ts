import { HUES } from "../../docx-names.js";

/** Twentieths of a point in a millimetre. */
const MM = 1440 / 25.4;

/** A4 with its margins, in twentieths of a point. */
export const page = {
  width: 11_906,
  height: 16_838,
  margin: Math.round(20 * MM),
  furniture: Math.round(10 * MM),
} as const;

/** The width of the text. */
export const TEXT_WIDTH = page.width - 2 * page.margin;

/** The facts of a card and the air beside them; the rest is for its body. */
export const factsWidth = (width: number): number =>
  Math.min(Math.round(48 * MM), Math.round(width * 0.3));
/** The air in it. */
export const FACTS_AIR = Math.round(8 * MM);

export const color = {
  ink: "1B2430",
  grey: "5B6675",
  hairline: "CBD2DA",
  link: "1D4ED8",
} as const;

/** The fonts of Word's own theme slots, which HR changes in one place, and that of code. */
export const fonts = {
  headings: "Source Serif 4",
  body: "Source Sans 3",
  code: "Consolas",
} as const;

/** What stands in where a font is not installed: the first that is (ECMA-376, 17.8.3.1). */
export const STAND_INS = [
  { font: fonts.headings, others: "Cambria,Caladea", family: "roman" },
  { font: fonts.body, others: "Calibri,Carlito", family: "swiss" },
  { font: fonts.code, others: "Courier New,DejaVu Sans Mono", family: "modern" },
] as const;

/** The colours of a hue (they come again after the last). */
export const hueOf = (hue: number): (typeof HUES)[number] => HUES[hue % HUES.length] ?? HUES[0];

/** The namespace of WordprocessingML. */
export const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** The namespace of relationships between parts, and the beginning of their types. */
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
