import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { imageFileOf } from "../../src/images/image-file.js";

const SOI = [0xff, 0xd8];
const EOI = [0xff, 0xd9];
// A JFIF segment, by which a JPEG is known.
const JFIF = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

/** The frame of a JPEG of 2 × 1 pixels (ITU-T T.81, B.2.2). */
const frame = (marker: number, bits: number, channels: number) => [
  ...[0xff, marker, 0, 8 + 3 * channels, bits, 0, 1, 0, 2, channels],
  ...Array.from({ length: channels }, (_, index) => [index + 1, 0x11, 0]).flat(),
];

const jpeg = (...segments: number[][]) => Uint8Array.from([SOI, JFIF, ...segments].flat());

const chunk = (type: string, data: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, "latin1"), data, Buffer.alloc(4)]);
};

/** A PNG of one pixel, the first colour of a palette of so many bytes. */
const png = (palette: number) =>
  Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", Buffer.from("00000001000000010803000000", "hex")),
    chunk("PLTE", new Uint8Array(palette)),
    chunk("IDAT", deflateSync(new Uint8Array(2))),
    chunk("IEND", new Uint8Array()),
  ]);

test.each([
  ["RGB, baseline", jpeg(frame(0xc0, 8, 3), EOI)],
  ["grey, progressive", jpeg(frame(0xc2, 8, 1), EOI)],
])("a JPEG is taken: %s", async (_, bytes) => {
  expect(await imageFileOf(bytes)).toMatchObject({ format: "jpeg", width: 2, height: 1 });
});

test.each([
  ["CMYK", jpeg(frame(0xc0, 8, 4), EOI), "expected RGB or grey"],
  ["two channels", jpeg(frame(0xc0, 8, 2), EOI), "expected RGB or grey"],
  ["twelve bits", jpeg(frame(0xc1, 12, 3), EOI), "neither baseline nor progressive"],
  ["cut short", jpeg(frame(0xc0, 8, 3)), "A broken JPEG"],
])("a JPEG that no PDF could show is refused: %s", async (_, bytes, reason) => {
  await expect(imageFileOf(bytes)).rejects.toThrow(reason);
});

test("a PNG needs a palette of whole colours, 256 at most", async () => {
  expect(await imageFileOf(png(3))).toMatchObject({ format: "png" });
  for (const bytes of [0, 4, 771]) await expect(imageFileOf(png(bytes))).rejects.toThrow("broken");
});
