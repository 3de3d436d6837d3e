import { readFileSync } from "node:fs";

/** A font whose glyphs are all as wide, as bare outlines (Adobe's CFF), of pdfjs. */
const OUTLINES = "node_modules/pdfjs-dist/standard_fonts/FoxitFixed.pfb";
const WIDTH = 600;

/** Makes an OpenType font with CFF outlines, all of ASCII in it. */
export function otfOf(): Uint8Array {
  const cff = readFileSync(OUTLINES);
  const { glyphs, ofAscii } = charsetOf(cff);
  const tables: [string, Buffer][] = [
    ["CFF ", cff],
    ["OS/2", os2()],
    ["cmap", cmap(ofAscii)],
    ["head", head()],
    ["hhea", words(1, 0, 800, -200, 0, WIDTH, 0, 0, WIDTH, 1, 0, 0, 0, 0, 0, 0, 0, glyphs)],
    ["hmtx", words(...Array.from({ length: glyphs }, () => [WIDTH, 0]).flat())],
    ["maxp", words(0, 0x5000, glyphs)],
    ["name", name("TestFixed")],
    ["post", words(3, 0, 0, 0, -100, 50, 0, 1, ...new Array<number>(8).fill(0))],
  ];
  return fileOf(tables);
}

/** Numbers of two bytes each. */
const words = (...numbers: number[]): Buffer =>
  Buffer.concat(numbers.map((each) => Buffer.from([(each >> 8) & 255, each & 255])));

/** The glyphs of a CFF font, and those of U+0020 to U+007E (CFF, clauses 5 to 13). */
function charsetOf(cff: Buffer): { glyphs: number; ofAscii: number[] } {
  const names = indexAt(cff, cff[2] ?? 0);
  const tops = indexAt(cff, names.end);
  const top = dictOf(tops.items[0] ?? Buffer.alloc(0));
  const glyphs = indexAt(cff, top.get(17) ?? 0).items.length;
  const strings = stringsAt(cff, top.get(15) ?? 0, glyphs);
  // The first 95 strings of all fonts are the names of these characters.
  const ofAscii = Array.from({ length: 95 }, (_, index) => strings.indexOf(index + 1));
  return { glyphs, ofAscii };
}

function indexAt(cff: Buffer, at: number): { items: Buffer[]; end: number } {
  const count = cff.readUInt16BE(at);
  if (count === 0) return { items: [], end: at + 2 };
  const size = cff[at + 2] ?? 1;
  const data = at + 2 + size * (count + 1);
  const offset = (index: number) => data + cff.readUIntBE(at + 3 + size * index, size);
  const items = Array.from({ length: count }, (_, index) =>
    cff.subarray(offset(index), offset(index + 1)),
  );
  return { items, end: offset(count) };
}

/** The last operand of each operator of one byte; real numbers are of no matter. */
function dictOf(data: Buffer): Map<number, number> {
  const found = new Map<number, number>();
  let last = 0;
  for (let at = 0; at < data.length; ) {
    const byte = data[at] ?? 0;
    if (byte <= 21) {
      found.set(byte === 12 ? 1200 + (data[at + 1] ?? 0) : byte, last);
      at += byte === 12 ? 2 : 1;
    } else if (byte === 28) [last, at] = [data.readInt16BE(at + 1), at + 3];
    else if (byte === 29) [last, at] = [data.readInt32BE(at + 1), at + 5];
    else if (byte === 30) at = endOfReal(data, at + 1);
    else if (byte <= 246) [last, at] = [byte - 139, at + 1];
    else [last, at] = [pair(byte, data[at + 1] ?? 0), at + 2];
  }
  return found;
}

const pair = (byte: number, next: number): number =>
  byte <= 250 ? (byte - 247) * 256 + next + 108 : -(byte - 251) * 256 - next - 108;

function endOfReal(data: Buffer, from: number): number {
  let at = from;
  while (((data[at] ?? 255) & 15) !== 15) at++;
  return at + 1;
}

/** The string of each glyph's name. */
function stringsAt(cff: Buffer, at: number, glyphs: number): number[] {
  const strings = [0];
  if (at <= 2) return Array.from({ length: glyphs }, (_, index) => index);
  const format = cff[at] ?? 0;
  for (let next = at + 1; strings.length < glyphs; next += format === 0 ? 2 : 2 + format) {
    const left = format === 0 ? 0 : cff.readUIntBE(next + 2, format);
    for (let each = 0; each <= left; each++) strings.push(cff.readUInt16BE(next) + each);
  }
  return strings;
}

/** Format 4, a segment for each character (OpenType 1.9, "cmap"). */
function cmap(glyphs: readonly number[]): Buffer {
  const points = [...glyphs.keys()].map((index) => index + 0x20);
  const ends = [...points, 0xffff];
  const shifts = [...points.map((point, index) => (glyphs[index] ?? 0) - point), 1];
  const count = ends.length;
  const size = 2 * 2 ** Math.floor(Math.log2(count));
  const body = [0, 2 * count, size, Math.log2(size / 2), 2 * count - size];
  const table = words(...body, ...ends, 0, ...ends, ...shifts, ...ends.map(() => 0));
  return Buffer.concat([words(0, 1, 3, 1, 0, 12, 4, table.length + 4), table]);
}

function head(): Buffer {
  const table = words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 3, 1000, ...new Array<number>(8).fill(0));
  return Buffer.concat([table, words(-50, -250, 650, 900, 0, 8, 2, 0, 0)]);
}

function os2(): Buffer {
  const numbers = new Array<number>(48).fill(0);
  numbers[0] = 4;
  return words(...numbers);
}

/** A PostScript name, and the same for family and whole (OpenType 1.9, "name"). */
function name(text: string): Buffer {
  const bytes = Buffer.from(text, "utf16le").swap16();
  const records = [1, 4, 6].flatMap((id) => [3, 1, 0x409, id, bytes.length, 0]);
  return Buffer.concat([words(0, 3, 6 + 12 * 3, ...records), bytes]);
}

function fileOf(tables: readonly [string, Buffer][]): Uint8Array {
  let offset = 12 + 16 * tables.length;
  const entries = tables.map(([tag, bytes]) => {
    const entry = Buffer.alloc(16);
    entry.write(tag, "latin1");
    entry.writeUInt32BE(offset, 8);
    entry.writeUInt32BE(bytes.length, 12);
    offset += Math.ceil(bytes.length / 4) * 4;
    return entry;
  });
  const padded = tables.map(([, bytes]) =>
    Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]),
  );
  return Buffer.concat([
    Buffer.from("OTTO"),
    words(tables.length, 128, 3, 16),
    ...entries,
    ...padded,
  ]);
}
