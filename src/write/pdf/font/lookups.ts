import { from, tagAt } from "./sfnt.js";

/*
 * What "GPOS" and "GSUB" have in common (OpenType 1.9, "OpenType layout common table formats").
 */

/** The subtables of each lookup of a feature, as far as they are of a type, for Latin by default. */
export function lookupsOf(
  table: DataView,
  feature: string,
  type: number,
  extension: number,
): DataView[][] {
  const features = from(table, table.getUint16(6));
  const lookups = from(table, table.getUint16(8));
  const indexes = featuresOf(table)
    .filter((index) => tagAt(features, 2 + 6 * index) === feature)
    .flatMap((index) => listAt(from(features, features.getUint16(6 + 6 * index)), 2));
  return [...new Set(indexes)].map((index) =>
    subtablesOf(from(lookups, lookups.getUint16(2 + 2 * index)), type, extension),
  );
}

/** The features of the Latin script, or of the first, in its default language. */
function featuresOf(table: DataView): number[] {
  const scripts = from(table, table.getUint16(4));
  const count = scripts.getUint16(0);
  if (count === 0) return [];
  const latin = Array.from({ length: count }, (_, index) => 2 + 6 * index).find(
    (at) => tagAt(scripts, at) === "latn",
  );
  const script = from(scripts, scripts.getUint16((latin ?? 2) + 4));
  const language = script.getUint16(0);
  return language === 0 ? [] : listAt(from(script, language), 4);
}

/** A count and as many numbers after it. */
function listAt(view: DataView, at: number): number[] {
  return Array.from({ length: view.getUint16(at) }, (_, index) =>
    view.getUint16(at + 2 + 2 * index),
  );
}

function subtablesOf(lookup: DataView, type: number, extension: number): DataView[] {
  const own = lookup.getUint16(0);
  return listAt(lookup, 4).flatMap((offset) => {
    const table = from(lookup, offset);
    if (own === type) return [table];
    const extended = own === extension && table.getUint16(2) === type;
    return extended ? [from(table, table.getUint32(4))] : [];
  });
}

/** A glyph's number in a coverage table; -1: it isn't in it. */
export function coverageIndex(coverage: DataView, glyph: number): number {
  const isList = coverage.getUint16(0) === 1;
  const width = isList ? 2 : 6;
  const at = 4 + width * firstFrom(coverage, isList ? 4 : 6, width, coverage.getUint16(2), glyph);
  if (at + width > 4 + width * coverage.getUint16(2)) return -1;
  const start = coverage.getUint16(at);
  if (isList) return start === glyph ? (at - 4) / 2 : -1;
  return start <= glyph ? coverage.getUint16(at + 4) + glyph - start : -1;
}

/** A glyph's class; 0 where the table names none. */
export function classOf(classes: DataView, glyph: number): number {
  if (classes.getUint16(0) === 1) {
    const index = glyph - classes.getUint16(2);
    return index >= 0 && index < classes.getUint16(4) ? classes.getUint16(6 + 2 * index) : 0;
  }
  const count = classes.getUint16(2);
  const index = firstFrom(classes, 6, 6, count, glyph);
  if (index === count || classes.getUint16(4 + 6 * index) > glyph) return 0;
  return classes.getUint16(8 + 6 * index);
}

/** The first of `count` records, whose last glyphs rise, that ends with `glyph` or after it. */
export function firstFrom(
  view: DataView,
  at: number,
  width: number,
  count: number,
  glyph: number,
): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (view.getUint16(at + width * middle) < glyph) low = middle + 1;
    else high = middle;
  }
  return low;
}
