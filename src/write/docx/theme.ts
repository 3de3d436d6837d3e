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
export const FACTS_WIDTH = Math.round(48 * MM);
/** The air in it. */
export const FACTS_AIR = Math.round(8 * MM);

export const color = {
  ink: "1B2430",
  grey: "5B6675",
  hairline: "CBD2DA",
  link: "1D4ED8",
} as const;

/**
 * The fonts of Word's own theme slots, so that HR changes them in one place. Word has these, and
 * others have Carlito and Caladea, which are as wide.
 */
export const fonts = { headings: "Cambria", body: "Calibri", mono: "Consolas" } as const;

/** The colours of a hue (they come again after the last). */
export const hueOf = (hue: number): (typeof HUES)[number] => HUES[hue % HUES.length] ?? HUES[0];

/** The namespace of WordprocessingML. */
export const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
