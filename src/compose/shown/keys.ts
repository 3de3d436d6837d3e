/**
 * Characters that share a glyph in the fonts of the pages: a PDF names the glyph by one of them, and
 * what is seen is the same.
 */
const SAME_GLYPH: Readonly<Record<string, string>> = {
  "\u2010": "-",
  "\u2011": "-",
  "\u00b5": "μ",
  "\u207c": "\u02ed",
  "\u2206": "Δ",
  "\u03d5": "φ",
  "\u02bb": "‘",
  "\u02bc": "’",
  "\u2215": "⁄",
};
const SHARED = new RegExp(`[${Object.keys(SAME_GLYPH).join("")}]`, "g");

// White space, and what no page shows: joiners, variation selectors, soft hyphens, controls.
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}]+/gu;
const LIGATURES = /[\ufb00-\ufdff\ufe70-\ufefc]/g;
const SIMPLE = /^[\x21-\x7e]*$/;
const RIGHT_TO_LEFT = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const NO_LETTER = /[^\p{L}\p{M}\p{N}]+/gu;

/** A text as two of it are compared: without white space, one spelling for what looks the same. */
export function keyOf(text: string): string {
  const seen = text.replace(UNSEEN, "");
  if (SIMPLE.test(seen)) return seen;
  const spelt = seen.replace(LIGATURES, (each) => each.normalize("NFKC")).normalize("NFC");
  return spelt.replace(SHARED, (each) => SAME_GLYPH[each] ?? each);
}

/**
 * Letters and numbers alone: punctuation among letters from the right may stand in either order. Of a
 * text without any, its characters in an order of their own.
 */
export function lettersOf(key: string): string {
  const letters = key.replace(NO_LETTER, "");
  return letters === "" ? [...key].sort().join("") : letters;
}

/** Whether a text has letters that are read from the right. */
export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);
