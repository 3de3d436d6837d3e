import type { Font } from "fontkit";
import { mirrored } from "../text/bidi.js";
import type { Glyph, Shape } from "./glyphs.js";
import { blankFor, withoutMarks } from "./marks.js";
import { namingAnew, remembering, type ShapedFont } from "./shape.js";
import { shaper } from "./shaper.js";

const RIGHT_TO_LEFT_MARK = 0x200f;
const ARABIC_COMMA = 0x60c;
const NEUTRAL_END = /\p{P} *$/u;

/**
 * Opens a font for runs from right to left. It is one of its own for pdfkit, since its glyphs name
 * other characters: viewers read such a run from its right end, and take each glyph for what its
 * font says of it. So a bracket, which is drawn turned round, still names what was written, and
 * what is drawn in one piece names its letters one by one.
 */
export function openFromRight(bytes: Uint8Array): ShapedFont {
  const font = namingAnew(shaper().create(bytes));
  const shape = font.layout.bind(font);
  Object.defineProperty(font, "postscriptName", { value: `${font.postscriptName}-FromRight` });
  return remembering(font, (text) => {
    const shaped = shape(mirrored(text), undefined, undefined, undefined, "rtl");
    return withoutMarks(inOneOrder(shaped, text, font), font);
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
    for (const point of others.reverse()) addBlank(order, point, font);
    order.glyphs.push(standingFor(glyph, last));
    order.positions.push(shaped.positions[index] as Shape["positions"][number]);
    // poppler reads this comma and the space after it as one stretch from left to right.
    if (last === ARABIC_COMMA) addBlank(order, RIGHT_TO_LEFT_MARK, font);
  }
  // So it does with brackets and the like at the end of a run, and a number after it.
  if (NEUTRAL_END.test(text)) addBlank(order, RIGHT_TO_LEFT_MARK, font);
  return { glyphs: order.glyphs.reverse(), positions: order.positions.reverse() };
}

function addBlank(order: Shape, point: number, font: Font): void {
  order.glyphs.push(blankFor([point], font));
  order.positions.push({ xAdvance: 0, yAdvance: 0, xOffset: 0, yOffset: 0 });
}

const pointOf = (letter: string): number => letter.codePointAt(0) ?? 0;

/** A glyph's own getters don't come along in a copy. */
const standingFor = ({ id, advanceWidth }: Glyph, codePoint: number): Glyph => ({
  id,
  advanceWidth,
  codePoints: [codePoint],
});
