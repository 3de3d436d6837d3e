import type { Path } from "fontkit";

/** A glyph as pdfkit takes it; `advanceWidth` in font units. */
export interface Glyph {
  id: number;
  advanceWidth: number;
  codePoints: readonly number[];
}

/** How far a glyph moves on, and how far it stands off, in font units. */
export interface GlyphPosition {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

/** A glyph that stands off its line, in font units from the beginning of its text. */
export interface Mark {
  path: Path;
  x: number;
  y: number;
}

/** Glyphs from left to right, and how far each moves on, in font units. */
export interface Shape {
  glyphs: Glyph[];
  positions: GlyphPosition[];
  /** What is drawn off the line, if anything is. */
  marks?: readonly Mark[];
}
