import { charactersOf } from "./characters.js";
import type { Glyph } from "./glyphs.js";
import { type Kerning, kerningOf } from "./kerning.js";
import { type Ligatures, ligaturesOf } from "./ligatures.js";
import { openSfnt, type Sfnt } from "./sfnt.js";
import { openSubset, type Subset } from "./subset.js";

/** A font with what pdfkit asks of one to embed it (fontkit's names), and what Latin text needs. */
export interface TrueType {
  unitsPerEm: number;
  postscriptName: string;
  ascent: number;
  descent: number;
  lineGap: number;
  capHeight: number;
  xHeight: number;
  italicAngle: number;
  bbox: { minX: number; minY: number; maxX: number; maxY: number };
  head: { macStyle: { italic: boolean } };
  post: { isFixedPitch: boolean };
  "OS/2": { sFamilyClass: number };
  getGlyph(id: number, codePoints?: readonly number[]): Glyph;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): Glyph;
  createSubset(): Subset;
  kerning: Kerning;
  ligatures: Ligatures;
}

const NEEDED = ["head", "hhea", "hmtx", "maxp", "cmap", "name", "post", "OS/2", "glyf", "loca"];

/**
 * Opens a font with TrueType outlines; null where it is of another kind (other outlines, variable).
 * fontkit reads each table whole, by descriptions of its fields: half of a small PDF's time.
 */
export function openTrueType(bytes: Uint8Array): TrueType | null {
  const font = openSfnt(bytes);
  const [head, hhea, hmtx, , cmap, name, post, os2] = NEEDED.map((tag) => font.table(tag));
  if (!NEEDED.every((tag) => font.table(tag)) || font.table("fvar")) return null;
  if (!(head && hhea && hmtx && cmap && name && post && os2)) return null;
  const characters = charactersOf(cmap);
  if (!characters) return null;
  const last = hhea.getUint16(34) - 1;
  const getGlyph = (id: number, codePoints: readonly number[] = []): Glyph => ({
    id,
    advanceWidth: hmtx.getUint16(4 * Math.min(id, last)),
    codePoints,
  });
  return {
    ...factsOf(head, hhea, post, os2),
    postscriptName: postscriptName(name),
    getGlyph,
    hasGlyphForCodePoint: (point) => characters(point) !== 0,
    glyphForCodePoint: (point) => getGlyph(characters(point), [point]),
    createSubset: () => openSubset(font),
    ...featuresOf(font),
  };
}

const featuresOf = (font: Sfnt) => ({
  kerning: kerningOf(font.table("GPOS")),
  ligatures: ligaturesOf(font.table("GSUB")),
});

/** OpenType 1.9, "head", "hhea", "post" and "OS/2". */
function factsOf(head: DataView, hhea: DataView, post: DataView, os2: DataView) {
  const [minX = 0, minY = 0, maxX = 0, maxY = 0] = [36, 38, 40, 42].map((at) => head.getInt16(at));
  const tall = os2.getUint16(0) >= 2;
  return {
    unitsPerEm: head.getUint16(18),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    lineGap: hhea.getInt16(8),
    xHeight: tall ? os2.getInt16(86) : 0,
    capHeight: tall ? os2.getInt16(88) : 0,
    italicAngle: post.getInt32(4) / 0x10000,
    bbox: { minX, minY, maxX, maxY },
    head: { macStyle: { italic: (head.getUint16(44) & 2) !== 0 } },
    post: { isFixedPitch: post.getUint32(12) !== 0 },
    "OS/2": { sFamilyClass: os2.getInt16(30) },
  };
}

const POSTSCRIPT_NAME = 6;
const WINDOWS = 3;

/** ASCII, whatever the encoding: two bytes a letter on Windows, else one (OpenType 1.9, "name"). */
function postscriptName(name: DataView): string {
  const strings = name.getUint16(4);
  for (let at = 6 + 12 * (name.getUint16(2) - 1); at >= 6; at -= 12) {
    if (name.getUint16(at + 6) !== POSTSCRIPT_NAME) continue;
    const start = name.byteOffset + strings + name.getUint16(at + 10);
    const bytes = Buffer.from(name.buffer, start, name.getUint16(at + 8));
    return name.getUint16(at) === WINDOWS
      ? Buffer.from(bytes).swap16().toString("utf16le")
      : bytes.toString("latin1");
  }
  return "";
}
