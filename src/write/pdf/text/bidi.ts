import bidiFactory from "bidi-js";

const bidi = bidiFactory();

// Letters that go from right to left, and the marks that turn direction.
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/;

/** False where all of a text goes from left to right. */
export const needsBidi = (text: string, direction: "ltr" | "rtl"): boolean =>
  direction === "rtl" || RIGHT_TO_LEFT.test(text);

/** The embedding level of each UTF-16 unit (UAX #9). */
export const levelsOf = (text: string, direction: "ltr" | "rtl"): Uint8Array =>
  bidi.getEmbeddingLevels(text, direction).levels;

/** The direction of a paragraph by its first strong letter, else `direction`. */
export function directionOf(text: string, direction: "ltr" | "rtl"): "ltr" | "rtl" {
  const strong = /\p{L}/u.exec(text)?.[0];
  return strong === undefined ? direction : RIGHT_TO_LEFT.test(strong) ? "rtl" : "ltr";
}

/** Text with its brackets turned, as a run from right to left shows them (UAX #9, L4). */
export const mirrored = (text: string): string =>
  [...text].map((each) => bidi.getMirroredCharacter(each) ?? each).join("");

/** The order, from left to right, of runs with these levels (UAX #9, L2). */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, index) => index);
  const highest = Math.max(0, ...levels);
  for (let level = highest; level >= 1; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while (end < order.length && (levels[order[end] as number] ?? 0) >= level) end++;
      if (end > start) order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = Math.max(start, end - 1);
    }
  }
  return order;
}

/** One of several texts in a line from right to left, of which none may turn another round (UAX #9, 2.4.2). */
export const isolated = (text: string, direction: "ltr" | "rtl"): string =>
  direction === "rtl" && text !== "" ? `\u2068${text}\u2069` : text;
