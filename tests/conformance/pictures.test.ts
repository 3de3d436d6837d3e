import { expect, test } from "vitest";
import { type Picture, pngOf } from "../helpers/png.js";
import { pdfOf, themeWithout } from "../theme/made.js";
import { withImages, written } from "../write/pdf/made.js";
import { documentOf, ladder } from "../write/pdf/sample.js";
import { checkConformance } from "./check.js";
import { openPdf } from "./pdf/open.js";
import { latin } from "./pdf/values.js";

const picture = (bits: number, type: number, more: Partial<Picture> = {}): Picture => ({
  width: 13,
  height: 11,
  bits,
  type,
  at: (x, y) =>
    Array.from({ length: CHANNELS[type] ?? 1 }, (_, c) => (x * 5 + y * 3 + c) % 2 ** bits),
  ...more,
});
const CHANNELS: Record<number, number> = { 2: 3, 4: 2, 6: 4 };

const palette = (bits: number) => ({ palette: new Uint8Array(3 * 2 ** bits).fill(99) });
const plain = [
  ...[1, 2, 4, 8, 16].map((bits) => picture(bits, 0)),
  ...[8, 16].flatMap((bits) => [2, 4, 6].map((type) => picture(bits, type))),
  ...[1, 2, 4, 8].map((bits) => picture(bits, 3, palette(bits))),
];
const clear = plain
  .filter(({ type }) => type === 0 || type === 2 || type === 3)
  .map((each) => ({ ...each, transparency: new Uint8Array(each.type === 2 ? 6 : 2) }));
const all = [plain, clear].flat().flatMap((each) => [each, { ...each, interlaced: true }]);

const names = all.map(
  ({ type, bits, interlaced, transparency }) =>
    `type ${type}, ${bits} bits${interlaced ? ", interlaced" : ""}${transparency ? ", tRNS" : ""}`,
);

test("pictures of each kind of PNG are PDF/UA-1 and PDF/A-3a", async () => {
  const files = all.map((each) => {
    return { bytes: pngOf(each), format: "png" as const, width: each.width, height: each.height };
  });
  const images = Object.fromEntries(files.map((file, index) => [`${index}.png`, file]));
  const document = documentOf(
    names.map((alt, index) => ({
      type: "paragraph",
      text: alt,
      spans: [{ type: "image", src: `${index}.png`, alt }],
    })),
  );
  const { value, messages } = await written(document, withImages(images));
  expect(messages).toEqual([]);
  const { tree } = await openPdf(value);
  const figures = tree?.elements.filter(({ type }) => type === "Figure") ?? [];
  expect(figures.map(({ dict }) => dict.text("Alt"))).toEqual(names);
  expect(await checkConformance(value)).toEqual([]);
});

test("a link of a picture whose words nobody sees tells where it leads", async () => {
  const href = "https://example.org/";
  const file = { bytes: pngOf(picture(8, 0)), format: "png" as const, width: 13, height: 11 };
  const span = { type: "image" as const, src: "a.png", alt: "\u200b", href };
  const document = documentOf([{ type: "paragraph", text: "\u200b", spans: [span] }]);
  const { value, messages } = await written(document, withImages({ "a.png": file }));
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(["image-without-alt"]);
  expect((await checkConformance(value)).map(({ rule }) => rule)).toEqual(["UA 7.3-1"]);
  const links = (await openPdf(value)).pages.flatMap(({ annotations }) => annotations);
  expect(links.map(({ dict }) => dict.text("Contents"))).toEqual([href]);
});

const GRADIENT =
  '<linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue" stop-opacity=".2"/></linearGradient>';
const CLIP = '<clipPath id="c"><circle cx="20" cy="10" r="9"/></clipPath>';

const LOGOS = {
  "plain shapes": '<path d="M0 0h40v20z" fill="#c00"/><circle cx="9" cy="9" r="5" stroke="navy"/>',
  "a gradient": `<defs>${GRADIENT.replace(/ stop-opacity="[^"]*"/, "")}</defs><rect width="40" height="20" fill="url(#g)"/>`,
  "a see-through gradient": `<defs>${GRADIENT}</defs><rect width="40" height="20" fill="url(#g)"/>`,
  "a radial gradient":
    '<radialGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset="1"/></radialGradient><rect width="40" height="20" fill="url(#g)"/>',
  "a see-through shape": '<rect width="40" height="20" fill-opacity=".4" stroke-opacity=".3"/>',
  "a see-through group":
    '<g opacity=".3"><rect width="20" height="20" fill="red"/><circle cx="20" cy="10" r="9"/></g>',
  "a clipped shape": `<defs>${CLIP}</defs><rect width="40" height="20" clip-path="url(#c)"/>`,
  "a clipped group, with a gradient": `<defs>${GRADIENT}${CLIP}</defs><g clip-path="url(#c)" opacity=".5"><rect width="40" height="20" fill="url(#g)"/></g>`,
};

/** The PDF of a ladder of few words, with a logo of these shapes. */
async function withLogo(shapes: string) {
  const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">${shapes}</svg>`;
  const yaml = "extends: default\nlogo: { file: a.svg, height: 12mm, alt: Acme }\n";
  return pdfOf(await themeWithout(yaml, { "a.svg": logo }), ladder);
}

test.each(Object.entries(LOGOS))("an SVG logo of %s is PDF/UA-1 and PDF/A-3a", async (_, inner) => {
  const { value, messages } = await withLogo(inner);
  expect(messages).toEqual([]);
  expect(await checkConformance(value)).toEqual([]);
});

test("what a group of an SVG paints stands in its form, and not on the page", async () => {
  const { value } = await withLogo(LOGOS["a see-through group"]);
  const painted = (await openPdf(value)).pages.flatMap(({ content }) => content.painted);
  expect(painted.map(({ dict }) => dict.dict("Group")?.name("S"))).toEqual(["Transparency"]);
  expect(painted.map((form) => latin(form.data()))).toEqual([expect.stringContaining("1 0 0 scn")]);
});
