import type { Card, Document, Grid, Part } from "../../src/document.js";
import { HUES } from "../../src/docx-names.js";
import type { Block, Cell, Item } from "../../src/model/ladder.js";

/** A document that shows every style that ours have: what `templates/reference.docx` is made of. */

const text = (words: string): Block => ({ type: "paragraph", text: words });
const cell = (words: string, more: Partial<Cell> = {}): Cell => ({
  ...more,
  blocks: [text(words)],
});
const head = (words: string, more: Partial<Cell> = {}) => cell(words, { header: true, ...more });

/** Lists of five levels, each with the name of its style. */
function list(ordered: boolean, level = 1): Block {
  const kind = ordered ? "Number" : "Bullet";
  const item: Item = {
    text: `List ${kind}${level === 1 ? "" : ` ${level}`}`,
    ...(level < 5 && { blocks: [list(ordered, level + 1)] }),
  };
  return { type: "list", ordered, items: [item] };
}

const table: Block = {
  type: "table",
  rows: [
    { cells: [head("rungbook Table Head"), head("Right", { align: "right" }), head("Center")] },
    {
      cells: [
        head("A header column"),
        cell("rungbook Table Text Right", { align: "right" }),
        cell("rungbook Table Text Center", { align: "center" }),
      ],
    },
  ],
};

/** As many columns as the small types need. */
const narrow = (columns: number): Block => ({
  type: "table",
  rows: [
    { cells: Array.from({ length: columns }, (_, at) => head(`Head ${at + 1}`)) },
    { cells: Array.from({ length: columns }, (_, at) => cell(`Text ${at + 1}`)) },
  ],
});

const blocks: Block[] = [
  { type: "heading", depth: 1, text: "rungbook Heading" },
  ...[1, 2, 3, 4, 5].map(
    (level): Block => ({ type: "heading", depth: level + 1, text: `Heading ${level}` }),
  ),
  {
    type: "paragraph",
    text: "Normal, with Hyperlink, Strong, Emphasis and code",
    spans: [
      { type: "text", text: "Normal, with " },
      { type: "text", text: "Hyperlink", href: "https://example.com/" },
      { type: "text", text: ", " },
      { type: "text", text: "Strong", strong: true },
      { type: "text", text: ", " },
      { type: "text", text: "Emphasis", emphasis: true },
      { type: "text", text: " and " },
      { type: "text", text: "code", code: true },
    ],
  },
  list(false),
  list(true),
  { type: "quote", blocks: [text("Quote")] },
  { type: "code", text: "rungbook Code" },
  { type: "rule" },
  table,
  narrow(5),
  narrow(8),
  narrow(12),
];

const grid: Grid = {
  type: "grid",
  scale: 0,
  hues: [null, ...HUES.map((_, hue) => hue)],
  rows: [
    { cells: [cell("rungbook Grid Head"), cell("1")] },
    ...HUES.map((_, hue) => ({
      cells: [cell("rungbook Grid Name"), cell(`rungbook Grid ${hue + 1}`)],
    })),
  ],
};

const card = (hue: number): Card => ({
  anchors: [],
  heading: "Heading 2: a level",
  facts: [
    { name: "rungbook Fact Name", value: { text: String(hue + 1) }, role: "label" },
    { name: "Title", value: { text: "rungbook Fact Title" }, role: "title" },
    { name: "Experience", value: { text: "rungbook Fact" }, role: "other" },
  ],
  extras: [{ name: "rungbook Extra Name", value: "rungbook Extra" }],
  summary: [],
  sections: [
    {
      title: { text: "Heading 3: a section" },
      anchors: [],
      blocks: [list(false)],
      sections: [
        { title: { text: "Heading 4" }, anchors: [], blocks: [text("Normal")], sections: [] },
      ],
    },
  ],
});

const part = (hue: number): Part => ({
  type: "part",
  title: { text: `Heading 1: track ${hue + 1}` },
  anchors: [],
  standing: "rungbook Standing",
  columns: [{ text: "rungbook Column" }, { text: "rungbook Column" }],
  hue,
  intro: [],
  cards: [card(hue)],
});

/** The document. */
export const referenceDocument: Document = {
  meta: {
    origin: { slug: "reference", file: "reference.md", sha256: "" },
    yaml: null,
    title: "Title",
    subtitle: "Subtitle",
    author: "rungbook Byline",
    date: null,
    language: "en",
    direction: "ltr",
  },
  blocks: [grid, ...blocks, ...HUES.map((_, hue) => part(hue))],
};
