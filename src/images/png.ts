import { inflateSync } from "node:zlib";

const SIGNATURE = 8;
/** The type of colour of an image whose pixels are numbers of colours in a palette. */
const PALETTE = 3;
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * True for a PNG that unpacks to what its header tells. Writers unpack it whole: one that is cut
 * would stop them, and one that holds more than its header tells would fill the memory.
 */
export function isSound(bytes: Uint8Array): boolean {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const data: Buffer[] = [];
  let hasColours = png[25] !== PALETTE;
  // PNG (third edition), clause 5.3: length, type, data, checksum.
  for (let at = SIGNATURE; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    if (type === "IDAT") data.push(png.subarray(at + 8, at + 8 + length));
    // Clause 11.2.2: three bytes a colour, at most 256 of them.
    if (type === "PLTE") hasColours ||= length > 0 && length <= 768 && length % 3 === 0;
    if (type === "IEND") return hasColours && unpacksTo(Buffer.concat(data), unpackedSize(png));
    at += length + 12;
  }
  return false;
}

/** Bytes of all lines of pixels, each with its filter's number before it (clause 7.2): least, most. */
function unpackedSize(png: Buffer): [number, number] {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const bits = png.readUInt8(24) * (SAMPLES[png.readUInt8(25)] ?? 0);
  const lines = height * (1 + Math.ceil((width * bits) / 8));
  // An interlaced image has the same pixels in up to seven passes of shorter lines (clause 8.2).
  return png.readUInt8(28) === 0 ? [lines, lines] : [1, lines * 2 + 64];
}

function unpacksTo(packed: Buffer, [least, most]: [number, number]): boolean {
  try {
    return inflateSync(packed, { maxOutputLength: most }).length >= least;
  } catch {
    return false;
  }
}
