import { describe, expect, it } from "vitest";
import type { DocumentBlock } from "../../../src/document.js";
import type { Block } from "../../../src/model/ladder.js";
import type { Box, Page, RectBox, TextBox } from "../../../src/write/pdf/layout/box.js";
import { laidOut } from "./made.js";
import { card, documentOf, list, paragraph, part } from "./sample.js";

const boxesOf = (...blocks: DocumentBlock[]): Box[] =>
  laidOut(documentOf(blocks)).pages.flatMap(({ boxes }) => boxes);
const rectsOf = (boxes: readonly Box[]): RectBox[] => boxes.filter((box) => box.kind === "rect");
const textsOf = (boxes: readonly Box[]): TextBox[] => boxes.filter((box) => box.kind === "text");
const lineOf = (boxes: readonly Box[], text: string): number =>
  textsOf(boxes).find((box) => box.text.trim() === text)?.y ?? Number.NaN;
const between = (boxes: readonly Box[], above: string, below: string): number =>
  lineOf(boxes, below) - lineOf(boxes, above);

describe("the bar of a quote", () => {
  const barsOf = (boxes: readonly Box[]) => rectsOf(boxes).filter(({ width }) => width === 2);

  it("does not touch what stands above the quote", () => {
    const boxes = boxesOf(paragraph("Above"), { type: "quote", blocks: [paragraph("Quoted")] });
    const [bar] = barsOf(boxes) as [RectBox];
    expect(bar.y).toBeGreaterThan(lineOf(boxes, "Above") + 6);
  });

  it("goes through from one of its blocks to the next", () => {
    const blocks = [paragraph("One"), paragraph("Two")];
    const [a, b] = barsOf(boxesOf({ type: "quote", blocks })) as [RectBox, RectBox];
    expect(b.y).toBeCloseTo(a.y + a.height, 5);
  });
});

describe("the space", () => {
  const LEADING = 13.6;

  it("between two lists is a paragraph's", () => {
    const ordered: Block = { ...list("two"), ordered: true } as Block;
    expect(between(boxesOf(list("one"), ordered), "one", "two")).toBeCloseTo(LEADING + 6, 5);
  });

  it("before notes is a paragraph's", () => {
    const note: Block = { type: "note", id: "n", blocks: [paragraph("Noted")] };
    expect(between(boxesOf(paragraph("Words"), note), "Words", "Noted")).toBeGreaterThan(
      LEADING + 4,
    );
  });

  it("below an item with code is larger, and a little below one with a list", () => {
    const items = (blocks: Block[]): Block => ({
      type: "list",
      ordered: false,
      items: [{ text: "first", blocks }, { text: "next" }],
    });
    const sub = between(boxesOf(items([list("below")])), "below", "next");
    expect(sub).toBeCloseTo(LEADING + 4.5, 5);
    const boxes = boxesOf(items([{ type: "code", text: "code" }]));
    const ground = rectsOf(boxes).find(({ width }) => width > 200 && width < 480) as RectBox;
    expect(lineOf(boxes, "next") - (ground.y + ground.height)).toBeGreaterThanOrEqual(8 + 9);
  });
});

it("code has its padding at a page's end and on the next page", () => {
  const text = Array.from({ length: 150 }, (_, index) => `line ${index}`).join("\n");
  const { pages, style } = laidOut(documentOf([{ type: "code", text }]));
  expect(pages.length).toBeGreaterThan(2);
  for (const { boxes } of pages) {
    const [ground, ...more] = rectsOf(boxes).filter(({ color }) => color === style.color.surface);
    expect(more).toEqual([]);
    const { y = 0, height = 0 } = ground ?? {};
    const lines = textsOf(boxes)
      .filter(({ text: words }) => words.startsWith("line"))
      .map((box) => box.y);
    expect(Math.min(...lines) - y).toBeGreaterThan(6 + 7);
    expect(y + height - Math.max(...lines)).toBeGreaterThan(6 + 2);
  }
});

it("code among words stands on a ground of its own, in titles not", () => {
  const code = [{ type: "text" as const, text: "npm", code: true as const }];
  const { pages, style } = laidOut(
    documentOf([
      { type: "paragraph", text: "npm", spans: code },
      { type: "heading", depth: 2, text: "npm", spans: code },
    ]),
  );
  const { boxes } = pages[0] as Page;
  const [ground, ...more] = rectsOf(boxes).filter(({ color }) => color === style.color.surface);
  const [word] = textsOf(boxes).filter(({ text }) => text === "npm") as [TextBox];
  expect(more).toEqual([]);
  expect(ground?.x).toBeLessThan(word.x);
  expect((ground?.x ?? 0) + (ground?.width ?? 0)).toBeGreaterThan(word.x + word.width);
});

describe("the head of a page behind the last track", () => {
  const filler = Array.from({ length: 90 }, () => paragraph("Prose."));
  const heads = (...blocks: DocumentBlock[]) =>
    laidOut(documentOf([part(card("1", "Engineer", ["b"])), ...blocks])).pages.map(
      ({ running }) => running,
    );

  it("names the heading of the prose there", () => {
    const heading: Block = { type: "heading", depth: 2, text: "Salaries" };
    expect(heads(heading, ...filler).slice(1)).toEqual(
      ["Engineer Track", "Salaries", "Salaries"].slice(0, heads(heading, ...filler).length - 1),
    );
  });

  it("names nothing where the prose has no heading", () => {
    for (const blocks of [
      filler,
      [list("a"), ...filler],
      [{ type: "code" as const, text: "x" }, ...filler],
    ])
      expect(heads(...blocks).slice(1, 3)).toEqual(["Engineer Track", ""]);
  });
});
