import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { create } from "fontkit";
import { describe, expect, test } from "vitest";
import { readPackageFile } from "../../../src/files/index.js";
import { FACES } from "../../../src/write/pdf/font/faces.js";
import type { Shape } from "../../../src/write/pdf/font/glyphs.js";
import { glyphOf } from "../../../src/write/pdf/font/naming.js";
import { hasAll, openFont } from "../../../src/write/pdf/font/shape.js";
import { loadShaper } from "../../../src/write/pdf/font/shaper.js";
import { openTrueType } from "../../../src/write/pdf/font/trueType.js";

await loadShaper();

/** Words as posts have them, with what fonts kern and join. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."AVTWYofilfjtkbhwyrz.,-“”’–…/1234 "), maxLength: 12 }),
  fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map(String.fromCodePoint) }),
  fc.string({ unit: fc.integer({ min: 0xae, max: 0x24f }).map(String.fromCodePoint) }),
  fc.string({ unit: fc.constantFrom(..."→↔≤≥≠±×√∞✓✗☐☑●■▲€№™ a1"), maxLength: 6 }),
);

/** What the optional fonts are asked for; fontkit draws their punctuation nearer, which is of no use in a square. */
const eastAsian = fc.string({
  unit: fc.constantFrom(..."漢字設計かなカナーっ１Ａ"),
  minLength: 1,
});

const installed = Object.entries(FACES).filter(([, path]) => readPackageFile(path));

describe.each(installed)("the font %s", (_face, path) => {
  const bytes = readFileSync(join("node_modules", path));
  const judge = create(bytes);
  const font = openFont(bytes);
  const own = openTrueType(bytes);

  test("sets words as fontkit does", () => {
    fc.assert(
      fc.property(/-(?:sc|tc|jp|kr)\//.test(path) ? eastAsian : word, (text) => {
        fc.pre(hasAll(font, text));
        const shaped = judge.layout(text, undefined, undefined, undefined, "ltr");
        const advances = ({ positions }: Shape) => positions.map(({ xAdvance }) => xAdvance);
        const ids = ({ glyphs }: Shape) => glyphs.map(({ id }) => glyphOf(id));
        const set = font.layout(text);
        expect([ids(set), advances(set)]).toEqual([ids(shaped), advances(shaped)]);
        const letters = set.glyphs.flatMap(({ codePoints }) => [...codePoints]);
        expect(String.fromCodePoint(...letters)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test("has the characters that fontkit finds", () => {
    const differ: number[] = [];
    for (let point = 1; point < 0x20000; point += 7)
      if (judge.hasGlyphForCodePoint(point) !== font.hasGlyphForCodePoint(point))
        differ.push(point);
    expect(differ).toEqual([]);
  });

  test("is cut down to the bytes that fontkit makes", () => {
    const subsets = [judge, own].map((each) => {
      const subset = (each as unknown as NonNullable<typeof own>).createSubset();
      const numbers = [..."Zeal, éÅǻ½ → ☑"].map((letter) =>
        subset.includeGlyph(judge.glyphForCodePoint(letter.codePointAt(0) ?? 0).id),
      );
      return { numbers, bytes: Buffer.from(subset.encode()).toString("hex") };
    });
    expect(subsets[1]).toEqual(subsets[0]);
  });

  test("says of itself what fontkit says", () => {
    const names = ["postscriptName", "ascent", "descent", "italicAngle", "unitsPerEm"] as const;
    const facts = (each: object) => names.map((name) => (each as Record<string, unknown>)[name]);
    expect(facts(own ?? {})).toEqual(facts(judge));
  });
});
