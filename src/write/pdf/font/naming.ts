import type { Font } from "fontkit";
import type { Glyph } from "./glyphs.js";

/** Above any glyph's number in a font: a glyph's number there plus a multiple of it is an alias. */
const ALIAS = 0x10000;

/** The number in its font of a glyph that may bear an alias. */
export const glyphOf = (alias: number): number => alias % ALIAS;

/**
 * Lets one glyph stand for several texts. A hyphen and a soft hyphen, a space and a joiner often
 * share theirs, yet a PDF tells of each code what one text it stands for (ISO 32000-1, 9.10.3).
 * So a glyph gets a code, and a place in the embedded font, for each text that it is shown for.
 * What is returned gives a glyph the number that tells it apart.
 */
export function naming(): (glyph: Glyph) => Glyph {
  const named = new Map<number, Glyph[]>();
  return ({ id, advanceWidth, codePoints }) => {
    const aliases = named.get(id) ?? [];
    named.set(id, aliases);
    const known = aliases.find((each) => sameList(each.codePoints, codePoints));
    if (known) return known;
    const alias = { id: id + aliases.length * ALIAS, advanceWidth, codePoints };
    aliases.push(alias);
    return alias;
  };
}

/** The same font of fontkit's, whose subsets take aliases. */
export function aliasing(font: Font): Font {
  const subsetOf = font.createSubset.bind(font);
  font.createSubset = () => {
    const subset = subsetOf();
    subset.includeGlyph = (id) => {
      const known = subset.mapping[id];
      if (known !== undefined) return known;
      subset.mapping[id] = subset.glyphs.push(glyphOf(id)) - 1;
      return subset.glyphs.length - 1;
    };
    return subset;
  };
  return font;
}

/** True for lists of the same numbers. */
export const sameList = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);
