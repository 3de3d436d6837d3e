import { create, type Font, type Glyph, type GlyphPosition, type GlyphRun } from "fontkit";
import { kerningOf } from "./kerning.js";

/** A font of which `layout` remembers each word; advances are in 1/1000 em. */
export interface ShapedFont extends Font {
  widthOf(text: string): number;
}

/** Glyphs from left to right, and how far each moves on, in font units. */
export interface Shape {
  glyphs: Glyph[];
  positions: GlyphPosition[];
}

/** Letters that these fonts only ever kern, but for an "f", which may join what follows it. */
const PLAIN = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2026]*$/;
const JOINS = /f[bfhijklt]/;

/**
 * Opens a font for pdfkit and for measuring alike, so that what is measured is what is drawn.
 * pdfkit asks for text word by word. Advances in 1/1000 em come from `widthOf`.
 */
export function openFont(bytes: Uint8Array): ShapedFont {
  const font = namingAnew(create(bytes));
  const shape = font.layout.bind(font);
  const kerned = kerner(font);
  return remembering(font, (text) =>
    PLAIN.test(text) && !JOINS.test(text)
      ? kerned(text)
      : // The direction is told: by itself fontkit turns a number in Persian digits round.
        shape(text, undefined, undefined, undefined, "ltr"),
  );
}

/** Sets letters one after the other, each where kerning puts it. */
function kerner(font: Font): (text: string) => Shape {
  const kerning = kerningOf(font);
  const letters = new Map<string, { glyph: Glyph; advance: number }>();
  const letterOf = (letter: string) => {
    const glyph = font.glyphForCodePoint(letter.codePointAt(0) ?? 0);
    const made = { glyph, advance: glyph.advanceWidth };
    letters.set(letter, made);
    return made;
  };
  return (text) => {
    const all = Array.from(text, (letter) => letters.get(letter) ?? letterOf(letter));
    const positions = all.map(({ glyph, advance }, index) => {
      const next = all[index + 1]?.glyph;
      const xAdvance = advance + (next ? kerning(glyph.id, next.id) : 0);
      return { xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 };
    });
    return { glyphs: all.map(({ glyph }) => glyph), positions };
  };
}

/**
 * fontkit keeps each glyph with the first characters it ever stood for, whoever asked: what a PDF
 * says of its text would hang on what this process wrote before.
 */
export function namingAnew(font: Font): Font {
  const known = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints = []) => {
    const glyph = known(id, codePoints);
    if (!glyph || sameList(glyph.codePoints, codePoints)) return glyph;
    return Object.create(glyph, { codePoints: { value: codePoints } });
  };
  return font;
}

/** The same font with a memory of what each text becomes. */
export function remembering(font: Font, shape: (text: string) => Shape): ShapedFont {
  const shapes = new Map<string, Shape>();
  const widths = new Map<string, number>();
  const remembered = (text: string): Shape => {
    const known = shapes.get(text);
    if (known) return known;
    const made = shape(text);
    shapes.set(text, made);
    return made;
  };
  return Object.assign(font, {
    layout: (text: string) => fresh(remembered(text)),
    widthOf: (text: string) => {
      const known = widths.get(text);
      if (known !== undefined) return known;
      const width = (advance(remembered(text)) * 1000) / font.unitsPerEm;
      widths.set(text, width);
      return width;
    },
  });
}

const advance = (shape: Shape): number =>
  shape.positions.reduce((sum, position) => sum + position.xAdvance, 0);

/** pdfkit scales the positions it is given in place. */
const fresh = (shape: Shape): GlyphRun => ({
  glyphs: shape.glyphs,
  positions: shape.positions.map((position) => ({ ...position })),
  advanceWidth: advance(shape),
});

const sameList = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);
