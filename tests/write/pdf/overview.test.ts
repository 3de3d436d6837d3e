import { describe, expect, it } from "vitest";
import { diffShown } from "../../../src/compose/shown/index.js";
import type { Grid } from "../../../src/document.js";
import type { Block, Row } from "../../../src/model/ladder.js";
import { readShownTexts } from "../../../src/read/index.js";
import type { AreaBox, Box, Page, RectBox, TextBox } from "../../../src/write/pdf/layout/box.js";
import type { Tag } from "../../../src/write/pdf/layout/tag.js";
import { laidOut, onPage, written } from "./made.js";
import { card, documentOf, paragraph, part } from "./sample.js";

const TITLES = [
  "Associate Software Engineer",
  "Senior Infrastructure Engineer",
  "Principal Engineer",
  "Distinguished Engineer",
];
const WORDS = new Set(TITLES.flatMap((title) => title.split(" ")));
const GRADES = [8, 10, 14, 40];
const PAGES = { A4: onPage(595.28, 841.89, 57), A5: onPage(419.53, 595.28, 57) };

const level = (label: number): Block => ({
  type: "paragraph",
  text: `${label}\n${TITLES[label % 4]}`,
  spans: [
    { type: "text", text: String(label) },
    { type: "break" },
    { type: "text", text: TITLES[label % 4] as string, href: "#l1" },
  ],
});

/** A grid of so many grades; the second track begins halfway. */
const gridOf = (grades: number): Grid => {
  const labels = Array.from({ length: grades }, (_, index) => index + 1);
  const row = (name: string, blocks: (label: number) => Block[]): Row => ({
    cells: [{ blocks: [paragraph(name)] }, ...labels.map((label) => ({ blocks: blocks(label) }))],
  });
  return {
    type: "grid",
    scale: 0,
    hues: [null, 0, 1],
    rows: [
      row("Company Grades", (label) => [paragraph(`g${label}`)]),
      row("Individual Contributors", (label) => [level(label)]),
      row("Managers", (label) => (label > grades / 2 ? [level(label)] : [])),
    ],
  };
};

const laid = (grid: Grid, size: keyof typeof PAGES = "A4") =>
  laidOut(documentOf([grid, part(card("1", "T", ["b"]))]), PAGES[size]);
const boxesOf = (pages: readonly Page[]): Box[] => pages.flatMap(({ boxes }) => boxes);
const wordsOf = (boxes: readonly Box[]): TextBox[] =>
  boxes.filter((box): box is TextBox => box.kind === "text");
const rectsOf = (boxes: readonly Box[]): RectBox[] =>
  boxes.filter((box): box is RectBox => box.kind === "rect");
const below = (tag: Tag, type: string): Tag[] => [
  ...(tag.type === type ? [tag] : []),
  ...tag.children.flatMap((child) => below(child, type)),
];

const within = (outer: AreaBox, { x, y }: { x: number; y: number }) =>
  x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;

describe.each(["A4", "A5"] as const)("an overview on %s", (size) => {
  it.each(GRADES)("of %d grades has a coloured cell for each level", (grades) => {
    const boxes = boxesOf(laid(gridOf(grades), size).pages);
    const areas = boxes.filter((box) => box.kind === "area");
    const tints = rectsOf(boxes).filter(({ radius }) => radius);
    expect(areas.length).toBe(grades + Math.floor(grades / 2));
    for (const { x, y } of areas)
      expect(tints.filter((tint) => tint.x === x && tint.y === y)).not.toEqual([]);
  });

  it.each(GRADES)("of %d grades cuts no word, and underlines none", (grades) => {
    for (const { boxes } of laid(gridOf(grades), size).pages) {
      const areas = boxes.filter((box): box is AreaBox => box.kind === "area");
      const said = wordsOf(boxes)
        .filter((box) => areas.some((area) => within(area, box)))
        .flatMap(({ text }) => text.trim().split(" "))
        .filter((word) => /\p{L}/u.test(word));
      expect(new Set(said)).toEqual(new Set(said.filter((word) => WORDS.has(word))));
      expect(rectsOf(boxes).filter(({ height }) => height === 0.5)).toEqual([]);
    }
  });

  it.each(GRADES)("of %d grades is one table, each row of it whole", (grades) => {
    const { root } = laid(gridOf(grades), size);
    const [table, ...more] = below(root, "Table");
    expect(more).toEqual([]);
    const rows = below(table as Tag, "TR").map(({ children }) =>
      children.map(({ type, scope }) => `${type}${scope ?? ""}`),
    );
    const cells = (type: string) => Array.from({ length: grades }, () => type);
    expect(rows).toEqual([
      ["THColumn", ...cells("THColumn")],
      ["THRow", ...cells("TD")],
      ["THRow", ...cells("TD")],
    ]);
  });
});

describe("an overview in bands", () => {
  const { pages, root } = laid(gridOf(14));
  const boxes = boxesOf(pages);
  const lines = (text: string) => wordsOf(boxes).filter((box) => box.text.trim() === text);

  it("repeats grades' and rows' names as decoration", () => {
    for (const name of ["Company Grades", "Individual Contributors"]) {
      const [first, ...again] = lines(name);
      expect(first?.leaf).not.toBeNull();
      expect(again.length).toBeGreaterThan(0);
      for (const { leaf, tag } of again) expect([leaf, tag]).toEqual([null, null]);
    }
  });

  it("leaves a track out of a band that has nothing of it", () => {
    expect(lines("Managers").length).toBe(1);
    expect(below(root, "Table").length).toBe(1);
  });

  it("is read as the document has it, whatever page a band is on", async () => {
    for (const grades of GRADES) {
      const document = documentOf([gridOf(grades), part(card("1", "T", ["b"]))]);
      const { value } = await written(document, PAGES.A5);
      const { value: shown } = await readShownTexts(value);
      expect(diffShown(shown ?? [], document)).toEqual([]);
    }
  });
});

describe("a cell of the overview", () => {
  it("that covers rows and columns keeps its colour, and what it says is said once", () => {
    const grid = gridOf(6);
    const [, first, second] = grid.rows as [Row, Row, Row];
    first.cells.splice(1, 2, { blocks: [paragraph("Wide")], colspan: 2 });
    first.cells[2] = { blocks: [paragraph("High")], rowspan: 2 };
    second.cells.splice(3, 1);
    const { pages } = laid(grid);
    const boxes = boxesOf(pages);
    expect(
      ["Wide", "High"].map((word) => wordsOf(boxes).filter(({ text }) => text === word).length),
    ).toEqual([1, 1]);
    const high = wordsOf(boxes).find(({ text }) => text === "High") as TextBox;
    const tints = rectsOf(boxes).filter(
      ({ x, width, radius }) => radius && x < high.x && high.x < x + width && width > 20,
    );
    expect(tints.length).toBe(2);
  });

  it("has a bar with a straight inner edge", () => {
    const [page] = laid(gridOf(4)).pages as [Page];
    const rects = rectsOf(page.boxes);
    const bars = rects.filter(({ radius, width }) => radius && width < 15);
    expect(bars.length).toBeGreaterThan(0);
    for (const { x, y } of bars) {
      const [tint, edge] = rects.filter(
        (rect) => rect.y === y && Math.abs(rect.x - x - 1.8) < 0.01,
      );
      expect(edge).toMatchObject({ color: tint?.color });
      expect(edge?.radius).toBeUndefined();
      expect(edge?.width).toBeGreaterThan(tint?.radius ?? 0);
    }
  });
});
