import fc from "fast-check";
import type {
  Attribute,
  Block,
  Cell,
  Content,
  Item,
  Ladder,
  Level,
  RichText,
  Row,
  Section,
  Span,
  Track,
} from "../../src/model/ladder.js";
import { richText, spansOf } from "../../src/model/rich.js";
import { settle } from "../../src/model/settle.js";
import { items, leaves } from "../../src/model/walk.js";
import { readFrontMatter } from "../../src/read/front-matter.js";
import { resolveLinks } from "../../src/read/resolve.js";

/** Words that writers and parsers stumble over, beside ordinary ones. */
const WORDS = [
  ..."You build features with care and tests Level Grade 1. 2) a I".split(" "),
  ..."* _ ** __ ~~ ` `` # ## > - + | || \\ \\\\ & &amp; &lt; < <b> </td> <!-- --> [x] [ ] ( ) ! :".split(
    " ",
  ),
  ..."http://x.yz www.example.com a@b.cd {% tag %} {#id} {: .c} --- === *** 1) :---: a*b a_b_c [^1] ![".split(
    " ",
  ),
  ..."“clever” don’t … – — é ü ß naïve Ελληνικά Кириллица ;) :( → ✓ ☐ ≤ 🗺️ 👩‍💻".split(" "),
  ..."سطح مالکیت ۳۳ שלום 日本語 한국어 e\u0301 a\u00a0b \u200b".split(" "),
];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 }) },
);

/** Text of a few words. */
export const words = (max = 6): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: max }).map((each) => each.join(" "));

const ANCHORS = ["a1", "se-l2", "b c".replace(" ", "-"), "__proto__", "ü", "x.y", "constructor"];
const NOTES = ["1", "n-2", "note_3"];
const mark = fc.option(fc.constant(true as const), { nil: undefined, freq: 3 });
const href = fc.option(
  fc.constantFrom(
    ...ANCHORS.map((id) => `#${id}`),
    "https://example.com/a?b=c&d=(e)",
    "mailto:a@b.cd",
    "other.md#x",
    "/path with space",
  ),
  { nil: undefined, freq: 3 },
);

const textSpan: fc.Arbitrary<Span> = fc
  .record({
    text: fc.tuple(fc.boolean(), words(3), fc.boolean()),
    strong: mark,
    emphasis: mark,
    delete: mark,
    code: mark,
    href,
  })
  .map(({ text: [before, text, after], ...marks }) => {
    const told = Object.entries(marks).filter(([, value]) => value !== undefined);
    const spaced = `${before ? " " : ""}${text}${after ? " " : ""}`;
    return { type: "text", text: spaced, ...Object.fromEntries(told) } as Span;
  });

const span: fc.Arbitrary<Span> = fc.oneof(
  { weight: 8, arbitrary: textSpan },
  { weight: 1, arbitrary: fc.constant<Span>({ type: "break" }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Span>(...NOTES.map((id) => ({ type: "note" as const, id }))),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ src: fc.constantFrom("a.png", "https://example.com/b c.svg"), alt: words(2) })
      .map((image): Span => ({ type: "image", ...image })),
  },
);

/** Canonical text with or without marks; never empty. */
export const rich: fc.Arbitrary<RichText> = fc
  .oneof(
    words().map((text) => richText([{ type: "text", text }])),
    fc.array(span, { minLength: 1, maxLength: 4 }).map(richText),
  )
  .filter(isShown);

function isShown(text: RichText): boolean {
  return (
    text.text.trim() !== "" ||
    (text.spans ?? []).some((each) => each.type === "image" || each.type === "note")
  );
}

/** The same on one line. */
const oneLine: fc.Arbitrary<RichText> = rich
  .map((text) =>
    richText(
      spansOf(text).map(
        (each): Span => (each.type === "break" ? { type: "text", text: " " } : each),
      ),
    ),
  )
  .filter(isShown);

const anchors = <T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc
    .tuple(
      arbitrary,
      fc.option(fc.subarray(ANCHORS, { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 8 }),
    )
    .map(([node, ids]) => (ids ? { ...node, anchors: ids } : node));

const paragraph: fc.Arbitrary<Block> = anchors(
  rich.map((text) => ({ type: "paragraph" as const, ...text })),
);
const heading: fc.Arbitrary<Block> = anchors(
  fc
    .tuple(oneLine, fc.integer({ min: 1, max: 6 }))
    .map(([text, depth]) => ({ type: "heading" as const, depth, ...text })),
);
const code: fc.Arbitrary<Block> = fc
  .record({
    text: fc.array(fc.oneof(words(3), fc.constantFrom("  indented", "\ttab", "```", "~~~~", "")), {
      minLength: 1,
      maxLength: 4,
    }),
    language: fc.option(fc.constantFrom("js", "c++"), { nil: undefined }),
  })
  .map(({ text, language }) => {
    const lines = text
      .join("\n")
      .replace(/^\n+/, "")
      .replace(/[\p{Cc}\ufffe\uffff]/gu, (each) => (each === "\n" || each === "\t" ? each : ""))
      .trimEnd();
    return { type: "code" as const, ...(language && { language }), text: lines };
  })
  .filter((block) => block.text.trim() !== "");

/** Rows of cells, ragged at times; half of the tables are such as GFM has. */
function tableOf(cell: fc.Arbitrary<Cell>): fc.Arbitrary<Block> {
  const ragged = fc.array(
    fc.array(cell, { minLength: 1, maxLength: 3 }).map((cells): Row => ({ cells })),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  return fc
    .oneof(ragged, simpleRows)
    .filter(
      (rows) =>
        rows.some((row) => row.cells.some((each) => each.blocks.length > 0)) && !hasEmptyHead(rows),
    )
    .map((rows): Block => ({ type: "table", rows }));
}

const simpleRows: fc.Arbitrary<Row[]> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
  .chain(([columns, rows, head]) =>
    fc
      .array(
        fc.array(fc.option(oneLine, { nil: null, freq: 4 }), {
          minLength: columns,
          maxLength: columns,
        }),
        { minLength: rows, maxLength: rows },
      )
      .map((grid) =>
        grid.map(
          (row, index): Row => ({
            cells: row.map((text) => ({
              ...(head && index === 0 && { header: true as const }),
              blocks: text ? [{ type: "paragraph" as const, ...text }] : [],
            })),
          }),
        ),
      ),
  );

const hasEmptyHead = ([head, ...rest]: Row[]): boolean =>
  rest.length > 0 &&
  (head?.cells.every((each) => each.header && each.blocks.length === 0 && !each.rowspan) ?? false);

interface Nested {
  block: Block;
  item: Item;
  cell: Cell;
}

const { block } = fc.letrec((tie: fc.LetrecTypedTie<Nested>) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: "block" },
    { weight: 5, arbitrary: paragraph },
    { weight: 1, arbitrary: code },
    { weight: 1, arbitrary: fc.constant<Block>({ type: "rule" }) },
    {
      weight: 3,
      arbitrary: fc
        .record({
          ordered: fc.boolean(),
          start: fc.integer({ min: 0, max: 99 }),
          items: fc.array(tie("item"), { minLength: 1, maxLength: 3 }),
        })
        .map(
          ({ ordered, start, items: list }): Block => ({
            type: "list",
            ordered,
            ...(ordered && start !== 1 && { start }),
            items: list,
          }),
        ),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(paragraph, { minLength: 1, maxLength: 2 })
        .chain((head) =>
          tie("block").map((last): Block => ({ type: "quote", blocks: [...head, last] })),
        ),
    },
    { weight: 1, arbitrary: tableOf(tie("cell")) },
  ),
  item: anchors(
    fc
      .record({
        text: fc.option(rich, { nil: { text: "" }, freq: 8 }),
        checked: fc.option(fc.boolean(), { nil: undefined, freq: 4 }),
        blocks: fc.array(tie("block"), { maxLength: 2, depthIdentifier: "block" }),
      })
      .filter(
        ({ text, blocks }) =>
          isShown(text) || (blocks.length > 0 && blocks[0]?.type !== "paragraph"),
      )
      .map(({ text, checked, blocks }) => ({
        ...text,
        ...(checked !== undefined && text.text !== "" && { checked }),
        ...(blocks.length > 0 && { blocks }),
      })),
  ),
  cell: fc
    .record({
      header: mark,
      colspan: fc.option(fc.constant(2), { nil: undefined, freq: 6 }),
      rowspan: fc.option(fc.constant(2), { nil: undefined, freq: 6 }),
      align: fc.option(fc.constantFrom("left", "center", "right"), { nil: undefined, freq: 6 }),
      blocks: fc.array(
        fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 1, arbitrary: tie("block") }),
        { maxLength: 2 },
      ),
    })
    .map(({ blocks, ...rest }) => {
      const told = Object.entries(rest).filter(([, value]) => value !== undefined);
      return { ...Object.fromEntries(told), blocks } as Cell;
    }),
}));

const blocks = (max: number): fc.Arbitrary<Block[]> => fc.array(block, { maxLength: max });

const section = (depth: number): fc.Arbitrary<Section> =>
  anchors(
    fc
      .record({
        title: oneLine,
        blocks: blocks(2),
        sections:
          depth > 1
            ? fc.array(
                fc.constant(null).chain(() => section(depth - 1)),
                { maxLength: 1 },
              )
            : fc.constant([]),
      })
      .map(
        ({ sections, ...rest }): Section => ({
          ...rest,
          ...(sections.length > 0 && { sections: [...sections] }),
        }),
      ),
  );

const attribute: fc.Arbitrary<Attribute> = fc
  .tuple(
    fc.oneof(fc.constantFrom("Level", "Title", "Experience", "Scope:"), words(2)),
    fc.oneof(
      rich,
      fc
        .constantFrom("1", "3/4", "A / B", "0-3 years", "15+", "")
        .map((text): RichText => ({ text })),
    ),
  )
  .map(
    ([name, value]): Attribute => ({
      name: richText([{ type: "text", text: name }]).text,
      ...value,
    }),
  )
  .filter(({ name }) => name.trim() !== "");

const level: fc.Arbitrary<Level> = anchors(
  fc
    .record({
      attributes: fc.array(attribute, { maxLength: 3 }),
      summary: blocks(1),
      sections: fc.array(section(3), { maxLength: 2 }),
    })
    .map((told): Level => ({ anchor: null, label: null, titles: [], grades: [], ...told })),
);

const track: fc.Arbitrary<Track> = anchors(
  fc
    .record({
      title: oneLine,
      columns: fc.array(oneLine, { maxLength: 2 }),
      intro: blocks(1),
      levels: fc.array(level, { minLength: 1, maxLength: 3 }),
    })
    .map(
      ({ columns, ...told }): Track => ({
        type: "track",
        family: null,
        discipline: null,
        code: "",
        ...(columns.length > 0 && { columns }),
        ...told,
      }),
    ),
);

const note: fc.Arbitrary<Content> = fc
  .tuple(fc.constantFrom(...NOTES), fc.array(block, { minLength: 1, maxLength: 2 }))
  .map(([id, inner]) => ({ type: "note", id, blocks: inner }));

const overview: fc.Arbitrary<Content> = fc
  .oneof(
    simpleRows,
    tableOf(fc.record({ blocks: fc.array(paragraph, { maxLength: 1 }) })).map((table) =>
      table.type === "table" ? table.rows : [],
    ),
  )
  .filter(
    (rows) =>
      !hasEmptyHead(rows) && rows.some((row) => row.cells.some((each) => each.blocks.length > 0)),
  )
  .map((rows) => ({ type: "overview", rows, scale: null, tracks: [] }));

const YAML = [
  "title: Ladder",
  "excerpt: 'a: b'",
  "author: [x, y]",
  "date: 2020-02-30",
  "lang: de",
  "n: 1",
  "# comment",
  "m:\n  k: v",
];

/** Any ladder that a reader could make: canonical, its links settled, its derived values derived. */
export const ladders: fc.Arbitrary<Ladder> = fc
  .record({
    yaml: fc.option(
      fc.subarray(YAML, { minLength: 1 }).map((lines) => lines.join("\n")),
      { nil: null },
    ),
    content: fc.array(
      fc.oneof(
        {
          weight: 3,
          arbitrary: fc.oneof({ weight: 3, arbitrary: block }, heading) as fc.Arbitrary<Content>,
        },
        { weight: 3, arbitrary: track as fc.Arbitrary<Content> },
        { weight: 1, arbitrary: note },
        { weight: 1, arbitrary: overview },
      ),
      { minLength: 1, maxLength: 4 },
    ),
    date: fc.option(fc.constant("2019-12-17"), { nil: undefined }),
    language: fc.option(fc.constant("pt-BR"), { nil: undefined }),
  })
  .map(({ yaml, content, date, language }) => {
    const settled = canonical(structuredClone(content));
    return settle({
      origin: {
        slug: "ladder",
        file: "2020 ladder.md",
        sha256: "0".repeat(64),
        ...(date && { date }),
        ...(language && { language }),
      },
      frontMatter: yaml === null ? null : readFrontMatter(yaml, 2).value,
      content: settled,
    });
  });

/** A ladder whose content was changed, as a reader would make it. */
export const settledAgain = ({ origin, frontMatter, content }: Ladder): Ladder =>
  settle({ origin, frontMatter, content: canonical(structuredClone(content)) });

/** What only the whole content can tell: one place an id, one note an id, no link to nowhere. */
function canonical(content: Content[]): Content[] {
  const notes = new Set<string>();
  const kept = content.filter(
    (node) => node.type !== "note" || (!notes.has(node.id) && notes.add(node.id)),
  );
  uniqueAnchors(kept);
  for (const { rich: text } of leaves(kept)) {
    const spans = spansOf(text).filter((each) => each.type !== "note" || notes.has(each.id));
    if (spans.length !== spansOf(text).length)
      Object.assign(text, { spans: undefined }, richText([...spans, { type: "text", text: "†" }]));
  }
  for (const item of items(kept)) {
    if (item.text === "") delete item.checked;
    if (item.text === "" && !item.spans) delete item.anchors;
  }
  resolveLinks(kept);
  return JSON.parse(JSON.stringify(kept)) as Content[];
}

function uniqueAnchors(content: readonly Content[]): void {
  const seen = new Set<string>();
  const keepNew = (node: { anchors?: string[] | undefined }) => {
    const fresh = node.anchors?.filter((id) => !seen.has(id) && seen.add(id));
    if (fresh && fresh.length > 0) node.anchors = fresh;
    else delete node.anchors;
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (node && typeof node === "object") {
      if (Object.hasOwn(node, "anchors")) keepNew(node);
      for (const [key, value] of Object.entries(node)) if (key !== "anchors") visit(value);
    }
  };
  visit(content);
}

/** A node without its places: what "equal, places aside" compares. */
export const withoutPlaces = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (key, each: unknown) => (key === "place" ? undefined : each)),
  ) as T;

/** What the fonts that come with us are sure to have; the rest is told as an error by the PDF writer. */
const DRAWABLE =
  /[\s\x20-\x7e\u00a0-\u017f\u0391-\u03a1\u03a3-\u03c9\u0410-\u044f“”’–—…→✓☐≤\u0621-\u063a\u0641-\u064a۳\u05d0-\u05ea\u{1f5fa}\u{1f469}\u{1f4bb}]|\u0301|\u200b|\ufe0f|\u200d/u;

/** The same ladder with "x" for each character that no font of ours may have. */
export function drawable({ origin, frontMatter, content }: Ladder): Ladder {
  const tame = (text: string) =>
    [...text].map((each) => (DRAWABLE.test(each) ? each : "x")).join("");
  const json = JSON.stringify(content, (key, value: unknown) =>
    typeof value === "string" && (key === "text" || key === "alt" || key === "name")
      ? tame(value)
      : value,
  );
  return settle({ origin, frontMatter, content: JSON.parse(json) as Content[] });
}
