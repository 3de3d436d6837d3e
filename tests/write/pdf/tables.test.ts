import { describe, expect, it } from "vitest";
import type { Block, Cell } from "../../../src/model/ladder.js";
import type { Page, TextBox } from "../../../src/write/pdf/layout/box.js";
import { laidOut } from "./made.js";
import { documentOf, list, paragraph, wordsOf } from "./sample.js";

const textsOf = ({ boxes }: Page): TextBox[] => boxes.filter((box) => box.kind === "text");
const pagesOf = (...blocks: Block[]): Page[] => laidOut(documentOf(blocks)).pages;
const cell = (text: string, more: Partial<Cell> = {}): Cell => ({
  blocks: text === "" ? [] : [paragraph(text)],
  ...more,
});
const head = (...texts: string[]) => ({
  cells: texts.map((text) => cell(text, { header: true })),
});
/** Decoration among the page's words. */
const again = (page: Page | undefined): string[] =>
  page
    ? textsOf(page)
        .filter(({ leaf, tag, y }) => !leaf && !tag && y > 60 && y < 780)
        .map(({ text }) => text.trim())
        .filter((text) => text !== "")
    : [];

describe("a row that goes on over a page", () => {
  const long = wordsOf(2600);

  it("says which row it is, shortened, as decoration", () => {
    const name = `Principal ${wordsOf(30, "n")}`;
    const rows = [head("Level", "Role"), { cells: [cell(name), cell(long)] }];
    const [, second, third] = pagesOf({ type: "table", rows });
    for (const page of [second, third]) {
      const words = again(page);
      expect(words.slice(0, 2)).toEqual(["Level", "Role"]);
      expect(words[2]).toMatch(/^Principal/);
      expect(words.slice(-2)).toEqual(["…", "continued"]);
      expect(words.length).toBe(2 + 4);
    }
  });

  it("says nothing again where its first cell goes on itself", () => {
    const rows = [head("Level", "Role"), { cells: [cell(long), cell(long)] }];
    for (const page of pagesOf({ type: "table", rows }).slice(1, 3))
      expect(again(page)).toEqual(["Level", "Role"]);
  });

  it("says what covers it from a row above, whichever row begins the page", () => {
    const group = cell("Leadership", { rowspan: 12 });
    const rows = Array.from({ length: 12 }, (_, index) => ({
      cells: [...(index === 0 ? [group] : []), cell(`Skill ${index}`), cell(wordsOf(80))],
    }));
    const pages = pagesOf({ type: "table", rows: [head("Area", "Skill", "Text"), ...rows] });
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages.slice(1))
      expect(again(page).join(" ")).toMatch(/Leadership continued/);
  });

  it("says so by a sign where its column is too narrow for the word", () => {
    const rows = [head("A", "Role"), { cells: [cell("b"), cell(long)] }];
    const [, second] = pagesOf({ type: "table", rows });
    expect(again(second)).toEqual(["A", "Role", "b", "…"]);
  });

  it("has its name whole on the first page", () => {
    for (let lines = 30; lines < 50; lines++) {
      const filler = Array.from({ length: lines }, () => paragraph("Filler."));
      const rows = [
        head("Level", "Role"),
        {
          cells: [
            { blocks: ["Aa", "Bb", "Cc", "Dd"].map((text) => paragraph(text)) },
            { blocks: [list(...long.split(" "))] },
          ],
        },
      ];
      const pages = pagesOf(...filler, { type: "table", rows });
      const where = ["Aa", "Dd"].map((word) =>
        pages.findIndex((page) =>
          textsOf(page).some(({ text, leaf }) => leaf && text.startsWith(word)),
        ),
      );
      expect(where[0]).toBe(where[1]);
    }
  });
});
