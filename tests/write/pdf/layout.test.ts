import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/model/ladder.js";
import { type Box, extent } from "../../../src/write/pdf/layout/box.js";
import { laidOut } from "./made.js";
import { card, documentOf, everyBlock, list, paragraph, part, table, wordsOf } from "./sample.js";

const nested = (depth: number): Block => ({
  type: "list",
  ordered: depth % 2 === 0,
  items: [
    {
      text: `level ${depth} ${wordsOf(30)}`,
      ...(depth > 0 && { blocks: [nested(depth - 1)] }),
    },
  ],
});

const columns = (count: number): Block =>
  table([
    Array.from({ length: count }, (_, index) => `Responsibilities ${index}`),
    Array.from({ length: count }, (_, index) => wordsOf(index * 4, "responsibility")),
  ]);

const nasty: Record<string, Block[]> = {
  "one of every block": everyBlock() as Block[],
  "14 columns": [columns(14)],
  "60 columns": [columns(60)],
  "a bullet of 2,000 words": [list(wordsOf(2000), "next")],
  "long words": [paragraph(`See https://example.org/${"very".repeat(120)} ${"W".repeat(400)}`)],
  "five deep lists": [nested(5)],
  "forty deep lists": [nested(40)],
  "tables in cells": [
    {
      type: "table",
      rows: [
        {
          cells: [columns(3), columns(4), list("a", wordsOf(90))].map((block) => ({
            blocks: [block, paragraph("after")],
          })),
        },
      ],
    },
  ],
  "long cards": [
    part(card("12345678901234567890", "A".repeat(90), [wordsOf(900), wordsOf(40)])) as never,
  ],
  "a note with a long number": Array.from({ length: 1001 }, (_, at): Block[] => [
    {
      type: "paragraph",
      text: "x",
      spans: [
        { type: "text", text: "x" },
        { type: "note", id: `${at}` },
      ],
    },
    ...(at === 1000 ? [{ type: "note" as const, id: "1000", blocks: [paragraph("noted")] }] : []),
  ]).flat(),
  "a level whose title fills pages": [part(card(wordsOf(90), wordsOf(400), ["next"])) as never],
};

const told = (box: Box) =>
  box.kind === "text" ? `"${box.text}" at ${box.x},${box.y} (${box.width} wide)` : box.kind;

const isWord = (box: Box) => box.kind === "text" && box.text.trim() !== "";

describe.each(Object.entries(nasty))("a page of %s", (_, blocks) => {
  const { pages, style } = laidOut(documentOf(blocks));

  it("keeps inside its margins", () => {
    const { width, height, margins } = style.page;
    for (const page of pages)
      for (const box of page.boxes) {
        const { x, y, ...size } = extent(box);
        expect(x).toBeGreaterThanOrEqual(margins.left - 0.5);
        expect(x + (isWord(box) ? size.width : 0)).toBeLessThanOrEqual(width - margins.right + 0.5);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y + size.height).toBeLessThanOrEqual(height);
      }
  });

  it("sets no text over another", () => {
    for (const page of pages) {
      const words = page.boxes.filter(isWord).map((box) => ({ box, ...extent(box) }));
      words.sort((a, b) => a.y - b.y);
      words.forEach((a, index) => {
        for (let other = index + 1; other < words.length; other++) {
          const b = words[other] as typeof a;
          if (b.y > a.y + a.height) break;
          const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
          const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
          if (across > 0.7 && down > a.height / 3)
            throw new Error(`${told(a.box)} over ${told(b.box)}`);
        }
      });
    }
  });
});

describe("a level's title again", () => {
  it("leaves more of a page than it takes", () => {
    const long = part(card(wordsOf(40), wordsOf(40), [wordsOf(3000)])) as never;
    const { pages, style } = laidOut(documentOf([long]));
    const { y, bottom } = style.body;
    for (const page of pages.slice(1)) {
      const again = page.boxes.filter((box) => box.kind === "text" && !box.tag);
      const lowest = Math.max(
        ...again.map((box) => box.y).filter((each) => each > y && each < bottom),
      );
      expect(lowest).toBeLessThan(y + (bottom - y) / 2);
    }
  });
});

describe("a page that reads from the right", () => {
  const notes: Block[] = [
    {
      type: "paragraph",
      text: "x",
      spans: [
        { type: "text", text: "x" },
        { type: "note", id: "n" },
      ],
    },
    { type: "note", id: "n", blocks: [paragraph("noted")] },
    { type: "quote", blocks: [paragraph("quoted")] },
  ];
  const { pages, style } = laidOut(documentOf(notes, { direction: "rtl" }));
  const boxes = pages.flatMap((page) => page.boxes);
  const right = style.body.x + style.body.width;
  const edge = (text: string) => {
    const box = boxes.findLast(
      (each) => each.kind === "text" && each.text === text && each.tag,
    ) as Box;
    return box.x + extent(box).width;
  };

  it("measures spaces and brackets as they are set among its letters", () => {
    const text = "این کار را با مردم (خوب) انجام می‌دهید؛ و «همه» را (به) یاد می‌آورید. ".repeat(9);
    const { pages } = laidOut(documentOf([paragraph(text)], { direction: "rtl" }));
    for (const box of pages.flatMap((page) => page.boxes))
      expect(extent(box).x).toBeGreaterThanOrEqual(style.body.x - 0.5);
  });

  it("has the text of a note at the left of its number", () => {
    expect(edge("1")).toBeCloseTo(right);
    expect(edge("noted")).toBeLessThan(right - 10);
  });

  it("has the bar of a quote at its right", () => {
    expect(edge("quoted")).toBeCloseTo(right - style.quote.indent);
    const bar = boxes.find((box) => box.kind === "rect" && box.width === style.quote.bar);
    expect(bar?.x).toBeCloseTo(right - style.quote.bar);
  });
});

describe("a page's foot", () => {
  it("has no heading alone, and no line of a paragraph alone", () => {
    for (let lines = 30; lines < 60; lines++) {
      const filler = Array.from({ length: lines }, () => paragraph("Filler."));
      const heading: Block = { type: "heading", depth: 3, text: "Heading" };
      const { pages } = laidOut(documentOf([...filler, heading, paragraph(wordsOf(90))]));
      const at = pages.findIndex((page) => textOf(page.boxes).includes("Heading"));
      expect(textOf(pages[at]?.boxes ?? [])).toMatch(/w0 [\s\S]*w20 /);
    }
  });
});

const textOf = (boxes: readonly Box[]): string =>
  boxes.map((box) => (box.kind === "text" && box.leaf ? box.text : "")).join(" ");
