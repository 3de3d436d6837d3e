import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { contrast } from "../../src/theme/contrast.js";
import { complaints } from "./made.js";

describe("the contrast of two colours", () => {
  // As the contrast checkers of the W3C's techniques (G18) and of browsers have them.
  it.each([
    ["#000000", "#ffffff", 21],
    ["#777777", "#ffffff", 4.48],
    ["#767676", "#ffffff", 4.54],
    ["#ff0000", "#ffffff", 4],
    ["#0000ff", "#ffffff", 8.59],
    ["#123456", "#123456", 1],
  ])("%s on %s is %d", (a, b, expected) => {
    expect(contrast(a, b)).toBeCloseTo(expected, 2);
  });

  it("is the same both ways, and from 1 to 21", () => {
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((number) => `#${number.toString(16).padStart(6, "0")}`);
    fc.assert(
      fc.property(colour, colour, (a, b) => {
        expect(contrast(a, b)).toBe(contrast(b, a));
        expect(contrast(a, b)).toBeGreaterThanOrEqual(1);
        expect(contrast(a, b)).toBeLessThanOrEqual(21);
      }),
    );
  });
});

describe("a colour too near its ground", () => {
  it.each([
    ["ink", 'ink: "#777777"', "4.47:1 of colors.ink (#777777) on white, expected at least 4.5:1"],
    ["grey on a tint", 'grey: "#6b7280"', "of colors.grey (#6b7280) on the tint #dff1ef"],
    ["ink on the surface", 'surface: "#555555"', "on the surface (#555555)"],
    ["a link", 'link: "#5599ff"', "of colors.link (#5599ff) on white"],
    ["lines below links", 'leader: "#cccccc"', "expected at least 3:1"],
    [
      "a track",
      'tracks: [{ ink: "#22aa99", tint: "#ffffff" }]',
      "of colors.tracks.0.ink (#22aa99)",
    ],
    ["a track's tint", 'tracks: [{ ink: "#0f766e", tint: "#88ccbb" }]', "on the tint #88ccbb"],
  ])("%s is told where it stands", async (_, colors, expected) => {
    const all = await complaints(`extends: default\ncolors:\n  ${colors}\n`);
    expect(all.join("\n")).toContain(expected);
    for (const each of all) expect(each).toMatch(/^theme\.yaml:3:/);
  });

  test("large titles need less than small ones", async () => {
    const text = (size: string) =>
      `extends: default\ncolors: { title: "#888888" }\nsizes: { track: ${size} }\n`;
    expect(await complaints(text("18/22"))).toEqual([]);
    expect((await complaints(text("17/21")))[0]).toContain("expected at least 4.5:1");
  });
});
