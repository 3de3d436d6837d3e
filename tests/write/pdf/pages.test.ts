import { describe, expect, it } from "vitest";
import type { Card, DocumentBlock } from "../../../src/document.js";
import type { Block } from "../../../src/model/ladder.js";
import type { Box, Page, TextBox } from "../../../src/write/pdf/layout/box.js";
import { laidOut } from "./made.js";
import { card, documentOf, list, paragraph, part, table, wordsOf } from "./sample.js";

const bullets = (count: number, length = 6): string[] =>
  Array.from({ length: count }, (_, index) => `b${index} ${wordsOf(length)}`);

const textsOf = ({ boxes }: Page): TextBox[] => boxes.filter((box) => box.kind === "text");
const wordsIn = (page: Page | undefined): string =>
  page
    ? textsOf(page)
        .map((box) => (box.leaf ? box.text : ""))
        .join(" ")
    : "";

/** The baseline of the first text like this. */
const lineOf = (page: Page | undefined, text: RegExp): number | undefined =>
  page && textsOf(page).find((box) => text.test(box.text))?.y;

const pagesOf = (blocks: DocumentBlock[], meta = {}): Page[] =>
  laidOut(documentOf(blocks, meta)).pages;

/** The page on which each of these words stands. */
const placesOf = (pages: readonly Page[], ...words: string[]): number[] =>
  words.map((word) => pages.findIndex((page) => wordsIn(page).split(/\s+/).includes(word)));

describe("pages are balanced:", () => {
  // Whatever the number of bullets, some of these would end a few lines into a last page.
  const counts = Array.from({ length: 30 }, (_, index) => index + 25);

  it("a level is not carried over by a bullet or two", () => {
    const stubs = counts.filter((count) => {
      const pages = pagesOf([part(card("1", "Engineer", bullets(count)))]);
      const last = pages.at(-1) as Page;
      return pages.length > 2 && textsOf(last).filter((box) => box.leaf).length < 6;
    });
    expect(stubs).toEqual([]);
  });

  it("a page is tighter where that saves a stub, and others are not", () => {
    const gaps = new Set<number>();
    for (const count of counts) {
      const [, page] = pagesOf([part(card("1", "Engineer", bullets(count)))]) as [Page, Page];
      const [a = 0, b = 0] = [lineOf(page, /^b3 /), lineOf(page, /^b4 /)];
      gaps.add(Math.round((b - a) * 100) / 100);
    }
    expect(Math.max(...gaps)).toBeCloseTo(13.6 + 2.6, 1);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(13.6 + 2.6 * 0.7 - 0.01);
    expect(gaps.size).toBeGreaterThan(1);
  });
});

describe("a page with room to spare", () => {
  it("is not tight, though the pages before it are", () => {
    const { style } = laidOut(documentOf([]));
    for (let count = 20; count < 45; count++) {
      const levels = [card("1", "Engineer", bullets(count)), card("2", "Senior", bullets(16))];
      const last = pagesOf([part(...levels)]).at(-1) as Page;
      const lines = textsOf(last).filter(({ leaf, text }) => leaf && /^b\d/.test(text));
      const lowest = Math.max(...textsOf(last).flatMap(({ leaf, y }) => (leaf ? [y] : [])));
      const [first, second] = lines;
      if (first && second && lowest < style.body.bottom - 60)
        expect(second.y - first.y).toBeCloseTo(13.6 + 2.6, 1);
    }
  });
});

describe("a page's foot", () => {
  it("is far enough below the last line", () => {
    const { body, furniture } = laidOut(documentOf([])).style;
    expect((furniture.foot.rule ?? 0) - body.bottom).toBeGreaterThan(11);
  });
});

describe("a level that goes on", () => {
  /** Levels of sections, each with bullets of these many lines. */
  const levelOf = (label: string, ...sections: number[][]): Card => ({
    ...card(label, "Engineer", []),
    summary: [],
    sections: sections.map((lines, index) => ({
      title: { text: `H${label}.${index}` },
      anchors: [],
      blocks: [
        list(...lines.map((count, at) => `b${label}.${index}.${at} ${wordsOf(count * 14)}`)),
      ],
      sections: [],
    })),
  });
  const firsts = (pages: readonly Page[]) =>
    pages.slice(1).map((page) => wordsIn(page).match(/[Hb]\d\.\d[.\d]*/)?.[0] ?? "");

  it("rather ends before a section than within it", () => {
    const starts = Array.from({ length: 30 }, (_, index) => {
      const level = levelOf("1", Array(20 + index).fill(1), Array(6).fill(1));
      return firsts(pagesOf([part(level, levelOf("2", Array(12).fill(1)))])).at(-1);
    });
    expect(starts.filter((first) => first === "H1.1").length).toBeGreaterThan(4);
    for (const first of starts) expect(first).not.toMatch(/^b1\.1/);
  });

  it("spreads its pages where the last would be nearly empty", () => {
    const filled = (page: Page | undefined) =>
      Math.max(0, ...(page ? textsOf(page) : []).flatMap(({ leaf, y }) => (leaf ? [y] : [])));
    for (let count = 24; count < 40; count++) {
      const levels = ["1", "2", "3"].map((label) => levelOf(label, Array(count).fill(1)));
      const pages = pagesOf([part(...levels, levelOf("4", [1, 1], [1]))]);
      expect(filled(pages.at(-1))).toBeGreaterThan(200);
    }
  });
});

describe("a level", () => {
  const long = [part(card("1", "Engineer", bullets(70)), card("2", "Senior", bullets(4)))];

  it("has its facts and its sections begin on one baseline", () => {
    const [, page] = pagesOf(long);
    expect(lineOf(page, /^Summary/)).toBeCloseTo(lineOf(page, /^Level$/) ?? 0, 5);
  });

  it("goes on with its facts and its sections on one baseline", () => {
    const [, , page] = pagesOf(long) as [Page, Page, Page];
    const again = textsOf(page).find((box) => box.leaf === null && box.text === "1");
    const first = textsOf(page).find((box) => box.leaf !== null && /^b\d/.test(box.text));
    expect(again?.y).toBeCloseTo(first?.y ?? 0, 5);
  });

  it("has a line above it between levels, none at the head of a page", () => {
    const isRule = (box: Box) => box.kind === "rect" && box.height < 1 && box.width > 300;
    const pages = pagesOf([part(...["1", "2", "3"].map((label) => card(label, "T", bullets(28))))]);
    const tops = pages.slice(1).map((page) => {
      const words = Math.min(...textsOf(page).flatMap((box) => (box.leaf === null ? [] : [box.y])));
      return { words, rules: page.boxes.filter(isRule).map((box) => box.y) };
    });
    const heads = tops.slice(1).flatMap(({ rules, words }) => rules.filter((y) => y < words));
    expect(tops.length).toBeGreaterThan(2);
    expect(heads).toEqual([]);
    expect(tops[0]?.rules.length).toBeGreaterThan(0);
  });
});

describe("what belongs together stays on one page:", () => {
  const filled = (count: number, ...blocks: Block[]): Page[] =>
    pagesOf([...Array.from({ length: count }, () => paragraph("Filler.")), ...blocks]);
  const every = Array.from({ length: 30 }, (_, index) => index + 20);

  it("a list's first two items, and its last two", () => {
    for (const count of every) {
      const pages = filled(count, list("one", "two", "three", "four", "five"));
      const [one, two, , four, five] = placesOf(pages, "one", "two", "three", "four", "five");
      expect([one, four]).toEqual([two, five]);
    }
  });

  it("a list's first two items, though the first has three lines", () => {
    for (const count of every) {
      const texts = ["one", "two", "three", "four"].map((text) => `${text} ${wordsOf(60)}`);
      const [one, two, three, four] = placesOf(
        filled(count, list(...texts)),
        "one",
        "two",
        "three",
        "four",
      );
      expect([one, three]).toEqual([two, four]);
    }
  });

  it("an item of a few lines", () => {
    for (const count of every) {
      const pages = filled(count, list("one", `first ${wordsOf(75)} last`, "three"));
      const [first, last] = placesOf(pages, "first", "last");
      expect(first).toBe(last);
    }
  });

  it("an item and the first of what it holds", () => {
    for (const count of every) {
      const holder: Block = {
        type: "list",
        ordered: false,
        items: ["p", "q", "r"].map((text) => ({ text, blocks: [list(`${text}1`, `${text}2`)] })),
      };
      const pages = filled(count, holder);
      expect(placesOf(pages, "p", "q", "r")).toEqual(placesOf(pages, "p1", "q1", "r1"));
    }
  });

  it("a line in bold and the text it heads", () => {
    for (const count of every) {
      const spans = [{ type: "text" as const, text: "Bold", strong: true as const }];
      const text = paragraph(`below ${wordsOf(400)}`);
      const pages = filled(count, { type: "paragraph", text: "Bold", spans }, text);
      const [bold, below] = placesOf(pages, "Bold", "below");
      expect(bold).toBe(below);
    }
  });

  it("the words before a table and its first row", () => {
    for (const count of every) {
      const rows = [["Head"], ["first"], ...bullets(12).map((text) => [text])];
      const pages = filled(count, paragraph("Announced:"), table(rows));
      const [words, row] = placesOf(pages, "Announced:", "first");
      expect(words).toBe(row);
    }
  });

  it("a short table", () => {
    for (const count of every) {
      const pages = filled(count, table([["Head"], ["r1"], ["r2"], ["r3"], ["r4"]]));
      expect(new Set(placesOf(pages, "r1", "r2", "r3", "r4")).size).toBe(1);
    }
  });

  it("a heading and four lines of what it heads, whatever they are", () => {
    for (const count of every) {
      const pages = filled(
        count,
        { type: "heading", depth: 2, text: "Outer" },
        paragraph("Short."),
        { type: "heading", depth: 4, text: "Inner" },
        paragraph(wordsOf(90)),
      );
      const [outer, inner] = placesOf(pages, "Outer", "Inner");
      expect(outer).toBe(inner);
    }
  });
});

describe("a rule", () => {
  const { style } = laidOut(documentOf([]));
  const isRule = (box: Box) =>
    box.kind === "rect" && box.height < 1 && box.width > 300 && box.y < style.body.bottom;
  const ruled = (count: number, ...after: Block[]) => {
    const filler = Array.from({ length: count }, () => paragraph("Filler."));
    return pagesOf([...filler, { type: "rule" }, ...after]);
  };

  it("stands in the middle between what it parts", () => {
    const [page] = ruled(1, paragraph("Below.")) as [Page];
    const rule = page.boxes.find(isRule)?.y ?? 0;
    const [above = 0, below = 0] = [lineOf(page, /Filler/), lineOf(page, /Below/)];
    const { leading, size } = style.type.body;
    const baseline = leading / 2 + size * 0.33;
    expect(rule - (above + leading - baseline)).toBeCloseTo(style.gap.rule, 1);
    expect(below - baseline - rule).toBeCloseTo(style.gap.rule + 0.6, 1);
  });

  it("is neither the first nor the last on a page", () => {
    for (let count = 20; count < 50; count++)
      for (const page of [...ruled(count, paragraph(wordsOf(400))), ...ruled(count)])
        for (const rule of page.boxes.filter(isRule)) {
          const lines = textsOf(page).flatMap(({ leaf, y }) => (leaf ? [y] : []));
          expect(Math.min(...lines)).toBeLessThan(rule.y);
          expect(Math.max(...lines)).toBeGreaterThan(rule.y);
        }
  });
});

describe("headings one below the other", () => {
  it("stand nearer to each other than to what is above them", () => {
    const heading = (depth: number, text: string): Block => ({ type: "heading", depth, text });
    const [page] = pagesOf([
      paragraph("Above."),
      heading(3, "Outer"),
      heading(4, "Inner"),
      paragraph("Below."),
    ]);
    const ys = [/Above/, /Outer/, /Inner/].map(
      (each) => textsOf(page as Page).findLast(({ text }) => each.test(text))?.y ?? 0,
    ) as [number, number, number];
    expect(ys[2] - ys[1]).toBeLessThan(ys[1] - ys[0]);
    expect(ys[2] - ys[1]).toBeLessThan(25);
  });
});

describe("a row of a table", () => {
  const every = Array.from({ length: 36 }, (_, index) => index + 8);
  const linesOn = (page: Page | undefined) =>
    new Set(page && textsOf(page).flatMap(({ text, y }) => (/^[xy]/.test(text) ? [y] : []))).size;
  const split = (row: string[], counts = every): number[][] =>
    counts.map((count) => {
      const filler = Array.from({ length: count }, () => paragraph("Filler."));
      const pages = pagesOf([...filler, table([["Head", "Head"], ["first", "row"], row])]);
      return pages.map(linesOn).filter((lines) => lines > 0);
    });

  it("goes on with six lines at least, or is not split", () => {
    for (const words of [110, 160, 220, 300, 420]) {
      const parts = split([wordsOf(words, "x"), wordsOf(10, "y")]);
      for (const lines of parts)
        if (lines.length > 1) expect(lines.at(-1)).toBeGreaterThanOrEqual(6);
      expect(parts.some((lines) => lines.length === 1)).toBe(true);
    }
  });

  it("goes on with as many where there are too many pages to plan them", () => {
    const counts = every.map((count) => count + 700);
    for (const lines of split([wordsOf(300, "x"), wordsOf(10, "y")], counts))
      if (lines.length > 1) expect(lines.at(-1)).toBeGreaterThanOrEqual(6);
  });

  it("begins a page where little of it would stand at the foot of the one before", () => {
    for (const [first = 0, ...others] of split([wordsOf(300, "x"), wordsOf(300, "y")])) {
      const all = others.reduce((sum, lines) => sum + lines, first);
      expect(first).toBeGreaterThanOrEqual(Math.floor(all * 0.28));
    }
  });

  it("that heads others stays with the first of them", () => {
    const head = { cells: [{ colspan: 2, blocks: [paragraph("Group")] }] };
    for (const count of every.map((each) => each + 10)) {
      const rows = (from: number, to: number) =>
        Array.from({ length: to - from }, (_, index) => ({
          cells: [{ blocks: [paragraph(`r${index + from}`)] }, { blocks: [paragraph("cell")] }],
        }));
      const block: Block = { type: "table", rows: [...rows(0, count), head, ...rows(count, 60)] };
      const [group, next] = placesOf(pagesOf([block]), "Group", `r${count}`);
      expect(group).toBe(next);
    }
  });
});

describe("the overview", () => {
  const cell = (text: string) => ({ blocks: [paragraph(text)] });
  const grid: DocumentBlock = {
    type: "grid",
    scale: 0,
    hues: [null, 0, 1],
    rows: [
      { cells: [cell("Grades"), cell("2"), cell("3")] },
      { cells: [cell("Individual Contributors and Leads"), cell(wordsOf(14)), cell("Engineer")] },
      { cells: [cell("Managers"), cell(wordsOf(25)), cell("Lead")] },
    ],
  };
  const tints = (page: Page | undefined) =>
    (page?.boxes ?? []).filter((box) => box.kind === "rect" && box.width > 60 && box.height > 20);

  it("has rows of one height, though their titles are not", () => {
    const [page] = pagesOf([grid]);
    const heights = tints(page).map((box) => ("height" in box ? Math.round(box.height) : 0));
    expect(heights.length).toBe(4);
    expect(new Set(heights).size).toBe(1);
  });

  it("names a row on one line where there is room", () => {
    const [page] = pagesOf([grid]);
    expect(textsOf(page as Page).map((box) => box.text)).toContain(
      "Individual Contributors and Leads",
    );
  });

  it("keeps inside the margins when read from the right, its bars at the right", () => {
    const { pages, style } = laidOut(documentOf([grid], { direction: "rtl" }));
    const rects = (pages[0]?.boxes ?? []).filter((box) => box.kind === "rect" && box.height > 20);
    const [bar, tint] = rects.filter((box) => box.kind === "rect") as {
      x: number;
      width: number;
    }[];
    expect(Math.min(...rects.map(({ x }) => x))).toBeGreaterThanOrEqual(style.body.x - 0.01);
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeGreaterThan((tint?.x ?? 0) + (tint?.width ?? 0));
  });
});

describe("the contents", () => {
  const entries = ["One", "A much longer heading", "Three"];
  const blocks = entries.flatMap((text): Block[] => [
    { type: "heading", depth: 2, text },
    paragraph("Words."),
  ]);
  const leaders = (direction: "ltr" | "rtl") =>
    (pagesOf(blocks, { direction })[0]?.boxes ?? []).filter((box) => box.kind === "leader");

  it("has its dots one below the other", () => {
    const [first, ...others] = leaders("ltr");
    expect(others.length).toBe(2);
    for (const { x, width } of others) {
      expect(x + width).toBeCloseTo((first?.x ?? 0) + (first?.width ?? 0), 5);
      const steps = ((first?.x ?? 0) - x) / 2.3;
      expect(steps).toBeCloseTo(Math.round(steps), 5);
    }
  });

  it("has them begin at one edge where the page is read from the right", () => {
    expect(new Set(leaders("rtl").map(({ x }) => x)).size).toBe(1);
  });

  it("sets an entry in another script where the others begin", () => {
    const heading: Block = { type: "heading", depth: 2, text: "مهندس" };
    const [page] = pagesOf([...blocks, heading, paragraph("Words.")]);
    const entry = textsOf(page as Page).find((box) => box.rtl);
    expect(entry?.x).toBeCloseTo(textsOf(page as Page)[0]?.x ?? 0, 0);
  });
});

describe("a table", () => {
  it("of few words is no wider than they need", () => {
    const { pages, style } = laidOut(
      documentOf([
        table([
          ["Points", "Level"],
          ["5", "1.1"],
        ]),
      ]),
    );
    const isRule = (box: Box) => box.kind === "rect" && box.height < 1 && box.y < style.body.bottom;
    const rules = (pages[0]?.boxes ?? []).filter(isRule);
    const widths = rules.map((box) => ("width" in box ? box.width : 0));
    expect(widths.length).toBe(4);
    expect((widths[0] ?? 0) + (widths[1] ?? 0)).toBeLessThan(style.body.width / 2);
  });

  it("has bullets beside their words, whatever the cell is aligned to", () => {
    for (const align of ["left", "right", "center"] as const) {
      const cells = [{ align, blocks: [list("alpha", "beta")] }, { blocks: [paragraph("other")] }];
      const [page] = pagesOf([{ type: "table", rows: [{ cells }] }]);
      const marks = textsOf(page as Page).filter((box) => box.text === "•");
      const words = textsOf(page as Page).filter((box) => /alpha|beta/.test(box.text));
      expect(marks.length).toBe(2);
      marks.forEach((mark, index) => {
        expect((words[index]?.x ?? 0) - mark.x).toBeLessThan(14);
      });
    }
  });
});
