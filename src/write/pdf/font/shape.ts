import type { Font } from "fontkit";
import type { Glyph, Mark, Shape } from "./glyphs.js";
import { withoutMarks } from "./marks.js";
import { aliasing, naming, sameList } from "./naming.js";
import { shaper } from "./shaper.js";
import { openTrueType, type TrueType } from "./trueType.js";

/** A font of which `layout` remembers each word. */
export interface ShapedFont {
  unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  /** For pdfkit, which scales what it is given in place. */
  layout(text: string): Shape & { advanceWidth: number };
  /** The same for who changes nothing of it, in units of the font. */
  shapeOf(text: string): Shape;
  /** In 1/1000 em. */
  widthOf(text: string): number;
  /** What stands above or below its line: drawn, where `layout` has what is read there. */
  marksOf(text: string): readonly Mark[];
}

/** Latin letters and symbols, which these fonts only ever kern and join. */
const PLAIN =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2026\u2070-\u209c\u20a0-\u20bf\u2100-\u23ff\u2500-\u27bf]*$/;
/** Ideographs, kana and syllables stand each in a square of its own. */
const SQUARE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u3029\u3030-\u303f\uac00-\ud7a3\uff01-\uff9d]+$/u;

/**
 * Opens a font for pdfkit and for measuring alike, so that what is measured is what is drawn.
 * pdfkit asks for text word by word.
 */
export function openFont(bytes: Uint8Array): ShapedFont {
  const font = openTrueType(bytes);
  if (!font) return openWhole(bytes);
  const plain = setter(font);
  const square = setter({ ...font, kerning: () => 0, ligatures: () => null });
  let whole: ((text: string) => Shape) | undefined;
  const shape = (text: string) => {
    whole ??= leftToRight(shaper().create(bytes));
    return whole(text);
  };
  return remembering(font, (written) => {
    const text = composed(written, font);
    if (PLAIN.test(text)) return plain(text);
    return SQUARE.test(text) ? square(text) : shape(text);
  });
}

/** A font of another kind than TrueType's. */
function openWhole(bytes: Uint8Array): ShapedFont {
  const font = namingAnew(shaper().create(bytes));
  return remembering(font, leftToRight(font));
}

/** The direction is told: by itself fontkit turns a number in Persian digits round. */
function leftToRight(made: Font): (text: string) => Shape {
  const font = namingAnew(made);
  const shape = font.layout.bind(font);
  return (text) =>
    withoutMarks(shape(composed(text, font), undefined, undefined, undefined, "ltr"), font);
}

/** Tells which characters a font has. */
type Characters = Pick<Font, "hasGlyphForCodePoint">;

// What they look like, if anything, nobody can tell; and no text of a PDF/A may be of them.
const NEVER_DRAWN = /[\p{Cc}\p{Co}\p{Cs}\ufeff\ufffe\uffff]/u;

/** True where a font has a glyph for each character of a text. */
export const hasAll = (font: Characters, text: string): boolean =>
  !NEVER_DRAWN.test(text) &&
  Array.from(text).every((each) => font.hasGlyphForCodePoint(each.codePointAt(0) ?? 0));

/** A letter and its marks as the one character that the font has for them. */
const composed = (text: string, font: Characters): string =>
  text.replace(/\P{M}\p{M}+/gu, (each) => {
    const one = each.normalize();
    return hasAll(font, one) ? one : each;
  });

/** Sets letters one after the other, joined where the font joins them, each where kerning puts it. */
function setter(font: TrueType): (text: string) => Shape {
  const letters = new Map<string, Glyph>();
  const letterOf = (letter: string) => {
    const glyph = font.glyphForCodePoint(letter.codePointAt(0) ?? 0);
    letters.set(letter, glyph);
    return glyph;
  };
  return (text) => {
    const all = Array.from(text, (letter) => letters.get(letter) ?? letterOf(letter));
    const glyphs = joined(all, font);
    const positions = glyphs.map(({ id, advanceWidth }, index) => {
      const next = glyphs[index + 1];
      const xAdvance = advanceWidth + (next ? font.kerning(id, next.id) : 0);
      return { xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 };
    });
    return { glyphs, positions };
  };
}

function joined(letters: readonly Glyph[], font: TrueType): Glyph[] {
  const glyphs: Glyph[] = [];
  for (let at = 0; at < letters.length; at++) {
    const ligature = font.ligatures(letters, at);
    if (ligature === null) glyphs.push(letters[at] as Glyph);
    else {
      const parts = letters.slice(at, at + ligature.length);
      const points = parts.flatMap(({ codePoints }) => codePoints);
      glyphs.push(font.getGlyph(ligature.id, points));
      at += ligature.length - 1;
    }
  }
  return glyphs;
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
  return aliasing(font);
}

/** A word may be cut at it; by itself, as at a line's end, it is drawn. */
export const SOFT_HYPHEN = "\u00ad";

function hyphenOf(font: Pick<TrueType, "glyphForCodePoint">): Shape {
  const { id, advanceWidth } = font.glyphForCodePoint(0x2d);
  const position = { xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 };
  return { glyphs: [{ id, advanceWidth, codePoints: [0xad] }], positions: [position] };
}

/** Words whose shapes are remembered: all of many documents, and no more than memory has room for. */
const MOST_WORDS = 4000;

/** The same font with a memory of what each text becomes. */
export function remembering(
  font: Pick<TrueType, "unitsPerEm" | "hasGlyphForCodePoint" | "glyphForCodePoint">,
  shape: (text: string) => Shape,
): ShapedFont {
  const shapes = new Map<string, Shape>();
  const widths = new Map<string, number>();
  const named = naming();
  const remembered = (text: string): Shape => {
    const known = shapes.get(text);
    if (known) return known;
    const { glyphs, ...others } = text === SOFT_HYPHEN ? hyphenOf(font) : shape(text);
    const made = { ...others, glyphs: glyphs.map(named) };
    if (shapes.size >= MOST_WORDS) {
      shapes.clear();
      widths.clear();
    }
    shapes.set(text, made);
    return made;
  };
  return Object.assign(font, {
    layout: (text: string) => fresh(remembered(text)),
    shapeOf: remembered,
    marksOf: (text: string) => remembered(text).marks ?? [],
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
const fresh = (shape: Shape) => ({
  glyphs: shape.glyphs,
  positions: shape.positions.map((position) => ({ ...position })),
  advanceWidth: advance(shape),
});
