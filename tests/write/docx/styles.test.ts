import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compose } from "../../../src/compose/handbook.js";
import type { Ladder } from "../../../src/model/ladder.js";
import { readPost } from "../../../src/read/post/index.js";
import { corpus, hasCorpus } from "../../helpers/corpus.js";
import { documents } from "../../helpers/documents.js";
import { referenceDocument } from "../../helpers/reference-document.js";
import { directFormatting } from "./direct-formatting.js";
import { partsOf, written } from "./made.js";

const file = "2019-12-17-engineering-job-ladder.md";
const ladderOf = (path: string): Ladder =>
  readPost(readFileSync(path), { file: basename(path) }).value as Ladder;
const seed = compose(ladderOf(`source/${file}`));
const partOf = async (document: Parameters<typeof written>[0], path: string): Promise<string> =>
  partsOf(await written(document))[path] ?? "";

test("the seed is formatted by styles alone", async () => {
  expect(directFormatting(await partOf(seed, "word/document.xml"))).toEqual([]);
});

test("so is any document", async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      expect(directFormatting(await partOf(document, "word/document.xml"))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

describe.skipIf(!hasCorpus)("so are published ladders (skipped where they are missing)", () => {
  test.each(corpus)("%s", async (_, path) => {
    expect(directFormatting(await partOf(compose(ladderOf(path)), "word/document.xml"))).toEqual(
      [],
    );
  });
});

test.each([
  ["w:pPr", '<w:p><w:pPr><w:jc w:val="right"/></w:pPr></w:p>', "w:pPr w:jc"],
  ["w:rPr", '<w:p><w:r><w:rPr><w:sz w:val="9"/></w:rPr></w:r></w:p>', "w:rPr w:sz"],
  ["w:tcPr", '<w:tc><w:tcPr><w:shd w:fill="FF0000"/></w:tcPr></w:tc>', "w:tcPr w:shd"],
  ["w:tblPr", "<w:tbl><w:tblPr><w:tblBorders/></w:tblPr></w:tbl>", "w:tblPr w:tblBorders"],
])("the list tells direct formatting in %s", (_, xml, told) => {
  expect(directFormatting(`<w:body>${xml}</w:body>`)).toEqual([told]);
});

test("every style that is used is defined, with a name, and ours are told from Word's", async () => {
  const parts = partsOf(await written(referenceDocument));
  const $ = load(parts["word/styles.xml"] ?? "", { xml: true });
  const names = new Map(
    $("w\\:style")
      .toArray()
      .map((node) => [$(node).attr("w:styleId"), $(node).children("w\\:name").attr("w:val") ?? ""]),
  );
  const used = Object.entries(parts)
    .filter(([path]) => /^word\/(?:document|header|footer|styles|numbering)/.test(path))
    .flatMap(([, xml]) => [
      ...xml.matchAll(/<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]*)"/g),
    ])
    .map(([, id]) => id);
  expect(used.length).toBeGreaterThan(100);
  expect([...new Set(used)].filter((id) => !names.has(id))).toEqual([]);
  const own = $("w\\:style[w\\:customStyle=1]").toArray();
  for (const node of own) expect($(node).children("w\\:name").attr("w:val")).toMatch(/^rungbook /);
  expect([...names.values()]).toEqual(
    expect.arrayContaining([
      ...["Normal", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "Quote"],
      ...["List Bullet", "List Bullet 5", "List Number", "List Number 5", "Hyperlink"],
      ...["TOC Heading", "toc 1", "toc 2", "toc 3", "header", "footer", "Table Grid"],
      ...["rungbook Grid 1", "rungbook Grid 6", "rungbook Table Text Right"],
    ]),
  );
});

test("headings are Word's own: a track is Heading 1, a level 2, a section 3", async () => {
  const $ = load(await partOf(seed, "word/document.xml"), { xml: true });
  const count = (style: string) => $(`w\\:pStyle[w\\:val=${style}]`).length;
  const parts = seed.blocks.filter((block) => block.type === "part");
  const cards = parts.flatMap(({ cards }) => cards);
  expect(count("Heading1")).toBe(parts.length);
  expect(count("Heading2")).toBe(cards.length);
  expect(count("Heading3")).toBe(cards.flatMap(({ sections }) => sections).length);
  // The navigation pane shows no heading of a table.
  expect(
    $("w\\:tbl w\\:pStyle[w\\:val=Heading1], w\\:tbl w\\:pStyle[w\\:val=Heading2]").length,
  ).toBe(0);
});

test("fonts that are not installed have stand-ins", async () => {
  const fonts = await partOf(seed, "word/fontTable.xml");
  expect(fonts).toContain('<w:font w:name="Source Sans 3"><w:altName w:val="Calibri,Carlito"/>');
  expect(fonts).toContain('<w:font w:name="Source Serif 4"><w:altName w:val="Cambria,Caladea"/>');
});

test("templates/reference.docx is what `npm run reference` writes", async () => {
  const wanted = await written(referenceDocument);
  expect(Buffer.compare(readFileSync("templates/reference.docx"), wanted)).toBe(0);
});
