import { describe, expect, it } from "vitest";
import { diffShown } from "../../../src/compose/shown/index.js";
import type { DocumentBlock } from "../../../src/document.js";
import { readShownTexts } from "../../../src/read/index.js";
import type { Page, TextBox } from "../../../src/write/pdf/layout/box.js";
import { laidOut, onPage, written } from "./made.js";
import { documentOf, paragraph } from "./sample.js";

/** Chapters with so many headings below each. */
const chapters = (count: number, each: number): DocumentBlock[] =>
  Array.from({ length: count }, (_, chapter) => [
    { type: "heading" as const, depth: 2, text: `Chapter ${chapter}` },
    paragraph("Words of it."),
    ...Array.from({ length: each }, (_, index) => [
      { type: "heading" as const, depth: 3, text: `Part ${chapter}.${index}` },
      paragraph("Words of it."),
    ]).flat(),
  ]).flat();

const linesOf = ({ boxes }: Page): TextBox[] =>
  boxes.filter(
    (box): box is TextBox =>
      box.kind === "text" && box.tag?.type === "Link" && /^(?:Chapter|Part)/.test(box.text),
  );
const listOf = (count: number, each: number) => {
  const layout = laidOut(documentOf(chapters(count, each)));
  const [first, ...others] = layout.pages.map(linesOf) as [TextBox[], ...TextBox[][]];
  const columns = new Set(first.filter(({ text }) => text.startsWith("Chapter")).map(({ x }) => x));
  return { layout, first, others: others.flat(), columns: columns.size };
};
const apart = ([a, b]: TextBox[]): number => (b?.y ?? 0) - (a?.y ?? 0);

describe("a contents list that its page has no room for", () => {
  it("stands as it should where there is room", () => {
    const { first, others, columns } = listOf(4, 4);
    expect([first.length, others.length, columns]).toEqual([20, 0, 1]);
    expect(apart(first.slice(1))).toBeCloseTo(15.6, 1);
  });

  it("has its lines closer first", () => {
    const { first, others, columns } = listOf(8, 4);
    expect([first.length, others.length, columns]).toEqual([40, 0, 1]);
    expect(apart(first.slice(1))).toBeCloseTo(13.6 * 0.9, 1);
  });

  it("stands in two columns then, and parts no heading from its first below", () => {
    const { first, others, columns } = listOf(16, 4);
    expect([first.length, others.length, columns]).toEqual([80, 0, 2]);
    for (let each = 1; each < 6; each++) {
      const other = listOf(Math.ceil(80 / (each + 1)), each).first.find(({ x }) => x > 300);
      expect(other?.text).toMatch(/^Chapter|\.[1-9]/);
    }
  });

  it("is without its deepest level then, which the bookmarks keep", () => {
    const { first, others, layout } = listOf(30, 9);
    expect(first.map(({ text }) => text)).toEqual(
      Array.from({ length: 30 }, (_, index) => `Chapter ${index}`),
    );
    expect(others).toEqual([]);
    expect(layout.entries.length).toBe(300);
  });

  it("brings eight lines along where it must go on", () => {
    for (let count = 86; count < 125; count++) {
      const pages = laidOut(documentOf(chapters(count, 0))).pages.map(
        (page) => linesOf(page).length,
      );
      expect(pages.reduce((sum, lines) => sum + lines)).toBe(count);
      expect(pages.findLast((lines) => lines > 0)).toBeGreaterThanOrEqual(8);
    }
  });

  it("is no drift when it is read", async () => {
    for (const resources of [onPage(595.28, 841.89, 57), onPage(419.53, 595.28, 57)])
      for (const [count, each] of [
        [16, 4],
        [30, 9],
        [110, 0],
      ] as const) {
        const document = documentOf(chapters(count, each));
        const { value } = await written(document, resources);
        const { value: shown } = await readShownTexts(value);
        expect(diffShown(shown ?? [], document)).toEqual([]);
      }
  });
});

it("what follows the contents stands well below them", () => {
  const blocks = [paragraph("First words."), ...chapters(3, 0)];
  const [page] = laidOut(documentOf(blocks)).pages as [Page];
  const last = Math.max(...linesOf(page).map(({ y }) => y));
  const next = page.boxes.find((box) => box.kind === "text" && box.text.startsWith("First"));
  expect((next?.y ?? 0) - last).toBeGreaterThan(30 + 9);
});
