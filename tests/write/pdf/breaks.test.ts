import { beforeAll, describe, expect, it } from "vitest";
import { makeFonts } from "../../../src/write/pdf/font/fonts.js";
import { atomsOf } from "../../../src/write/pdf/text/atoms.js";
import { prepareBreaks, unbrokenOf } from "../../../src/write/pdf/text/breaks.js";
import { fillLines } from "../../../src/write/pdf/text/lines.js";
import { testResources } from "../../helpers/resources.js";
import { laidOut, pageTexts, written } from "./made.js";
import { documentOf, paragraph, wordsOf } from "./sample.js";

const fonts = makeFonts(testResources());

/** A text as lines of a width in points. */
function linesOf(texts: string | string[], width: number): string[] {
  const pieces = [texts].flat().map((text) => ({
    text,
    face: "sans" as const,
    size: 10,
    color: "#000000",
    tag: null,
    leaf: null,
  }));
  const lines = fillLines(atomsOf(pieces, "ltr", fonts), width, fonts);
  return lines.map((line) => line.map(({ text }) => text).join(""));
}

describe("a line", () => {
  it("never ends at a space that does not break", () => {
    for (const space of ["\u00a0", "\u202f", "\u2007", "\u2060"])
      for (const line of linesOf(`10${space}km `.repeat(30), 100))
        expect(line.replace(/10.?km /gu, "")).toBe("");
  });

  it("ends at a space of no width, or of another width", () => {
    for (const space of ["\u200b", "\u2009", "\u3000"])
      expect(linesOf(`eighteen${space}`.repeat(8).slice(0, -1), 60)).toHaveLength(8);
  });

  it("does not begin with punctuation that stands alone, nor end with what opens", () => {
    for (const line of linesOf("mot ! mot ; « mot » mot – mot ".repeat(20), 70)) {
      expect(line).not.toMatch(/^[!;»–]/);
      expect(line).not.toMatch(/« *$/);
    }
    for (const line of linesOf("mot - mot / ".repeat(20), 60)) expect(line).not.toMatch(/^[-/]/);
  });

  it("ends inside an address at its signs, not at any letter", () => {
    const address =
      "https://www.example.org/a-long-path/and_underscores.html?query=value&another=value2#fragment-identifier";
    const lines = linesOf(address, 90);
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.join("")).toBe(address);
    for (const [index, line] of lines.slice(0, -1).entries())
      expect(`${line}|${lines[index + 1]}`).toMatch(/[/.?&=_#]\||\|-/);
  });

  it("ends inside a word at a hyphen where the word is too wide for it", () => {
    expect(linesOf("responsibility-responsibility", 80)).toEqual([
      "responsibility-",
      "responsibility",
    ]);
  });

  it("is found in linear time in a word without end", () => {
    expect(linesOf("x".repeat(50_000), 400).join("")).toHaveLength(50_000);
  });
});

describe("a soft hyphen", () => {
  const text = "Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschafts\u00adkapitän ";

  it("is where a word may be cut", () => {
    const lines = linesOf(text.repeat(3), 100);
    expect(lines.some((line) => line.endsWith("\u00ad"))).toBe(true);
    for (const line of lines) expect(line).toMatch(/[\u00ad ]$/);
  });

  it("is seen as a hyphen at a line's end only, and read as itself", async () => {
    const document = documentOf([paragraph(text.repeat(30))]);
    const boxes = laidOut(document).pages.flatMap((page) => page.boxes);
    const hyphens = boxes.filter((box) => box.kind === "text" && box.text === "\u00ad");
    expect(hyphens.length).toBeGreaterThan(3);
    const { value, messages } = await written(document);
    expect(messages).toEqual([]);
    const read = (await pageTexts(value)).join("");
    expect(read).not.toContain("-\n");
    const word = "Donaudampfschifffahrtsgesellschaftskapitän";
    expect(read.replace(/[\u00ad\s]/g, "").split(word)).toHaveLength(31);
  });
});

describe("a line of ideographs or kana", () => {
  const chinese = "软件工程师负责设计、开发与维护（高级）系统，并且与产品团队紧密合作。".repeat(9);

  beforeAll(() => prepareBreaks([chinese]));

  it("ends anywhere but before what closes and after what opens (UAX #14)", () => {
    for (let width = 60; width < 160; width += 7)
      for (const line of linesOf(chinese, width)) {
        expect(line).not.toMatch(/^[、，。）」]/);
        expect(line).not.toMatch(/[（「]$/);
      }
    expect(unbrokenOf("「設計」を行う。")).toEqual(["「設", "計」", "を", "行", "う。"]);
  });

  it("ends where its look changes, too", () => {
    const cut = linesOf(["软件工程师负责", "设计开发与维护"], 1000);
    expect(cut).toEqual(["软件工程师负责设计开发与维护"]);
    expect(unbrokenOf(cut[0] ?? "")).toHaveLength(14);
  });

  it("keeps Korean words whole", () => {
    expect(unbrokenOf("소프트웨어 엔지니어 漢字")).toEqual(["소프트웨어", "엔지니어", "漢", "字"]);
  });
});

describe("text from right to left", () => {
  it("keeps inside its margins, whatever stands between it", () => {
    const word = "مرحبًا بكم (أقواس) في Software Engineer ١٢٣ و 456، ";
    for (const direction of ["ltr", "rtl"] as const) {
      const text = `${direction === "ltr" ? "Latin " : ""}${word.repeat(20)}`;
      const { pages } = laidOut(
        documentOf([paragraph(text), paragraph(wordsOf(9))], { direction }),
      );
      for (const box of pages.flatMap((page) => page.boxes)) {
        if (box.kind !== "text" || box.text.trim() === "") continue;
        expect(box.x).toBeGreaterThan(55);
        expect(box.x + box.width).toBeLessThan(595 - 55);
      }
    }
  });

  it("keeps the space between two looks", () => {
    const spans = [
      { type: "text" as const, text: "سطح:", strong: true as const },
      { type: "text" as const, text: " 1" },
    ];
    const block = { type: "paragraph" as const, text: "سطح: 1", spans };
    const { pages } = laidOut(documentOf([block], { direction: "rtl" }));
    const boxes = pages.flatMap((page) => page.boxes).filter((box) => box.kind === "text");
    const own = boxes.filter((box) => box.leaf === block);
    const [word, number] = [own[0], own.at(-1)];
    expect(number?.text).toBe("1");
    expect((word?.x ?? 0) - (number?.x ?? 0) - (number?.width ?? 0)).toBeGreaterThan(1.5);
  });
});
