import type { Pass, Png } from "./png.js";

/** An image's pixels from the top, a byte a sample. */
export interface Samples {
  colors: Uint8Array;
  /** How much each pixel covers; null: all of them do whole. */
  alpha: Uint8Array | null;
}

/** Unpacks a PNG without an alpha channel: its rows, whatever their order, and what tRNS makes of them. */
export function samplesOf(png: Png): Samples {
  const { width, height, channels, bits, type } = png;
  const colors = new Uint8Array(width * height * channels);
  const alpha = png.transparency && new Uint8Array(width * height);
  // A number of a colour stays; a shade takes all of a byte.
  const scale = type === 3 ? 1 : 255 / (2 ** bits - 1);
  const coverOf = coverage(png);
  for (const pass of png.passes)
    for (let row = 0, above: Uint8Array = new Uint8Array(pass.width); row < pass.count; row++) {
      above = unfiltered(png, pass, row, above);
      for (let pixel = 0; pixel < pass.across; pixel++) {
        const values = valuesAt(above, pixel, png);
        const x = pass.from[0] + pixel * pass.step[0];
        const at = (pass.from[1] + row * pass.step[1]) * width + x;
        for (let each = 0; each < channels; each++)
          colors[at * channels + each] = Math.round((values[each] ?? 0) * scale);
        if (alpha) alpha[at] = coverOf(values);
      }
    }
  return { colors, alpha };
}

/** What of a pixel is not seen through: by a colour's number, or none of the one colour told (PNG, 11.3.2.1). */
function coverage({ type, channels, transparency }: Png): (values: readonly number[]) => number {
  const told = transparency ?? Buffer.alloc(0);
  if (type === 3) return ([number = 0]) => told[number] ?? 255;
  if (told.length < 2 * channels) return () => 255;
  const clear = Array.from({ length: channels }, (_, index) => told.readUInt16BE(2 * index));
  return (values) => (values.every((each, index) => each === clear[index]) ? 0 : 255);
}

/** The samples of a pixel as they are packed in its row, the first in the highest bits (PNG, 7.2). */
function valuesAt(row: Uint8Array, pixel: number, { channels, bits }: Png): number[] {
  const values: number[] = [];
  for (let each = pixel * channels; each < (pixel + 1) * channels; each++) {
    const at = (each * bits) >> 3;
    if (bits === 16) values.push((row[at] ?? 0) * 256 + (row[at + 1] ?? 0));
    else values.push(((row[at] ?? 0) >> (8 - bits - ((each * bits) % 8))) & (2 ** bits - 1));
  }
  return values;
}

/** A row without its filter (PNG, 9.2), which counts from the bytes at the left and above. */
function unfiltered(png: Png, pass: Pass, row: number, above: Uint8Array): Uint8Array {
  const start = pass.start + row * (pass.width + 1);
  const filter = png.pixels[start] ?? 0;
  const line = Uint8Array.from(png.pixels.subarray(start + 1, start + 1 + pass.width));
  const step = Math.ceil((png.bits * png.channels) / 8);
  for (let at = 0; at < line.length; at++) {
    const [left = 0, up = 0, corner = 0] = [line[at - step], above[at], above[at - step]];
    line[at] = (line[at] ?? 0) + guess(filter, left, up, corner);
  }
  return line;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? nearest(left, up, corner) : 0;
}

/** Paeth's: the neighbour that is nearest to where all three lead. */
function nearest(left: number, up: number, corner: number): number {
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [
    number,
    number,
    number,
  ];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
