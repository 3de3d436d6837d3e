import { inflateSync } from "node:zlib";

/** Samples a pixel by colour type (PNG, 11.2.2). */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Where the seven passes of an interlaced image begin, and their steps (PNG, 8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * True for a PNG whose pixels can be unpacked. pdfkit unpacks them in a callback, where an error is
 * nobody's, and believes what a chunk says of its length: a broken file must not come so far.
 */
export function isSoundPng(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const data: Buffer[] = [];
  let ended = false;
  let at = 8;
  while (!ended && at + 12 <= file.length) {
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    if (at + 12 + length > file.length) return false;
    if (type === "IDAT") data.push(file.subarray(at + 8, at + 8 + length));
    ended = type === "IEND";
    at += 12 + length;
  }
  return ended && file.toString("latin1", 12, 16) === "IHDR" && unpacks(file, data);
}

function unpacks(file: Buffer, data: readonly Buffer[]): boolean {
  const rows = rowsOf(file);
  const size = rows.reduce((sum, { width, count }) => sum + (width + 1) * count, 0);
  if (rows.length === 0) return false;
  try {
    const pixels = inflateSync(Buffer.concat(data), { maxOutputLength: size + 1024 });
    return pixels.length >= size && rows.every((row) => areFiltered(pixels, row));
  } catch {
    return false;
  }
}

/** Rows of one width, in bytes, without the byte that names their filter. */
interface Rows {
  start: number;
  width: number;
  count: number;
}

function rowsOf(file: Buffer): Rows[] {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const bits = (file[24] ?? 0) * (CHANNELS[file[25] ?? -1] ?? 0);
  const passes = file[28] === 1 ? PASSES : [[0, 0, 1, 1] as const];
  let start = 0;
  return passes.flatMap(([x, y, across, down]) => {
    const pixels = Math.ceil((width - x) / across);
    const count = Math.ceil((height - y) / down);
    if (pixels <= 0 || count <= 0 || bits === 0) return [];
    const rows = { start, width: Math.ceil((pixels * bits) / 8), count };
    start += (rows.width + 1) * count;
    return [rows];
  });
}

/** A row's filter is one of five (PNG, 9.2). */
function areFiltered(pixels: Buffer, { start, width, count }: Rows): boolean {
  for (let row = 0; row < count; row++)
    if ((pixels[start + row * (width + 1)] ?? 9) > 4) return false;
  return true;
}
