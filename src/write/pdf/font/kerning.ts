import { classOf, coverageIndex, firstFrom, lookupsOf } from "./lookups.js";
import { from } from "./sfnt.js";

/** How much nearer a glyph comes to the one on its left, in font units (negative: nearer). */
export type Kerning = (left: number, right: number) => number;

/** The kerning of a font's Latin letters (OpenType 1.9, GPOS lookup type 2: pair adjustment). */
export function kerningOf(gpos: DataView | null): Kerning {
  const lookups = gpos ? lookupsOf(gpos, "kern", 2, 9) : [];
  const known = new Map<number, number>();
  return (left, right) => {
    const key = left * 0x10000 + right;
    let value = known.get(key);
    if (value === undefined) {
      value = lookups.reduce((sum, pairs) => sum + firstOf(pairs, left, right), 0);
      known.set(key, value);
    }
    return value;
  };
}

/** The first subtable that knows the pair decides. */
function firstOf(tables: readonly DataView[], left: number, right: number): number {
  for (const table of tables) {
    const index = coverageIndex(from(table, table.getUint16(2)), left);
    if (index < 0) continue;
    if (table.getUint16(0) === 2) return ofClasses(table, left, right);
    const value = ofPair(table, index, right);
    if (value !== null) return value;
  }
  return 0;
}

/** Format 1: for each glyph on the left those on the right, in order. */
function ofPair(table: DataView, index: number, right: number): number | null {
  const format = table.getUint16(4);
  const width = 2 + sizeOf(format) + sizeOf(table.getUint16(6));
  const pairs = from(table, table.getUint16(10 + 2 * index));
  const count = pairs.getUint16(0);
  const at = 2 + width * firstFrom(pairs, 2, width, count, right);
  if (at === 2 + width * count || pairs.getUint16(at) !== right) return null;
  return advanceAt(pairs, at + 2, format);
}

/** Format 2: a table of classes, left by right. */
function ofClasses(table: DataView, left: number, right: number): number {
  const format = table.getUint16(4);
  const width = sizeOf(format) + sizeOf(table.getUint16(6));
  const row = classOf(from(table, table.getUint16(8)), left);
  const column = classOf(from(table, table.getUint16(10)), right);
  return advanceAt(table, 16 + width * (row * table.getUint16(14) + column), format);
}

/** The bytes of a value record: two for each bit of its format. */
function sizeOf(format: number): number {
  let size = 0;
  for (let bits = format; bits > 0; bits >>= 1) size += (bits & 1) * 2;
  return size;
}

const X_ADVANCE = 4;

const advanceAt = (view: DataView, at: number, format: number): number =>
  format & X_ADVANCE ? view.getInt16(at + sizeOf(format & (X_ADVANCE - 1))) : 0;
