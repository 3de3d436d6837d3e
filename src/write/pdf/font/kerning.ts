import type { ClassDef, Coverage, Font, PairPos } from "fontkit";

/** How much nearer a glyph comes to the one on its left, in font units (negative: nearer). */
export type Kerning = (left: number, right: number) => number;

/**
 * The kerning of a font's Latin letters, straight from its table (OpenType, GPOS lookup type 2).
 * fontkit gives the same by laying out text, at thirty times the cost: half of a small PDF's time.
 */
export function kerningOf(font: Font): Kerning {
  const lookups = kernLookups(font);
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

/** The subtables of each lookup of the "kern" feature, for Latin in its default language. */
function kernLookups(font: Font): PairPos[][] {
  const { GPOS } = font;
  const script = GPOS?.scriptList.find(({ tag }) => tag === "latn") ?? GPOS?.scriptList[0];
  const features = script?.script.defaultLangSys?.featureIndexes ?? [];
  const kerns = features
    .map((index) => GPOS?.featureList[index])
    .filter((feature) => feature?.tag === "kern");
  const indexes = kerns.flatMap((feature) => feature?.feature.lookupListIndexes ?? []);
  return [...new Set(indexes)].map((index) => {
    const lookup = GPOS?.lookupList.get(index);
    return (lookup?.subTables ?? []).flatMap((table) => {
      const [type, pairs] = table.extension
        ? [table.lookupType, table.extension]
        : [lookup?.lookupType, table];
      return type === 2 ? [pairs as PairPos] : [];
    });
  });
}

/** The first subtable that knows the pair decides. */
function firstOf(tables: readonly PairPos[], left: number, right: number): number {
  for (const table of tables) {
    const index = coverageIndex(table.coverage, left);
    if (index < 0) continue;
    if (table.version === 2) {
      const record = table.classRecords.get(classOf(table.classDef1, left));
      return record.get(classOf(table.classDef2, right)).value1?.xAdvance ?? 0;
    }
    const pair = table.pairSets.get(index).find(({ secondGlyph }) => secondGlyph === right);
    if (pair) return pair.value1?.xAdvance ?? 0;
  }
  return 0;
}

function coverageIndex(coverage: Coverage, glyph: number): number {
  if (coverage.version === 1) return coverage.glyphs.indexOf(glyph);
  const range = coverage.rangeRecords.find(({ start, end }) => start <= glyph && glyph <= end);
  return range ? range.startCoverageIndex + glyph - range.start : -1;
}

function classOf(classes: ClassDef, glyph: number): number {
  if (classes.version === 1) return classes.classValueArray[glyph - classes.startGlyph] ?? 0;
  const range = classes.classRangeRecord.find(({ start, end }) => start <= glyph && glyph <= end);
  return range?.class ?? 0;
}
