/** The part of fontkit that is used here; the package brings no types. */
declare module "fontkit" {
  interface Glyph {
    id: number;
    advanceWidth: number;
    codePoints: number[];
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
    GPOS?: Gpos;
    getGlyph(id: number, codePoints?: number[]): Glyph;
    layout(
      text: string,
      features?: string[] | Record<string, boolean>,
      script?: string,
      language?: string,
      direction?: "ltr" | "rtl",
    ): GlyphRun;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
  }
  interface List<T> {
    get(index: number): T;
  }
  type Coverage =
    | { version: 1; glyphs: number[] }
    | { version: 2; rangeRecords: { start: number; end: number; startCoverageIndex: number }[] };
  type ClassDef =
    | { version: 1; startGlyph: number; classValueArray: number[] }
    | { version: 2; classRangeRecord: { start: number; end: number; class: number }[] };
  interface Value {
    xAdvance?: number;
  }
  type PairPos = { coverage: Coverage } & (
    | { version: 1; pairSets: List<{ secondGlyph: number; value1?: Value }[]> }
    | {
        version: 2;
        classDef1: ClassDef;
        classDef2: ClassDef;
        classRecords: List<List<{ value1?: Value }>>;
      }
  );
  interface Gpos {
    scriptList: { tag: string; script: { defaultLangSys?: { featureIndexes: number[] } } }[];
    featureList: { tag: string; feature: { lookupListIndexes: number[] } }[];
    lookupList: List<{
      lookupType: number;
      subTables: { lookupType?: number; extension?: unknown }[];
    }>;
  }
  export function create(bytes: Uint8Array): Font;
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
