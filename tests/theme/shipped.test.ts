import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { themeSchema } from "../../src/theme/json-schema.js";
import { readShippedTheme } from "../../src/theme/read.js";
import { shippedThemes } from "../../src/theme/shipped.js";
import { opened, pageTexts } from "../write/pdf/made.js";
import { pdfOf, seed, shipped } from "./made.js";

const names = shippedThemes();

/** The words of a PDF but those of heads and feet: what stands on many pages is no document's. */
async function wordsOf(bytes: Uint8Array): Promise<string> {
  const wanted = await pageTexts(bytes);
  return wanted.join(" ").replace(/\s+/g, "");
}

test("each theme of the folder ships", () => {
  const files = readdirSync("templates/themes").map((file) => file.replace(".yaml", ""));
  expect(names).toEqual(files.sort());
  expect(names).toEqual(["default", "default-letter", "folio", "folio-letter"]);
});

describe.each(names)("the theme %s", (name) => {
  it("has nothing to complain of", async () => {
    expect((await readShippedTheme(name))?.messages).toEqual([]);
  });

  it("is valid by the JSON Schema that editors use", () => {
    const schema = z.fromJSONSchema(themeSchema() as never);
    const said = parse(readFileSync(`templates/themes/${name}.yaml`, "utf8"));
    expect(schema.safeParse(said).error).toBeUndefined();
    expect(schema.safeParse({ ...said, colours: {} }).success).toBe(false);
  });

  it("draws every word of the seed, on pages of its size, the same each time", async () => {
    const theme = await shipped(name);
    const { value, messages } = await pdfOf(theme);
    expect(messages).toEqual([]);
    expect(Buffer.compare(value, (await pdfOf(await shipped(name))).value)).toBe(0);
    const pdf = await opened(value);
    const letter = name.endsWith("letter");
    for (let number = 1; number <= pdf.numPages; number++) {
      const { view } = await pdf.getPage(number);
      expect(view).toEqual([0, 0, ...(letter ? [612, 792] : [595.28, 841.89])]);
    }
  });

  it("has the words that the default theme has", async () => {
    const bullets = JSON.stringify(seed).match(/You [^"\\]{20,}/g) ?? [];
    expect(bullets.length).toBeGreaterThan(100);
    const words = await wordsOf((await pdfOf(await shipped(name))).value);
    for (const bullet of bullets) expect(words).toContain(bullet.replace(/\s+/g, ""));
  });
});

test("folio is another look: other type, other colours", async () => {
  const [plain, folio] = [await shipped("default"), await shipped("folio")];
  expect(folio.fonts.text).not.toEqual(plain.fonts.text);
  expect(folio.fonts.display).not.toEqual(plain.fonts.display);
  expect(folio.colors.tracks).not.toEqual(plain.colors.tracks);
  expect(folio.shapes).not.toEqual(plain.shapes);
});

test("a ladder without a date has no separator for it", async () => {
  const { value } = await pdfOf(await shipped("default"), { ...seed, date: null });
  const [first = ""] = await pageTexts(value);
  expect(first).toContain(`Engineering Job Ladder · ${seed.origin.sha256.slice(0, 12)}`);
  const [dated = ""] = await pageTexts((await pdfOf(await shipped("default"))).value);
  expect(dated).toContain("Engineering Job Ladder · 17 December 2019 · ");
});
