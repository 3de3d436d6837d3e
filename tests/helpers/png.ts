import { deflateSync } from "node:zlib";

/** A PNG to be made: its pixels from the top, a list of samples each. */
export interface Picture {
  width: number;
  height: number;
  /** Of a sample. */
  bits: number;
  /** PNG, 11.2.2: 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  type: number;
  interlaced?: boolean;
  palette?: Uint8Array;
  /** tRNS as it stands in the file. */
  transparency?: Uint8Array;
  at(x: number, y: number): number[];
}

/** Makes a PNG, without its check sums; its rows have all five filters in turn. */
export function pngOf(picture: Picture): Uint8Array {
  const { width, height, bits, type, interlaced, palette, transparency } = picture;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, type, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    ...(palette ? [chunk("PLTE", palette)] : []),
    ...(transparency ? [chunk("tRNS", transparency)] : []),
    chunk("IDAT", deflateSync(Buffer.concat(interlaced ? adam7(picture) : [pass(picture)]))),
    chunk("IEND", new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, "latin1"), data, Buffer.alloc(4)]);
}

/** The pattern of 8 × 8 pixels: the pass of each. */
const ADAM7 = [
  "16462646",
  "77777777",
  "56565656",
  "77777777",
  "36463646",
  "77777777",
  "56565656",
  "77777777",
];

/** The passes, by looking each pixel up in the pattern. */
const adam7 = (picture: Picture): Buffer[] =>
  [..."1234567"].map((number) => pass(picture, (x, y) => ADAM7[y % 8]?.[x % 8] === number));

/** The rows of those pixels that are in a pass. */
function pass({ width, height, at, ...rest }: Picture, isIn = (_x: number, _y: number) => true) {
  const rows: number[][] = [];
  for (let y = 0; y < height; y++) {
    const row: number[] = [];
    for (let x = 0; x < width; x++) if (isIn(x, y)) row.push(...at(x, y));
    if (row.length > 0) rows.push(row);
  }
  return filtered(
    rows.map((row) => packed(row, rest.bits)),
    rest,
  );
}

/** Samples one after the other, the first in the highest bits; a row ends with its byte. */
function packed(samples: readonly number[], bits: number): number[] {
  const digits = samples.map((each) => each.toString(2).padStart(bits, "0")).join("");
  return (digits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, "0"), 2));
}

const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function filtered(rows: number[][], { bits, type }: Pick<Picture, "bits" | "type">): Buffer {
  const step = Math.max(1, (bits * (CHANNELS[type] ?? 1)) / 8);
  const all = rows.map((row, y) => {
    const above = rows[y - 1] ?? [];
    const less = row.map((byte, x) => {
      const [a, b, c] = [row[x - step] ?? 0, above[x] ?? 0, above[x - step] ?? 0];
      const paeth = [a, b, c].sort((p, q) => Math.abs(a + b - c - p) - Math.abs(a + b - c - q))[0];
      return byte - ([0, a, b, (a + b) >> 1, paeth ?? 0][y % 5] ?? 0);
    });
    return Buffer.from([y % 5, ...less.map((byte) => byte & 255)]);
  });
  return Buffer.concat(all);
}
