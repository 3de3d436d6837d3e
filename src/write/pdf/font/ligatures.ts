import { coverageIndex, lookupsOf } from "./lookups.js";
import { from } from "./sfnt.js";

/** The glyph that takes the place of `length` glyphs from `at` on; null: they stay as they are. */
export type Ligatures = (
  glyphs: readonly { id: number }[],
  at: number,
) => { id: number; length: number } | null;

/** The ligatures that Latin text has unasked (OpenType 1.9, GSUB lookup type 4). */
export function ligaturesOf(gsub: DataView | null): Ligatures {
  const tables = gsub ? lookupsOf(gsub, "liga", 4, 7).flat() : [];
  return (glyphs, at) => {
    for (const table of tables) {
      const index = coverageIndex(from(table, table.getUint16(2)), glyphs[at]?.id ?? 0);
      const found =
        index < 0 ? null : firstOf(from(table, table.getUint16(6 + 2 * index)), glyphs, at);
      if (found) return found;
    }
    return null;
  };
}

/** Of the ligatures that begin with a glyph the first whose other parts follow it. */
function firstOf(set: DataView, glyphs: readonly { id: number }[], at: number) {
  for (let index = 0; index < set.getUint16(0); index++) {
    const ligature = from(set, set.getUint16(2 + 2 * index));
    const length = ligature.getUint16(2);
    let same = 1;
    while (same < length && glyphs[at + same]?.id === ligature.getUint16(2 + 2 * same)) same++;
    if (same === length) return { id: ligature.getUint16(0), length };
  }
  return null;
}
