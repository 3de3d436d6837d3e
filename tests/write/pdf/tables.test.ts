import { describe, expect, it } from "vitest";
import { diffShown } from "../../../src/compose/shown/index.js";
import type { Block, Cell } from "../../../src/model/ladder.js";
import { readShownTexts } from "../../../src/read/index.js";
import type { Page, TextBox } from "../../../src/write/pdf/layout/box.js";
import type { Tag } from "../../../src/write/pdf/layout/tag.js";
import { laidOut, onPage, written } from "./made.js";
import { documentOf, list, paragraph, wordsOf } from "./sample.js";

const A5 = onPage(419.53, 595.28, 57);
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

const NAMES =
  "Level Engineering Infrastructure Communication Responsibilities Documentation Accountability Mentorship Collaboration Experience Impact Compensation".split(
    " ",
  );
/** A table of so many columns of ordinary words. */
const wide = (columns: number): Block => ({
  type: "table",
  rows: [
    head(...NAMES.slice(0, columns)),
    ...["L1", "L2"].map((level) => ({
      cells: [level, ...NAMES.slice(1, columns)].map((name) =>
        cell(`${name} takes responsibility`),
      ),
    })),
  ],
});
const tagged = (tag: Tag, type: string): Tag[] => [
  ...(tag.type === type ? [tag] : []),
  ...tag.children.flatMap((child) => tagged(child, type)),
];

describe("a table of many columns", () => {
  const known = new Set(["L1", "L2", "takes", "responsibility", ...NAMES]);

  it.each([6, 8, 9, 10, 12])(
    "cuts no word in %d of them, and is never smaller than 6.8 pt",
    (columns) => {
      for (const page of [
        laidOut(documentOf([wide(columns)])),
        laidOut(documentOf([wide(columns)]), A5),
      ].flatMap(({ pages }) => pages)) {
        const own = textsOf(page).filter(({ tag }) => tag?.parent?.type.startsWith("T"));
        const said = own
          .flatMap(({ text }) => text.trim().split(" "))
          .filter((word) => word !== "");
        expect(said.filter((word) => !known.has(word))).toEqual([]);
        for (const { size } of own) expect(size).toBeGreaterThanOrEqual(6.8);
      }
    },
  );

  it("has each row as a card where they have no room, its headers again beside the cells", () => {
    const { pages, root } = laidOut(documentOf([wide(12)]));
    const marks = textsOf(pages[0] as Page).filter(({ text }) => text.trim() === "Infrastructure");
    expect(marks.map(({ leaf }) => leaf !== null)).toEqual([true, false, false]);
    const value = textsOf(pages[0] as Page).find(({ text }) =>
      text.startsWith("Infrastructure takes"),
    );
    expect(value?.y).toBe(marks[1]?.y);
    expect(value?.x).toBeGreaterThan((marks[1]?.x ?? 0) + (marks[1]?.width ?? 0));
    const rows = tagged(root, "TR").map(({ children }) => children.map(({ type }) => type));
    expect(rows).toEqual([Array(12).fill("TH"), Array(12).fill("TD"), Array(12).fill("TD")]);
  });

  it("gives headers that are lists the width of the page where it has cards", () => {
    const items = NAMES.map((name) => `${name} understands`);
    const word = "Donaudampfschifffahrtsgesellschaftskapitänswitwe".repeat(2);
    const rows = [
      { cells: [0, 1].map((): Cell => ({ header: true, blocks: [list(...items)] })) },
      { cells: [cell(word), cell(word)] },
    ];
    const { pages, root } = laidOut(documentOf([{ type: "table", rows }]));
    expect(tagged(root, "TH").map(({ children }) => children.map(({ type }) => type))).toEqual([
      ["L"],
      ["L"],
    ]);
    const texts = pages.flatMap(textsOf).filter(({ tag }) => tag?.type === "LBody");
    expect(texts.map(({ text }) => text)).toEqual([...items, ...items]);
    expect(pages).toHaveLength(1);
  });

  it("says on a card's further pages whose it is", () => {
    const rows = [head(...NAMES), { cells: NAMES.map((name) => cell(`${name} ${wordsOf(300)}`)) }];
    const pages = pagesOf({ type: "table", rows });
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.slice(1))
      expect(again(page).join(" ")).toMatch(/^Level w0.*continued/);
  });

  it("is read as the document has it, whatever pages its cards are on", async () => {
    const rows = [
      head(...NAMES),
      ...["a", "b"].map((row) => ({
        cells: NAMES.map((name) => cell(`${row} ${name} ${wordsOf(70)}`)),
      })),
    ];
    const document = documentOf([{ type: "table", rows }]);
    const { value, messages } = await written(document);
    const { value: shown } = await readShownTexts(value);
    expect(messages).toEqual([]);
    expect(diffShown(shown ?? [], document)).toEqual([]);
  });

  it("is in the largest type that holds its words", () => {
    const short = {
      type: "table" as const,
      rows: [
        head(...wordsOf(12, "c").split(" ")),
        {
          cells: wordsOf(12)
            .split(" ")
            .map((word) => cell(word)),
        },
      ],
    };
    const sizes = pagesOf(short)
      .flatMap(textsOf)
      .filter(({ text }) => /^[cw]\d+$/.test(text))
      .map(({ size }) => size);
    expect(new Set(sizes)).toEqual(new Set([8.6]));
  });

  it("parts words at their hyphens, and addresses, before it becomes small", () => {
    const rows = [
      head("A", "B", "C"),
      {
        cells: [
          "cross-functional-organisation-wide-responsibilities".repeat(4),
          `https://example.org/${"path/".repeat(30)}`,
          "Words",
        ].map((text) => cell(text)),
      },
    ];
    const sizes = pagesOf({ type: "table", rows })
      .flatMap(textsOf)
      .filter(({ tag }) => tag?.parent?.type === "TD")
      .map(({ size }) => size);
    expect(new Set(sizes)).toEqual(new Set([8.6]));
  });
});

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

  it("says nothing again where its first cell tells something, as the others do", () => {
    const told = { blocks: [list("You ask.", "You answer.")] };
    const rows = [head("Beginner", "Expert"), { cells: [told, cell(long)] }];
    expect(again(pagesOf({ type: "table", rows })[1])).toEqual(["Beginner", "Expert"]);
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

describe("the cells of a table", () => {
  const widths = [3, 300, 3, 200, 40, 2, 2].map((count) => "ordinary ".repeat(count).trim());
  const wordAt = (page: Page, text: string) =>
    textsOf(page).find((box) => box.text.trim().startsWith(text)) as TextBox;

  it("have their bullets hang as far in every column", () => {
    const rows = [
      head("A", "B", "C", "D", "E", "F", "G"),
      { cells: widths.map((text) => ({ blocks: [list(text.trim())] })) },
    ];
    const [page] = pagesOf({ type: "table", rows }) as [Page];
    const marks = textsOf(page).filter(({ text }) => text === "•");
    const hangs = marks.map((mark) => {
      const beside = textsOf(page).filter(
        ({ x, y, leaf }) => leaf && Math.abs(y - mark.y) < 3 && x > mark.x,
      );
      return Math.min(...beside.map(({ x }) => x)) - mark.x;
    });
    expect(hangs.length).toBe(7);
    for (const hang of hangs) expect(hang).toBeCloseTo(hangs[0] as number, 1);
  });

  it("that head columns stand at the foot of their row", () => {
    const rows = [
      head("One", "A head of many words that goes on over lines"),
      { cells: [cell(wordsOf(200)), cell("x")] },
    ];
    const [page] = pagesOf({ type: "table", rows }) as [Page];
    expect(wordAt(page, "One").y).toBeGreaterThan(wordAt(page, "A head").y);
    expect(wordAt(page, "One").y).toBe(
      Math.max(
        ...textsOf(page)
          .filter(({ tag }) => tag?.parent?.type === "TH")
          .map(({ y }) => y),
      ),
    );
  });

  it("do not run into each other where one ends and the next begins", () => {
    const row = (header: boolean, ...texts: [string, string]) => ({
      cells: texts.map((text, index) =>
        cell(text, { ...(header && { header: true }), align: index === 0 ? "right" : "left" }),
      ),
    });
    const [page] = pagesOf({
      type: "table",
      rows: [row(true, "Amount", "Level"), row(false, "1000", wordsOf(300))],
    }) as [Page];
    const amount = wordAt(page, "Amount");
    expect(wordAt(page, "Level").x - (amount.x + amount.width)).toBeGreaterThanOrEqual(14);
  });
});

describe("a row without anything in it", () => {
  const spacer = { cells: [cell("", { colspan: 2 })] };
  const rows = [
    head("A", "B"),
    { cells: [cell("Group", { colspan: 2 })] },
    spacer,
    { cells: [cell("a"), cell("b")] },
    spacer,
  ];

  it("draws no line of its own, and keeps its tags", () => {
    const { pages, root } = laidOut(documentOf([{ type: "table", rows }]));
    const lines = pages[0]?.boxes.filter(
      (box) => box.kind === "rect" && box.height < 1 && box.y < 780,
    );
    const ys = [...new Set(lines?.map(({ y }) => y))].sort((a, b) => a - b);
    expect(ys.length).toBe(3);
    expect(Math.min(...ys.slice(1).map((y, index) => y - (ys[index] ?? 0)))).toBeGreaterThan(15);
    expect(tagged(root, "TR").length).toBe(5);
  });

  it("is one, too, where all that it has goes on in the next", () => {
    const level = { cells: [cell("M3", { rowspan: 3, header: true })] };
    const table: Block = {
      type: "table",
      rows: [head("Level", "Text"), level, { cells: [cell("one")] }, { cells: [cell("two")] }],
    };
    const { pages, root } = laidOut(documentOf([table]));
    const line = (text: string) => textsOf(pages[0] as Page).find((box) => box.text === text)?.y;
    expect(line("M3")).toBe(line("one"));
    expect(tagged(root, "TR").map(({ children }) => children.length)).toEqual([2, 2, 1, 1]);
  });

  it("does not part what heads a group from it", () => {
    const long = { cells: [cell(wordsOf(20)), cell(wordsOf(20))] };
    for (let above = 20; above < 45; above++) {
      const table: Block = {
        type: "table",
        rows: [
          ...rows.slice(0, 1),
          ...Array.from({ length: above }, () => long),
          ...rows.slice(1),
          ...Array.from({ length: 6 }, () => long),
        ],
      };
      const pages = pagesOf(table);
      const where = ["Group", "a"].map((text) =>
        pages.findIndex((page) => textsOf(page).some((box) => box.text === text)),
      );
      expect(where[0]).toBe(where[1]);
    }
  });
});
