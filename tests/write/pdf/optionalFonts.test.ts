import { describe, expect, it, vi } from "vitest";
import { readPackageFile } from "../../../src/files/index.js";
import type { Resources } from "../../../src/resources.js";
import { packageOf, packagesFor } from "../../../src/write/pdf/font/eastAsian.js";
import { FALLBACK_FACES } from "../../../src/write/pdf/font/fallbacks.js";
import { documentOf, list, paragraph } from "./sample.js";

// Fonts that were read once are kept; here they must not be there.
vi.resetModules();
const { pageTexts, withImages, written } = await import("./made.js");

const installed = readPackageFile(FALLBACK_FACES.jp) !== null;

const without: Resources = {
  ...withImages({}),
  font: (path) => (/noto-sans-(?:sc|tc|jp|kr)/.test(path) ? null : readPackageFile(path)),
};

const place = (line: number) => ({
  start: { line, column: 3, offset: 9 },
  end: { line, column: 9, offset: 15 },
});

describe("a post for which no font is installed", () => {
  const chinese = documentOf(
    [
      { ...paragraph("Engineer 软件工程师负责设计、开发与维护"), place: place(4) },
      { ...paragraph("软件工程师"), place: place(6) },
    ],
    { language: "zh" },
  );

  it("is told once which package to install, and where it is needed first", async () => {
    const { messages } = await written(chinese, without);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(["missing-glyph"]);
    expect(messages[0]).toMatchObject({ fatal: true, line: 4, column: 3 });
    expect(messages[0]?.reason).toContain('"软" (U+8F6F)');
    expect(messages[0]?.reason).toContain("nor for 10 others; 20 characters are not drawn");
    expect(messages[0]?.note).toContain("@expo-google-fonts/noto-sans-sc");
  });

  it("names the package of its language", async () => {
    for (const [language, text, name] of [
      ["zh-Hant", "設計", "tc"],
      ["ja", "設計", "jp"],
      ["en", "設計する", "jp"],
      ["en", "설계", "kr"],
      ["zh", "설계", "kr"],
    ] as const) {
      const { messages } = await written(documentOf([paragraph(text)], { language }), without);
      expect(messages.map(({ note }) => note?.split("-").at(-1))).toEqual([name]);
    }
  });

  it("is told of characters of other scripts text by text", async () => {
    const thai = documentOf([
      { ...paragraph("วิศวกร a"), place: place(8) },
      { ...paragraph("b \uf8ff"), place: place(9) },
    ]);
    const { messages } = await written(thai, without);
    expect(messages.map(({ line }) => line)).toEqual([8, 9]);
    expect(messages[0]?.reason).toContain("U+0E27 U+0E34");
    expect(messages[1]?.reason).toContain("U+F8FF");
  });
});

describe("the package for ideographs", () => {
  it("is that of the language, else of a script that only one language writes", () => {
    const of = (language: string, text: string) => packageOf(language, [text]);
    expect(of("zh", "漢")).toBe("sc");
    expect(of("zh-CN", "漢")).toBe("sc");
    expect(of("zh-TW", "漢")).toBe("tc");
    expect(of("zh-Hant-HK", "漢")).toBe("tc");
    expect(of("zh-Hans-HK", "漢")).toBe("sc");
    expect(of("ja-JP", "漢")).toBe("jp");
    expect(of("ko", "漢")).toBe("kr");
    expect(of("en", "漢字かな")).toBe("jp");
    expect(of("en", "漢字 한글")).toBe("kr");
    expect(of("en", "漢字")).toBe("sc");
  });

  it("stands before the others, but for Korean syllables", () => {
    expect(packagesFor("漢", "jp")).toEqual(["jp", "sc", "tc", "kr"]);
    expect(packagesFor("한", "jp")).toEqual(["kr", "jp", "sc", "tc"]);
  });
});

describe.skipIf(!installed)("Japanese (skipped where its font's package is not installed)", () => {
  const text = "ソフトウェアエンジニアは「設計」を行い、改善する。";

  it("is drawn, and read as written", async () => {
    const document = documentOf([paragraph(text.repeat(9)), list(text)], { language: "ja" });
    const { value, messages } = await written(document);
    expect(messages).toEqual([]);
    const read = (await pageTexts(value)).join("").replace(/\s/g, "");
    expect(read.split(text)).toHaveLength(11);
  });

  it("stands in for Chinese where it has the character", async () => {
    const { messages } = await written(documentOf([paragraph("中文")], { language: "zh" }));
    expect(messages).toEqual([]);
  });
});
