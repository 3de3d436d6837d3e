import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it, test } from "vitest";
import { complaints, shipped, themeOf, themeWithout } from "./made.js";

const own = (text: string) => `extends: default\n${text}\n`;

const font = readFileSync(
  createRequire(import.meta.url).resolve(
    "@expo-google-fonts/literata/400Regular/Literata_400Regular.ttf",
  ),
);

describe("a complaint tells the place, what was found, what was expected", () => {
  const SAYS: [string, string, string][] = [
    ["an unknown key", "colours: {}", '2:1 Unexpected key "colours" (did you mean "colors"?)'],
    ["an unknown key inside", "page: { sise: A4 }", '2:9 Unexpected key "sise"'],
    ["the keys that there are", "page: { sise: A4 }", "expected size, margins"],
    ["a key that JavaScript knows", "__proto__: 1", '2:1 Unexpected key "__proto__"'],
    ["a page nobody has", "page: { size: A6 }", '2:15 Unexpected "A6" for page.size, expected A3'],
    ["a page too small", "page: { size: { width: 9mm, height: 9in } }", "2:24 Unexpected"],
    ["no unit", "page: { margins: { top: 20 } }", '2:25 Unexpected "20" for page.margins.top'],
    ["a margin too narrow", "page: { margins: { top: 9mm } }", "from 10mm to 100mm"],
    ["no leading", "sizes: { body: 9.6 }", '2:16 Unexpected "9.6" for sizes.body'],
    ["lines over lines", "sizes: { body: 9.6/7 }", "leading of one to three times as much"],
    ["type too small", "sizes: { body: 3/4 }", "a size from 5 to 16 points"],
    ["a colour's name", "colors: { ink: black }", '2:16 Unexpected "black" for colors.ink'],
    ["no colours", "colors: { tracks: [] }", "2:19 Unexpected list for colors.tracks"],
    ["an unknown slot", 'footer: { left: "{titel}" }', "2:17 Unexpected"],
    ["the slots that there are", 'footer: { left: "{titel}" }', "slots {title}, {track}, {date}"],
    ["a slot without end", 'footer: { left: "{title" }', "found {title"],
    ["no truth", "footer: { rule: 7 }", '2:17 Unexpected "7" for footer.rule'],
    ["a shape nobody knows", "shapes: { track: box }", "expected one of plain, band"],
    ["a logo of no kind", "logo: { file: a.gif, height: 9mm, alt: A }", "2:15 Unexpected"],
    ["a logo without words", "logo: { file: a.png, height: 9mm }", 'expected the key "alt"'],
    ["a logo that is not there", "logo: { file: a.png, height: 9mm, alt: A }", "No such file"],
    ["a logo outside", "logo: { file: ../a.png, height: 9mm, alt: A }", "Outside its folder"],
    ["a font that is not there", "fonts: { code: ./a.ttf }", '2:16 Unexpected font "./a.ttf"'],
    ["a package that is not there", 'fonts: { code: "@a/b/c.ttf" }', "installed packages"],
    ["a font outside", "fonts: { code: ./../a.ttf }", "2:16 Unexpected"],
    ["a font out of a package", 'fonts: { code: "a/../../b.ttf" }', "2:16 Unexpected"],
    ["broken YAML", "page: [", "Unexpected YAML"],
    ["a key twice", "page: {}\npage: {}", "3:1 Unexpected YAML: Map keys must be unique"],
  ];
  it.each(SAYS)("%s", async (_, text, expected) => {
    const all = await complaints(own(text));
    expect(all.join("\n")).toContain(expected);
    expect(all[0]).toMatch(/^theme\.yaml:\d+:\d+ Unexpected/);
  });

  it("margins of which too little is left", async () => {
    const text = own("page: { size: A5, margins: { left: 40mm, right: 30mm } }");
    expect((await complaints(text))[0]).toBe(
      "theme.yaml:2:28 Unexpected width of 78.0mm for the text between the margins, expected at least 90mm",
    );
  });

  it("a colour that YAML took for a comment, with how to mend it", async () => {
    const { messages } = await themeOf(own("colors:\n  ink: #1b2430"));
    expect(messages[0]?.note).toContain("comment");
    expect(messages[0]?.line).toBe(3);
  });

  it("what is missing where nothing is extended", async () => {
    const all = await complaints("page: { size: A4 }");
    expect(all).toContain('theme.yaml:1:7 Unexpected end of page, expected the key "margins"');
    expect(all.join()).toContain('expected the key "fonts"');
  });

  it("every error, not the first alone", async () => {
    const text = own("page: { size: A6 }\nsizes: { body: x }\nfooter: { left: 3 }");
    expect(await complaints(text)).toHaveLength(3);
  });

  it.each([
    ["an empty file", ""],
    ["a list", "- 1"],
    ["a word", "theme"],
    ["what is nested too deep", "[".repeat(60_000)],
    ["bytes that are no text", "\u0000"],
  ])("%s", async (_, text) => {
    expect(await complaints(text)).toHaveLength(1);
  });

  it("aliases that multiply", async () => {
    const lines = Array.from(
      { length: 9 },
      (_, at) =>
        `a${at}: &a${at} [${Array(9)
          .fill(at === 0 ? "x" : `*a${at - 1}`)
          .join(", ")}]`,
    );
    expect((await complaints(lines.join("\n")))[0]).toContain("alias");
  });
});

describe("fonts", () => {
  it("are taken from beside the theme", async () => {
    const theme = await themeWithout(own("fonts: { code: ./a.ttf }"), { "a.ttf": font });
    expect(theme.fonts.code).toEqual(Uint8Array.from(font));
    expect(theme.fonts.text).toEqual((await shipped("default")).fonts.text);
  });

  it.each([
    ["no font", Buffer.from("hello"), "neither TTF nor OTF"],
    ["a font's beginning", font.subarray(0, 2000), "broken"],
    ["half a font", font.subarray(0, font.length / 2), "broken"],
    ["a font without one of its tables", without("post"), "broken"],
    ["a font of no scale", scaleless(), "broken"],
    ["a font of signs", emoji(), 'lacks "!"'],
  ])("%s is told", async (_, bytes, expected) => {
    const all = await complaints(own("fonts:\n  code: ./a.ttf"), { "a.ttf": bytes });
    expect(all).toHaveLength(1);
    expect(all[0]).toContain("theme.yaml:3:9");
    expect(all[0]).toContain(expected);
  });
});

/** Where the entry of a table stands in the directory of the font. */
const entryOf = (tag: string): number => font.indexOf(tag, 12, "latin1");

function without(tag: string): Uint8Array {
  const bytes = Buffer.from(font);
  bytes.write("zzzz", entryOf(tag), "latin1");
  return bytes;
}

function scaleless(): Uint8Array {
  const bytes = Buffer.from(font);
  // OpenType 1.9, "head": unitsPerEm stands 18 bytes from its start.
  bytes.writeUInt16BE(0, font.readUInt32BE(entryOf("head") + 8) + 18);
  return bytes;
}

function emoji(): Uint8Array {
  const name = "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf";
  return readFileSync(createRequire(import.meta.url).resolve(name));
}

describe("a theme that extends another", () => {
  test("says only what is different: maps are merged, lists replaced", async () => {
    const base = own('page: { margins: { top: 30mm } }\ncolors: { ink: "#000000" }');
    const text =
      'extends: base.yaml\npage: { margins: { left: 30mm } }\ncolors: { tracks: [{ ink: "#0f766e", tint: "#ffffff" }] }';
    const theme = await themeWithout(text, { "base.yaml": base });
    const { page, colors, sizes } = await shipped("default");
    expect(theme.page.margins).toMatchObject({ bottom: page.margins.bottom });
    expect(theme.page.margins.top).toBeCloseTo((30 * 72) / 25.4);
    expect(theme.page.margins.left).toBeCloseTo((30 * 72) / 25.4);
    expect(theme.colors).toMatchObject({ ink: "#000000", grey: colors.grey });
    expect(theme.colors.tracks).toEqual([{ ink: "#0f766e", tint: "#ffffff" }]);
    expect(theme.sizes).toEqual(sizes);
  });

  test("is told of a mistake in the file that makes it", async () => {
    const beside = { "base.yaml": own("sizes: { body: huge }") };
    expect((await complaints("extends: base.yaml\n", beside))[0]).toMatch(/^base\.yaml:2:16 /);
  });

  test.each([
    ["itself", "extends: theme.yaml", {}, "theme.yaml:1:10 Unexpected circle"],
    [
      "one that extends it",
      "extends: b.yaml",
      { "b.yaml": "extends: ./theme.yaml" },
      "b.yaml:1:10",
    ],
    ["nothing known", "extends: defalt", {}, 'theme.yaml:1:10 Unexpected theme "defalt"'],
    ["a file that is not there", "extends: b.yaml", {}, "theme.yaml:1:10 No such file"],
    ["a file outside", "extends: ../b.yaml", {}, "Outside its folder"],
    ["no name", "extends: [a]", {}, "theme.yaml:1:10 Unexpected value to extend"],
  ])("can't extend %s", async (_, text, beside, expected) => {
    expect((await complaints(text, beside))[0]).toContain(expected);
  });

  test("stands on so many others at most", async () => {
    const chain = Array.from({ length: 9 }, (_, at) => [`t${at}.yaml`, `extends: t${at + 1}.yaml`]);
    const beside = { ...Object.fromEntries(chain), "t9.yaml": "extends: default" };
    expect((await complaints("extends: t0.yaml", beside))[0]).toContain("at most 8");
  });
});
