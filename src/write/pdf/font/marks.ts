import type { Font } from "fontkit";
import type { Glyph, GlyphPosition, Mark, Shape } from "./glyphs.js";

/** Characters without ink or width; a space, which every font has, is but without ink. */
const BLANKS = [0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x34f];
const SPACE = 0x20;

/** A glyph that shows nothing, to stand for characters that are not drawn by their own. */
export function blankFor(codePoints: readonly number[], font: Font): Glyph {
  const blank = BLANKS.find((each) => isBlank(each, font)) ?? SPACE;
  const { id, advanceWidth } = font.glyphForCodePoint(blank);
  return { id, advanceWidth, codePoints };
}

// Some fonts show their joiners.
function isBlank(codePoint: number, font: Font): boolean {
  if (!font.hasGlyphForCodePoint(codePoint)) return false;
  const { advanceWidth, path } = font.glyphForCodePoint(codePoint);
  return advanceWidth === 0 && path.commands.length === 0;
}

/**
 * Points of Hebrew and Arabic, accents that no letter has: readers of a PDF's text take what is set
 * off the line for a word of its own, and tear the word it belongs to. So such a glyph becomes a
 * drawing, and a blank one is read in its place.
 */
export function withoutMarks(shape: Shape, font: Font): Shape {
  if (!shape.positions.some(isOff)) return shape;
  const marks: Mark[] = [];
  const line: Shape = { glyphs: [], positions: [] };
  let x = 0;
  for (const [index, glyph] of shape.glyphs.entries()) {
    const place = shape.positions[index] as GlyphPosition;
    const off = place.yOffset !== 0 || (place.xOffset !== 0 && place.xAdvance === 0);
    if (off)
      marks.push({ path: font.getGlyph(glyph.id).path, x: x + place.xOffset, y: place.yOffset });
    line.glyphs.push(off ? blankFor(glyph.codePoints, font) : glyph);
    line.positions.push({ ...place, xOffset: 0, yOffset: 0 });
    if (!off) moveBy(place.xOffset, line.positions);
    x += place.xAdvance;
  }
  return { ...line, marks };
}

const isOff = ({ xOffset, yOffset }: GlyphPosition): boolean => xOffset !== 0 || yOffset !== 0;

/** Moves the last glyph along the line, by way of the room that it and a glyph before it take. */
function moveBy(offset: number, positions: GlyphPosition[]): void {
  const own = positions.at(-1);
  const before = positions.slice(0, -1).findLast(({ xAdvance }) => xAdvance > 0);
  if (!before || !own || offset === 0) return;
  before.xAdvance += offset;
  own.xAdvance -= offset;
}
