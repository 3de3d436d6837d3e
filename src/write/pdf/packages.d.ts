/** The part of fontkit that is used here; the package brings no types. */
declare module "fontkit" {
  interface Glyph {
    id: number;
    advanceWidth: number;
    codePoints: number[];
  }
  /** Steps of an outline in font units, y upwards. */
  interface Path {
    commands: { command: string; args: number[] }[];
  }
  interface GlyphPosition {
    xAdvance: number;
    yAdvance: number;
    xOffset: number;
    yOffset: number;
    advanceWidth?: number;
  }
  interface GlyphRun {
    glyphs: Glyph[];
    positions: GlyphPosition[];
    readonly advanceWidth: number;
  }
  interface Font {
    unitsPerEm: number;
    postscriptName: string;
    directory: { tables: Record<string, { offset: number; length: number }> };
    getGlyph(id: number, codePoints?: number[]): Glyph & { readonly path: Path };
    layout(
      text: string,
      features?: string[] | Record<string, boolean>,
      script?: string,
      language?: string,
      direction?: "ltr" | "rtl",
    ): GlyphRun;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph & { readonly path: Path };
    createSubset(): Subset;
  }
  /** The glyphs of a font that are embedded: a glyph's place in `glyphs` is its code. */
  interface Subset {
    glyphs: number[];
    mapping: Record<number, number>;
    includeGlyph(id: number): number;
  }
  export function create(bytes: Uint8Array): Font;
}

/** The package under a name that the build leaves as it is: pdfkit asks for it too, and has no need. */
declare module "#fontkit" {
  export * from "fontkit";
}

/** The part of bidi-js that is used here; the package brings no types. */
declare module "bidi-js" {
  interface Levels {
    levels: Uint8Array;
    paragraphs: { start: number; end: number; level: number }[];
  }
  interface Bidi {
    getEmbeddingLevels(text: string, direction?: "ltr" | "rtl" | "auto"): Levels;
    getMirroredCharacter(character: string): string | null;
  }
  export default function factory(): Bidi;
}

/** The part of linebreak that is used here; the package brings no types. */
declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { position: number } | null;
  }
}

/** As fontkit: pdfkit asks for the package, and has no need of it. */
declare module "#linebreak" {
  export { default } from "linebreak";
}

/** The part of svg-to-pdfkit that is used here; the package brings no types. */
declare module "svg-to-pdfkit" {
  export default function draw(
    document: object,
    svg: string,
    x: number,
    y: number,
    options: Record<string, unknown>,
  ): void;
}
