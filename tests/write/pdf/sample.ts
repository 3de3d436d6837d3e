import type { Card, Document, DocumentBlock, Part } from "../../../src/document.js";
import type { Block, Ladder, RichText } from "../../../src/model/ladder.js";
import { SCHEMA_ID } from "../../../src/model/schema/index.js";

/** Documents made by hand, with as little as each test needs. */

const origin = { slug: "sample", file: "2020-01-02-sample.md", sha256: "ab".repeat(32) };

/** A document of these blocks. */
export const documentOf = (
  blocks: DocumentBlock[],
  meta: Partial<Document["meta"]> = {},
): Document => ({
  meta: {
    origin,
    yaml: null,
    title: "Sample & <Ladder>",
    subtitle: "A subtitle",
    author: "somebody",
    date: "2020-01-02",
    language: "en",
    direction: "ltr",
    ...meta,
  },
  blocks,
});

/** A ladder to attach, with a place that must not be. */
export const ladder: Ladder = {
  $schema: SCHEMA_ID,
  origin,
  frontMatter: { yaml: "place: Berlin", entries: [{ key: "place", value: { place: "Berlin" } }] },
  title: "Sample",
  excerpt: null,
  author: null,
  date: "2020-01-02",
  language: "en",
  direction: "ltr",
  content: [
    {
      type: "paragraph",
      text: "Words",
      place: {
        start: { line: 1, column: 1, offset: 0 },
        end: { line: 1, column: 6, offset: 5 },
      },
    },
  ],
};

/** A paragraph. */
export const paragraph = (text: string, anchors?: string[]): Block => ({
  type: "paragraph",
  text,
  ...(anchors && { anchors }),
});

/** A paragraph that links to an address. */
export const linked = (text: string, href: string): Block => ({
  type: "paragraph",
  text,
  spans: [{ type: "text", text, href }],
});

/** A list of these texts. */
export const list = (...items: string[]): Block => ({
  type: "list",
  ordered: false,
  items: items.map((text) => ({ text })),
});

/** A table of these texts; the first row is its header. */
export const table = (rows: string[][]): Block => ({
  type: "table",
  rows: rows.map((row, index) => ({
    cells: row.map((text) => ({
      ...(index === 0 && { header: true as const }),
      blocks: text === "" ? [] : [paragraph(text)],
    })),
  })),
});

const rich = (text: string): RichText => ({ text });

/** A card with a label, a title and one section of bullets. */
export const card = (label: string, title: string, bullets: string[]): Card => ({
  anchors: [`l${label}`],
  heading: `${label} · ${title}`,
  facts: [
    { name: "Level", value: rich(label), role: "label" },
    { name: "Title", value: rich(title), role: "title" },
    { name: "Experience", value: rich("0-3 years"), role: "other" },
  ],
  extras: [{ name: "Grade", value: "2" }],
  summary: [paragraph("Summary of it.")],
  sections: [
    { title: rich("Delivery"), anchors: [], blocks: [list(...bullets)], sections: [] },
    {
      title: rich("Outer"),
      anchors: ["outer"],
      blocks: [],
      sections: [{ title: rich("Inner"), anchors: [], blocks: [paragraph("Deep.")], sections: [] }],
    },
  ],
});

/** A part of these cards. */
export const part = (...cards: Card[]): Part => ({
  type: "part",
  title: rich("Engineer Track"),
  anchors: ["track"],
  standing: "Levels as they stand",
  columns: [rich("Level / Title"), rich("Role")],
  hue: 0,
  intro: [paragraph("Before the levels.")],
  cards,
});

/** Text of `count` words, each of them once. */
export const wordsOf = (count: number, prefix = "w"): string =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`).join(" ");

/** One of every kind of block. */
export const everyBlock = (): DocumentBlock[] => [
  {
    type: "grid",
    scale: 0,
    hues: [null, 0],
    rows: [
      { cells: [{ blocks: [paragraph("General scale")] }, { blocks: [paragraph("2")] }] },
      {
        cells: [
          { blocks: [paragraph("Engineers")] },
          {
            blocks: [
              {
                type: "paragraph",
                text: "1\nGridtitle",
                spans: [
                  { type: "text", text: "1" },
                  { type: "break" },
                  { type: "text", text: "Gridtitle", href: "#l1" },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  { type: "heading", depth: 2, text: "A heading" },
  {
    type: "paragraph",
    text: "bold italic code gone",
    spans: [
      { type: "text", text: "bold", strong: true },
      { type: "text", text: " " },
      { type: "text", text: "italic", emphasis: true },
      { type: "text", text: " " },
      { type: "text", text: "code", code: true },
      { type: "text", text: " " },
      { type: "text", text: "gone", delete: true },
      { type: "note", id: "n1" },
    ],
  },
  {
    type: "list",
    ordered: true,
    start: 7,
    items: [
      { text: "seventh", blocks: [list("nested one", "nested two")] },
      { text: "task done", checked: true },
      { text: "task open", checked: false },
      { text: "", blocks: [table([["inlist", "table"]])] },
    ],
  },
  {
    type: "table",
    rows: [
      {
        cells: [
          { header: true, colspan: 2, blocks: [paragraph("Spanning head")] },
          { header: true, blocks: [] },
        ],
      },
      {
        cells: [
          { rowspan: 2, blocks: [paragraph(wordsOf(60, "span"))] },
          { blocks: [list("cell bullet")] },
          { blocks: [table([["inner head"], ["inner cell"]])] },
        ],
      },
      { cells: [{ blocks: [paragraph("second row")] }, { blocks: [paragraph("last cell")] }] },
    ],
  },
  { type: "quote", blocks: [paragraph("quoted words"), table([["quoted", "table"]])] },
  { type: "code", text: "const x = 1;\n\n  indented();" },
  { type: "rule" },
  {
    type: "paragraph",
    text: "an image",
    spans: [{ type: "image", src: "missing.png", alt: "an image" }],
  },
  { type: "note", id: "n1", blocks: [paragraph("text of the note"), paragraph("more of it")] },
  part(card("1", "Engineer", ["first bullet", "second bullet"])),
];
