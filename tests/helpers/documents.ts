import fc from "fast-check";
import type { Card, CardSection, Document, Fact, Grid, Part } from "../../src/document.js";
import type { Block, Cell, Item, RichText, Row, Span } from "../../src/model/ladder.js";
import { isEmpty, richText, spansOf } from "../../src/model/rich.js";

/**
 * Any canonical document, harsher than what `compose` makes: anchors of any characters, tables whose
 * spans overlap, lists deeper than Word's nine levels, every block in every container.
 */

const SPECIAL = ["a\u00a0b", "\u200b", "\u202eabc", "<b>&amp;", "]]>", "שלום", "e\u0301", "👩‍💻"];
const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom("You", "build", "Level", "1.", "☐", "(x)", "a_b") },
  { weight: 1, arbitrary: fc.constantFrom(...SPECIAL) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 }) },
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((each) => each.join(" "));

/** A string that is shown as it is. */
const shown = words.map((text) => richText([{ type: "text", text }]).text);

const ANCHORS = ["se-l1", "SE-L1", "a_b", "__proto__", "x y", "_rbp1", "ü", "a".repeat(50), "7"];
const NOTES = ["1", "n-2", "note_3"];
const ADDRESSES = [
  ...ANCHORS.map((anchor) => `#${anchor}`),
  "https://example.com/a?b=c&d=%20#e",
  "http://[broken",
  "mailto:a@b@c",
  'other "page"\\x.md',
  "relative/page.md#part",
  "tel:+1-2",
];

const mark = fc.option(fc.constant(true as const), { nil: undefined, freq: 3 });
const href = fc.option(fc.constantFrom(...ADDRESSES), { nil: undefined, freq: 3 });
const told = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

const span: fc.Arbitrary<Span> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({ text: words, strong: mark, emphasis: mark, delete: mark, code: mark, href })
      .map((each): Span => ({ type: "text", ...told(each) }) as Span),
  },
  { weight: 1, arbitrary: fc.constant<Span>({ type: "text", text: " " }) },
  { weight: 1, arbitrary: fc.constant<Span>({ type: "break" }) },
  { weight: 1, arbitrary: fc.constantFrom(...NOTES).map((id): Span => ({ type: "note", id })) },
  {
    weight: 1,
    arbitrary: fc
      .record({
        src: fc.constantFrom("a.png", "b c.svg"),
        alt: fc.oneof(fc.constant(""), shown),
        href,
      })
      .map((each): Span => ({ type: "image", ...told(each) }) as Span),
  },
);

/** Canonical text, with or without marks; at times empty. */
export const richTexts: fc.Arbitrary<RichText> = fc
  .array(span, { minLength: 1, maxLength: 4 })
  .map(richText);

const full = richTexts.filter((text) => !isEmpty(text));
const oneLine = richTexts.map((text) =>
  richText(spansOf(text).filter((each) => each.type !== "break")),
);
const anchors = fc.option(fc.subarray(ANCHORS, { minLength: 1, maxLength: 2 }), {
  nil: undefined,
  freq: 6,
});

const paragraph = fc
  .record({ text: full, anchors })
  .map(({ text, anchors: ids }): Block => told({ type: "paragraph", ...text, anchors: ids }));
const heading = fc
  .record({
    text: oneLine.filter((each) => !isEmpty(each)),
    depth: fc.integer({ min: 1, max: 6 }),
    anchors,
  })
  .map(
    ({ text, depth, anchors: ids }): Block =>
      told({ type: "heading", depth, ...text, anchors: ids }),
  );
const code = fc
  .record({
    text: fc
      .array(fc.constantFrom("", "  x = 1;", "\ttab", "<&>", "# a"), { minLength: 1, maxLength: 4 })
      .map((lines) => lines.join("\n").replace(/\n+$/, ""))
      .filter((text) => text.trim() !== ""),
    language: fc.option(fc.constantFrom("js", "c++"), { nil: undefined }),
  })
  .map((each): Block => told({ type: "code", ...each }));

interface Nested {
  block: Block;
  item: Item;
  cell: Cell;
  row: Row;
}

const blocksOf = (block: fc.Arbitrary<Block>, min: number, max = 3) =>
  fc.array(block, { minLength: min, maxLength: max });

const { block, row } = fc.letrec((tie: fc.LetrecTypedTie<Nested>) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: "block" },
    { weight: 4, arbitrary: paragraph },
    { weight: 1, arbitrary: heading },
    { weight: 1, arbitrary: code },
    { weight: 1, arbitrary: fc.constant<Block>({ type: "rule" }) },
    {
      weight: 3,
      arbitrary: fc
        .record({
          ordered: fc.boolean(),
          start: fc.constantFrom(1, 0, 7, 40_000, 999_999_999),
          items: fc.array(tie("item"), { minLength: 1, maxLength: 3 }),
        })
        .map(
          ({ ordered, start, items }): Block => ({
            type: "list",
            ordered,
            ...(ordered && start !== 1 && { start }),
            items,
          }),
        ),
    },
    {
      weight: 2,
      arbitrary: blocksOf(tie("block"), 1).map((blocks): Block => ({ type: "quote", blocks })),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(tie("row"), { minLength: 1, maxLength: 4 })
        .map((rows): Block => ({ type: "table", rows })),
    },
  ),
  item: fc
    .record({
      text: richTexts,
      checked: fc.option(fc.boolean(), { nil: undefined, freq: 4 }),
      blocks: blocksOf(tie("block"), 0, 2),
      anchors,
    })
    .map(({ text, checked, blocks, anchors: ids }): Item => {
      const below = isEmpty(text) ? blocks.filter(({ type }) => type !== "paragraph") : blocks;
      return told({
        ...text,
        checked: isEmpty(text) ? undefined : checked,
        blocks: below.length > 0 ? below : undefined,
        anchors: ids,
      });
    }),
  cell: fc
    .record({
      header: mark,
      colspan: fc.option(fc.constantFrom(2, 3, 1000), { nil: undefined, freq: 3 }),
      rowspan: fc.option(fc.constantFrom(2, 3, 65_534), { nil: undefined, freq: 3 }),
      align: fc.option(fc.constantFrom("left", "center", "right"), { nil: undefined, freq: 4 }),
      blocks: blocksOf(tie("block"), 0, 2),
    })
    .map((cell) => told(cell) as Cell),
  row: fc
    .array(tie("cell"), { minLength: 1, maxLength: 4, depthIdentifier: "block" })
    .map((cells): Row => ({ cells })),
}));

const note = fc
  .record({ id: fc.constantFrom(...NOTES), blocks: blocksOf(block, 1, 2) })
  .map((each): Block => ({ type: "note", ...each }));
const plain = block.filter(({ type }) => type !== "heading");
const ids = anchors.map((each) => each ?? []);

const section = (depth: number): fc.Arbitrary<CardSection> =>
  fc.record({
    title: oneLine,
    anchors: ids,
    blocks: blocksOf(plain, 0),
    sections: depth > 1 ? fc.array(section(depth - 1), { maxLength: 1 }) : fc.constant([]),
  });

const fact: fc.Arbitrary<Fact> = fc.record({
  name: shown.filter((name) => name !== ""),
  value: richTexts,
  role: fc.constantFrom("label", "title", "other"),
});

const card: fc.Arbitrary<Card> = fc.record({
  anchors: ids,
  heading: shown,
  facts: fc.array(fact, { maxLength: 3 }),
  extras: fc.array(fc.record({ name: shown, value: shown }), { maxLength: 1 }),
  summary: blocksOf(plain, 0, 2),
  sections: fc.array(section(3), { maxLength: 2 }),
});

const hue = fc.constantFrom(0, 1, 2, 5, 6, 19);
const part: fc.Arbitrary<Part> = fc.record({
  type: fc.constant("part" as const),
  title: oneLine,
  anchors: ids,
  standing: fc.option(shown, { nil: null }),
  columns: fc.array(oneLine, { maxLength: 3 }),
  hue,
  intro: blocksOf(block, 0, 2),
  cards: fc.array(card, { maxLength: 3 }),
});

const grid: fc.Arbitrary<Grid> = fc.array(row, { minLength: 1, maxLength: 4 }).chain((rows) =>
  fc.record({
    type: fc.constant("grid" as const),
    rows: fc.constant(rows),
    scale: fc.option(fc.integer({ min: 0, max: rows.length - 1 }), { nil: null }),
    hues: fc.tuple(...rows.map(() => fc.option(hue, { nil: null }))),
  }),
);

const meta = fc.record({
  origin: fc.record({
    slug: fc.constant("ladder"),
    file: fc.constantFrom("ladder.md", "<&>\u0001.md"),
    sha256: fc.constant("0123456789abcdef".repeat(4)),
  }),
  yaml: fc.option(fc.constantFrom("a: 1\nb: ]]>", "\u0007 \ufffe \r\n\t'&amp;'"), { nil: null }),
  title: shown,
  subtitle: fc.option(shown, { nil: null }),
  author: fc.option(shown, { nil: null }),
  date: fc.option(fc.constant("2019-12-17"), { nil: null }),
  language: fc.constantFrom("en", "he", "de-CH"),
  direction: fc.constantFrom("ltr", "rtl"),
});

/** Any canonical document. */
export const documents: fc.Arbitrary<Document> = fc
  .record({
    meta,
    blocks: fc.array(
      fc.oneof(
        { weight: 4, arbitrary: block },
        { weight: 1, arbitrary: note },
        { weight: 2, arbitrary: part },
        { weight: 1, arbitrary: grid },
      ),
      { maxLength: 5 },
    ),
  })
  .map(settle);

/** What only the whole can tell: one node an anchor, one note an id, no link to nowhere. */
function settle(document: Document): Document {
  const seen = new Set<string>();
  const first = (kind: string) => (id: string) => {
    const isNew = !seen.has(kind + id);
    seen.add(kind + id);
    return isNew;
  };
  const kept = walk(document, (node) => {
    const own = node.anchors?.filter(first("#"));
    if (own) node.anchors = own;
    if (own?.length === 0 && !("cards" in node || "sections" in node)) delete node.anchors;
    return node.type !== "note" || !("blocks" in node) || first("note ")(node.id as string);
  });
  return walk(kept, (node) => {
    if ("spans" in node && Array.isArray(node.spans)) relink(node as unknown as RichText, seen);
    return true;
  });
}

function relink(rich: RichText, seen: ReadonlySet<string>): void {
  const spans = spansOf(rich).map((each) => {
    const lost = "href" in each && each.href?.startsWith("#") && !seen.has(each.href);
    return lost ? told({ ...each, href: undefined }) : each;
  });
  delete rich.spans;
  Object.assign(rich, richText(spans));
}

type Node = Record<string, unknown> & { anchors?: string[]; type?: string };

/** A copy, without the nodes that `keep` does not keep; arrays are walked in order. */
function walk<T>(value: T, keep: (node: Node) => boolean): T {
  const copy = structuredClone(value);
  const visit = (node: unknown): boolean => {
    if (!node || typeof node !== "object") return true;
    if (Array.isArray(node)) {
      const kept = node.filter(visit);
      node.splice(0, node.length, ...kept);
      return true;
    }
    if (!keep(node as Node)) return false;
    for (const each of Object.values(node)) visit(each);
    return true;
  };
  visit(copy);
  return copy;
}
