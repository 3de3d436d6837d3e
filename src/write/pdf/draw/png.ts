import { inflateSync } from "node:zlib";

/** Samples a pixel by colour type (PNG, 11.2.2). */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Bits a sample by colour type (PNG, 11.2.2). */
const DEPTHS: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

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

/** A PNG with its pixels inflated. */
export interface Png {
  width: number;
  height: number;
  /** Of a sample. */
  bits: number;
  /** Grey, RGB or numbers of a palette's colours, the first two with or without an alpha (PNG, 11.2.2). */
  type: number;
  channels: number;
  interlaced: boolean;
  /** The chunks PLTE and tRNS. */
  palette: Buffer | null;
  transparency: Buffer | null;
  /** Rows, each behind the byte that names its filter. */
  pixels: Buffer;
  passes: Pass[];
}

/** Rows of one width: in pixels, and in bytes without the one of the filter. */
export interface Pass {
  from: readonly [x: number, y: number];
  step: readonly [x: number, y: number];
  across: number;
  count: number;
  start: number;
  width: number;
}

/**
 * Opens a PNG; null where its pixels can't be unpacked. pdfkit unpacks them in a callback, where an
 * error is nobody's, and believes what a chunk says of its length: a broken file must not come so far.
 */
export function openPng(bytes: Uint8Array): Png | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const chunks = chunksOf(file);
  if (!chunks || file.toString("latin1", 12, 16) !== "IHDR") return null;
  const [bits = 0, type = 0] = file.subarray(24);
  if (!DEPTHS[type]?.includes(bits)) return null;
  const header = {
    width: file.readUInt32BE(16),
    height: file.readUInt32BE(20),
    bits,
    type,
    channels: CHANNELS[type] ?? 0,
    interlaced: file[28] === 1,
  };
  const passes = passesOf(header);
  const pixels = inflated(chunks.get("IDAT") ?? [], passes);
  const [palette = null] = chunks.get("PLTE") ?? [];
  const [transparency = null] = chunks.get("tRNS") ?? [];
  return pixels && { ...header, palette, transparency, pixels, passes };
}

/** The data of all chunks by their type, up to the end; null where the file is cut before it. */
function chunksOf(file: Buffer): Map<string, Buffer[]> | null {
  const chunks = new Map<string, Buffer[]>();
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    if (at + 12 + length > file.length) return null;
    if (type === "IEND") return chunks;
    const data = file.subarray(at + 8, at + 8 + length);
    chunks.set(type, [...(chunks.get(type) ?? []), data]);
    at += 12 + length;
  }
  return null;
}

type Header = Pick<Png, "width" | "height" | "bits" | "channels" | "interlaced">;

function passesOf({ width, height, bits, channels, interlaced }: Header): Pass[] {
  let start = 0;
  return (interlaced ? PASSES : [[0, 0, 1, 1] as const]).flatMap(([x, y, right, down]) => {
    const across = Math.ceil((width - x) / right);
    const count = Math.ceil((height - y) / down);
    if (across <= 0 || count <= 0) return [];
    const bytes = Math.ceil((across * bits * channels) / 8);
    const pass: Pass = { from: [x, y], step: [right, down], across, count, start, width: bytes };
    start += (bytes + 1) * count;
    return [pass];
  });
}

function inflated(data: readonly Buffer[], passes: readonly Pass[]): Buffer | null {
  const size = passes.reduce((sum, { width, count }) => sum + (width + 1) * count, 0);
  if (passes.length === 0) return null;
  try {
    const pixels = inflateSync(Buffer.concat(data), { maxOutputLength: size + 1024 });
    const holds = pixels.length >= size && passes.every((pass) => areFiltered(pixels, pass));
    return holds ? pixels : null;
  } catch {
    return null;
  }
}

/** A row's filter is one of five (PNG, 9.2). */
function areFiltered(pixels: Buffer, { start, width, count }: Pass): boolean {
  for (let row = 0; row < count; row++)
    if ((pixels[start + row * (width + 1)] ?? 9) > 4) return false;
  return true;
}
