import { describe, expect, it } from "vitest";
import { openPdf } from "../../conformance/pdf/open.js";
import type { Stream } from "../../conformance/pdf/values.js";
import { type Picture, pngOf } from "../../helpers/png.js";
import { withImages, written } from "./made.js";
import { documentOf } from "./sample.js";

/** Sides that no pass and no byte divides. */
const [WIDTH, HEIGHT] = [13, 11];
const PLACES = Array.from({ length: WIDTH * HEIGHT }, (_, at) => [
  at % WIDTH,
  Math.floor(at / WIDTH),
]);

/** A sample of this many bits for a place. */
const value = (bits: number, x: number, y: number, channel: number): number =>
  (x * 7919 + y * 104729 + channel * 611953 + x * y * 31) % 2 ** bits;

const picture = (bits: number, type: number, more: Partial<Picture> = {}): Picture => ({
  width: WIDTH,
  height: HEIGHT,
  bits,
  type,
  at: (x, y) => Array.from({ length: type === 2 ? 3 : 1 }, (_, c) => value(bits, x, y, c)),
  ...more,
});

/** Two bytes for each sample of the pixel whose colour is clear. */
const clear = (of: Picture, x = 2, y = 1): Uint8Array =>
  Uint8Array.from(of.at(x, y).flatMap((each) => [each >> 8, each & 255]));

const withClear = (of: Picture): Picture => ({ ...of, transparency: clear(of) });
const palette = (count: number) =>
  Uint8Array.from({ length: 3 * count }, (_, index) => (index * 37) % 256);
/** The first colour is clear, the second half so, others are not told of. */
const some = Uint8Array.from([0, 128]);

async function drawn(of: Picture): Promise<{ image: Stream; colors: number[]; alpha: number[] }> {
  const file = { bytes: pngOf(of), format: "png" as const, width: WIDTH, height: HEIGHT };
  const span = { type: "image" as const, src: "a.png", alt: "A picture" };
  const document = documentOf([{ type: "paragraph", text: "A picture", spans: [span] }]);
  const made = await written(document, withImages({ "a.png": file }));
  expect(made.messages).toEqual([]);
  const again = await written(document, withImages({ "a.png": { ...file } }));
  expect(Buffer.compare(made.value, again.value)).toBe(0);
  const { pages } = await openPdf(made.value);
  const image = pages[0]?.content.painted[0] as Stream;
  const mask = image.dict.stream("SMask");
  return { image, colors: [...image.data()], alpha: mask ? [...mask.data()] : [] };
}

/** The samples that a picture should have, a byte each, and how much of each pixel is seen. */
function expected(of: Picture) {
  const isNumber = of.type === 3;
  const most = 2 ** of.bits - 1;
  const pixels = PLACES.map(([x = 0, y = 0]) => of.at(x, y));
  const hidden = String(of.at(2, 1));
  const cover = (pixel: number[]): number =>
    isNumber ? (of.transparency?.[pixel[0] ?? 0] ?? 255) : String(pixel) === hidden ? 0 : 255;
  return {
    colors: pixels.flat().map((each) => (isNumber ? each : Math.round((each / most) * 255))),
    alpha: of.transparency ? pixels.map(cover) : [],
  };
}

const GREYS = [1, 2, 4, 8, 16].map((bits) => picture(bits, 0));
const COLOURS = [8, 16].map((bits) => picture(bits, 2));
const TABLES = [1, 2, 4].map((bits) => picture(bits, 3, { palette: palette(2 ** bits) }));

const named = (pictures: Picture[]) =>
  pictures.map((each): [string, Picture] => [
    `type ${each.type}, ${each.bits} bits${each.interlaced ? ", interlaced" : ""}${each.transparency ? ", tRNS" : ""}`,
    each,
  ]);

const interlaced = (of: Picture): Picture => ({ ...of, interlaced: true });

describe("a PNG that pdfkit gets wrong is embedded with the pixels it has", () => {
  it.each(
    named([
      ...[...GREYS, ...COLOURS].map(withClear),
      ...[...GREYS, ...COLOURS].map(withClear).map(interlaced),
      ...TABLES.map((each) => ({ ...each, transparency: some })),
      ...TABLES.map((each) => interlaced({ ...each, transparency: some })),
      ...[...GREYS.slice(0, 3), ...TABLES].map(interlaced),
    ]),
  )("%s", async (_, of) => {
    const { image, colors, alpha } = await drawn(of);
    expect({ colors, alpha }).toEqual(expected(of));
    expect(image.dict.number("BitsPerComponent")).toBe(8);
    expect(image.dict.has("Mask")).toBe(false);
  });
});

describe("a PNG that pdfkit gets right is left to it", () => {
  it.each(
    named([
      ...GREYS,
      ...COLOURS,
      ...TABLES,
      ...[...GREYS.slice(3, 4), ...COLOURS.slice(0, 1)].map(interlaced),
      picture(8, 3, { palette: palette(256), transparency: some }),
    ]),
  )("%s", async (_, of) => {
    const { image } = await drawn(of);
    expect(image.dict.number("BitsPerComponent")).toBe(of.bits);
  });
});

it("a PNG of a depth that there is not is told", async () => {
  const file = { format: "png" as const, width: WIDTH, height: HEIGHT };
  const bytes = Buffer.from(pngOf(picture(8, 0)));
  bytes[24] = 3;
  const span = { type: "image" as const, src: "a.png", alt: "A picture" };
  const document = documentOf([{ type: "paragraph", text: "A picture", spans: [span] }]);
  const { messages } = await written(document, withImages({ "a.png": { ...file, bytes } }));
  expect(messages.map(({ ruleId }) => ruleId)).toContain("broken-image");
});
