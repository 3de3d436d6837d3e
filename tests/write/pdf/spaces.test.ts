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

