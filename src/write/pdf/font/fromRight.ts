import { create, type Font, type Glyph } from "fontkit";
import { mirrored } from "../text/bidi.js";
import { namingAnew, remembering, type Shape, type ShapedFont } from "./shape.js";

/** Characters whose glyphs are blank and take no room, in fonts that have them. */
const BLANKS = [0x200b, 0x200c, 0x200d, 0x200e, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e];
const RIGHT_TO_LEFT_MARK = 0x200f;
const ARABIC_COMMA = 0x60c;

/**
 * Opens a font for runs from right to left. It is one of its own for pdfkit, since its glyphs name
 * other characters: viewers read such a run from its right end, and take each glyph for what its
 * font says of it. So a bracket, which is drawn turned round, still names what was written, and
 * what is drawn in one piece names its letters one by one.
 */
export function openFromRight(bytes: Uint8Array): ShapedFont {
  const font = namingAnew(create(bytes));
  const shape = font.layout.bind(font);
  Object.defineProperty(font, "postscriptName", { value: `${font.postscriptName}-FromRight` });
  return remembering(font, (text) => {
    const shaped = shape(mirrored(text), undefined, undefined, undefined, "rtl");
    return inOneOrder(shaped, text, font);
  });
}

function inOneOrder(shaped: Shape, text: string, font: Font): Shape {
  const letters = [...text];
  const order: Shape = { glyphs: [], positions: [] };
  // From the right end: the text's order, so that each glyph takes its share of the letters.
  for (let index = shaped.glyphs.length - 1, at = 0; index >= 0; index--) {
    const glyph = shaped.glyphs[index] as Glyph;
    const own = letters.slice(at, at + glyph.codePoints.length).map(pointOf);
    at += glyph.codePoints.length;
    const [last = 0, ...others] = own.length > 0 ? own.reverse() : glyph.codePoints;
    for (const point of others.reverse()) addBlank(order, point, point, font);
    order.glyphs.push(naming(glyph, last));
    order.positions.push(shaped.positions[index] as Shape["positions"][number]);
    // poppler reads this comma and the space after it as one stretch from left to right.
    if (last === ARABIC_COMMA) addBlank(order, RIGHT_TO_LEFT_MARK, RIGHT_TO_LEFT_MARK, font);
  }
  return { glyphs: order.glyphs.reverse(), positions: order.positions.reverse() };
}

function addBlank(order: Shape, point: number, names: number, font: Font): void {
  const blank = point === RIGHT_TO_LEFT_MARK ? point : (BLANKS[point % BLANKS.length] ?? 0x200b);
  if (!font.hasGlyphForCodePoint(blank)) return;
  order.glyphs.push(naming(font.glyphForCodePoint(blank), names));
  order.positions.push({ xAdvance: 0, yAdvance: 0, xOffset: 0, yOffset: 0 });
}

const pointOf = (letter: string): number => letter.codePointAt(0) ?? 0;

/** A glyph's own getters don't come along in a copy. */
const naming = ({ id, advanceWidth }: Glyph, codePoint: number): Glyph => ({
  id,
  advanceWidth,
  codePoints: [codePoint],
});
