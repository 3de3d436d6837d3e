import { from } from "./sfnt.js";

/** The glyph of a code point; 0: the font has none. */
export type Characters = (codePoint: number) => number;

/** Unicode's subtables, those with all planes first: platform and encoding. */
const KINDS = [0x3000a, 0x00006, 0x00004, 0x30001, 0x00003, 0x00002, 0x00001, 0x00000];

/** The characters of a "cmap" table in its formats 4 and 12; null: it has neither. */
export function charactersOf(cmap: DataView): Characters | null {
  const found = new Map<number, DataView>();
  for (let entry = 4 + (cmap.getUint16(2) - 1) * 8; entry >= 4; entry -= 8)
    found.set(cmap.getUint32(entry), from(cmap, cmap.getUint32(entry + 4)));
  const table = found.get(KINDS.find((kind) => found.has(kind)) ?? -1);
  const format = table?.getUint16(0);
  if (table && format === 12) return (point) => inGroups(table, point);
  return table && format === 4 ? (point) => inSegments(table, point) : null;
}

/** Format 12: groups of twelve bytes, in order. */
function inGroups(table: DataView, point: number): number {
  const group =
    16 + 12 * firstFrom(table.getUint32(12), (at) => table.getUint32(20 + 12 * at), point);
  if (group + 12 > table.byteLength) return 0;
  const start = table.getUint32(group);
  const isIn = start <= point && point <= table.getUint32(group + 4);
  return isIn ? table.getUint32(group + 8) + point - start : 0;
}

/** Format 4: the ends, starts, shifts and offsets of segments, an array each. */
function inSegments(table: DataView, point: number): number {
  const size = table.getUint16(6);
  const segment = 2 * firstFrom(size / 2, (at) => table.getUint16(14 + 2 * at), point);
  if (segment >= size) return 0;
  const at = 16 + size + segment;
  const start = table.getUint16(at);
  if (point < start) return 0;
  const shift = table.getUint16(at + size);
  const offset = table.getUint16(at + 2 * size);
  if (offset === 0) return (point + shift) & 0xffff;
  const glyph = table.getUint16(at + 2 * size + offset + 2 * (point - start));
  return glyph === 0 ? 0 : (glyph + shift) & 0xffff;
}

/** The first of `count` ends, which rise, that is not below a point. */
function firstFrom(count: number, endAt: (index: number) => number, point: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endAt(middle) < point) low = middle + 1;
    else high = middle;
  }
  return low;
}
