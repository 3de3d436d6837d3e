import { create } from "fontkit";
import { expect, it } from "vitest";
import { readPackageFile } from "../../../src/files/index.js";
import { FACES } from "../../../src/write/pdf/font/faces.js";
import { openFromRight } from "../../../src/write/pdf/font/fromRight.js";
import { openFont } from "../../../src/write/pdf/font/shape.js";
import { loadShaper } from "../../../src/write/pdf/font/shaper.js";
import { opened, written } from "./made.js";
import { documentOf, paragraph } from "./sample.js";

await loadShaper();

const bytesOf = (face: keyof typeof FACES) => readPackageFile(FACES[face]) ?? new Uint8Array();

it.each([
  ["text", "q\u0303", "ltr"],
  ["arabic", "اَلسَّلَامُ", "rtl"],
  ["hebrew", "עִבְרִית", "rtl"],
] as const)("points of %s are drawn where the font puts them", (face, text, direction) => {
  const font = direction === "rtl" ? openFromRight(bytesOf(face)) : openFont(bytesOf(face));
  const shaped = create(bytesOf(face)).layout(text, undefined, undefined, undefined, direction);
  let x = 0;
  const expected = shaped.positions.flatMap(({ xAdvance, xOffset, yOffset }) => {
    const place = { x: x + xOffset, y: yOffset };
    x += xAdvance;
    return xAdvance === 0 && (xOffset !== 0 || yOffset !== 0) ? [place] : [];
  });
  const drawn = font.marksOf(text).map(({ x, y }) => ({ x, y }));
  expect(expected.length).toBeGreaterThan(0);
  expect(drawn).toEqual(expected);
  expect(font.widthOf(text)).toBeCloseTo((x * 1000) / font.unitsPerEm);
});

it("points are outlines on the page, and none is lost", async () => {
  const paths = async (text: string) => {
    const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const pdf = await opened((await written(documentOf([paragraph(text)]))).value);
    const { fnArray } = await (await pdf.getPage(1)).getOperatorList();
    return fnArray.filter((operator) => operator === OPS.constructPath).length;
  };
  expect((await paths("q\u0303 x\u0303")) - (await paths("q x"))).toBe(2);
});
