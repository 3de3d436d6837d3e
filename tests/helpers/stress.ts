import fc from "fast-check";
import type { Card, Document, DocumentBlock, Grid, Part } from "../../src/document.js";
import type { Block, Item, RichText } from "../../src/model/ladder.js";

/** Documents that strain a page: what people write, longer, deeper and wider than they do. */

const WORDS =
  "You build understand responsibilities Kommunikationsfähigkeit a I of stakeholders cross-functional https://example.org/a/very/long/address?with=a&query=string#and-a-fragment Donaudampfschifffahrtsgesellschaftskapitänswitwe 2019 end-to-end e.g. “quoted” — –".split(
    " ",
  );

const LENGTHS = [1, 1, 3, 8, 8, 20, 20, 60, 300, 2000];

const text = (max: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...LENGTHS.filter((each) => each <= max)), fc.nat(WORDS.length - 1))
    .map(([length, from]) =>
      Array.from({ length }, (_, index) => WORDS[(from + index * 7) % WORDS.length]).join(" "),
    );

const rich = (max: number): fc.Arbitrary<RichText> => text(max).map((each) => ({ text: each }));

const paragraph = (max: number): fc.Arbitrary<Block> =>
  rich(max).map((each) => ({ type: "paragraph", ...each }));

/** A list, and lists in its items down to this depth. */
const list = (depth: number, max: number): fc.Arbitrary<Block> =>
  fc
    .record({
      ordered: fc.boolean(),
      items: fc.array(
        depth > 1
          ? fc
              .tuple(rich(20), list(depth - 1, 20))
              .map(([own, inner]): Item => ({ ...own, blocks: [inner] }))
          : rich(max),
        { minLength: 1, maxLength: depth > 1 ? 2 : 6 },
      ),
    })
    .map((told) => ({ type: "list" as const, ...told }));

/** A table with a header row, a table in one of its cells. */
const table = (depth: number): fc.Arbitrary<Block> =>
  fc.integer({ min: 1, max: depth > 0 ? 12 : 4 }).chain((columns) =>
    fc
      .array(
        fc.array(
          depth > 0
            ? fc.oneof(
                { weight: 6, arbitrary: paragraph(60) },
                { weight: 1, arbitrary: list(2, 8) },
                { weight: 1, arbitrary: table(depth - 1) },
              )
            : paragraph(8),
          { minLength: columns, maxLength: columns },
        ),
        { minLength: 2, maxLength: 5 },
      )
      .map((rows) => ({
        type: "table" as const,
        rows: rows.map((row, index) => ({
          cells: row.map((block) => ({
            ...(index === 0 && { header: true as const }),
            blocks: [block],
          })),
        })),
      })),
  );

const block: fc.Arbitrary<Block> = fc.oneof(
  paragraph(300),
  list(1, 2000),
  list(5, 20),
  table(2),
  fc.record({ type: fc.constant("code" as const), text: text(60) }),
  fc.array(paragraph(60), { minLength: 1, maxLength: 2 }).map((blocks) => ({
    type: "quote" as const,
    blocks,
  })),
);

const card = (max: number): fc.Arbitrary<Card> =>
  fc
    .record({
      label: text(3),
      title: text(8),
      years: text(3),
      summary: fc.array(paragraph(60), { maxLength: 1 }),
    })
    .chain((told) =>
      fc
        .array(fc.tuple(rich(8), fc.array(fc.oneof(list(1, max), block), { maxLength: 2 })), {
          maxLength: 3,
        })
        .map(
          (sections): Card => ({
            anchors: [],
            heading: `${told.label} · ${told.title}`,
            facts: [
              { name: "Level", value: { text: told.label }, role: "label" },
              { name: "Title", value: { text: told.title }, role: "title" },
              { name: "Experience", value: { text: told.years }, role: "other" },
            ],
            extras: [],
            summary: told.summary,
            sections: sections.map(([title, blocks]) => ({
              title,
              anchors: [],
              blocks,
              sections: [],
            })),
          }),
        ),
    );

const part: fc.Arbitrary<Part> = fc
  .oneof(
    { weight: 4, arbitrary: fc.array(card(2000), { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(card(20), { minLength: 40, maxLength: 40 }) },
  )
  .chain((cards) =>
    rich(20).map((title) => ({
      type: "part" as const,
      title,
      anchors: [],
      standing: "4 levels, grades 2 to 5",
      columns: [{ text: "Level / Title / Experience" }, { text: "Role and Competencies" }],
      hue: 0,
      intro: [],
      cards,
    })),
  );

const grid: fc.Arbitrary<Grid> = fc
  .tuple(fc.integer({ min: 2, max: 14 }), fc.integer({ min: 1, max: 5 }))
  .chain(([columns, rows]) =>
    fc
      .array(fc.array(paragraph(8), { minLength: columns, maxLength: columns }), {
        minLength: rows + 1,
        maxLength: rows + 1,
      })
      .map((cells) => ({
        type: "grid" as const,
        scale: 0,
        hues: cells.map((_, index) => (index === 0 ? null : index - 1)),
        rows: cells.map((row, line) => ({
          cells: row.map((each, column) => ({
            ...((line === 0 || column === 0) && { header: true as const }),
            blocks: [each],
          })),
        })),
      })),
  );

/** A document that strains its pages. */
export const strainedDocuments: fc.Arbitrary<Document> = fc
  .record({
    title: text(20),
    blocks: fc.array(
      fc.oneof(
        { weight: 2, arbitrary: block as fc.Arbitrary<DocumentBlock> },
        { weight: 2, arbitrary: part as fc.Arbitrary<DocumentBlock> },
        { weight: 1, arbitrary: grid as fc.Arbitrary<DocumentBlock> },
      ),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ title, blocks }) => ({
    meta: {
      origin: { slug: "strained", file: "strained.md", sha256: "ab".repeat(32) },
      yaml: null,
      title,
      subtitle: null,
      author: "somebody",
      date: "2020-01-02",
      language: "en",
      direction: "ltr",
    },
    blocks,
  }));
