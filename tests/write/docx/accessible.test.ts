import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { compose } from "../../../src/compose/handbook.js";
import type { Document } from "../../../src/document.js";
import type { Ladder } from "../../../src/model/ladder.js";
import { readReference } from "../../../src/read/docx/reference/index.js";
import { readPost } from "../../../src/read/post/index.js";
import { PNG } from "../../helpers/company.js";
import { corpus, hasCorpus } from "../../helpers/corpus.js";
import { referenceDocument } from "../../helpers/reference-document.js";
import { faultsOf, type RULES } from "./accessible/index.js";
import { partsOf, written } from "./made.js";

const documentOf = (path: string): Document =>
  compose(readPost(readFileSync(path), { file: basename(path) }).value as Ladder);
const seed = documentOf("source/2019-12-17-engineering-job-ladder.md");
const image = { bytes: PNG, format: "png", width: 10, height: 10 } as const;

test("the seed is accessible", async () => {
  expect(faultsOf(partsOf(await written(seed)))).toEqual([]);
});

test("so is a document of every style, also from the right, and after a reference file", async () => {
  const { meta } = referenceDocument;
  const rtl = {
    ...referenceDocument,
    meta: { ...meta, direction: "rtl" as const, language: "fa" },
  };
  const { value } = readReference(readFileSync("templates/reference.docx"));
  // Columns without heads are the document's own, to show a style; so is a heading of the first depth.
  const own = ["headings"];
  for (const made of [
    await written(referenceDocument),
    await written(rtl),
    await written(rtl, value),
  ]) {
    expect(faultsOf(partsOf(made)).filter(([rule]) => !own.includes(rule))).toEqual([]);
  }
});

/** What only the author of a post can mend. */
const AUTHORS = ["headings", "table-headers", "image-alt", "lists", "links"];

describe.skipIf(!hasCorpus)("published ladders too (skipped where they are missing)", () => {
  test.each(corpus)("%s", async (_, path) => {
    const faults = faultsOf(partsOf(await written(documentOf(path))));
    expect(faults.filter(([rule]) => !AUTHORS.includes(rule))).toEqual([]);
  });
});

const withImage: Document = {
  ...seed,
  blocks: [
    ...seed.blocks,
    {
      type: "paragraph",
      text: "a picture",
      spans: [{ type: "image", src: "a.png", alt: "a picture" }],
    },
  ],
};
const good = partsOf(await written(withImage, null, { "a.png": image }));
const MAIN = "word/document.xml";
const BODY = /<\/w:body>|<w:sectPr>/;

/** One change that breaks one rule. */
const BROKEN: Record<keyof typeof RULES, [path: string, find: RegExp | string, put: string]> = {
  title: ["docProps/core.xml", /<dc:title>.*?<\/dc:title>/, ""],
  language: ["word/styles.xml", /<w:lang [^>]*>/, ""],
  headings: [MAIN, 'w:val="Heading2"', 'w:val="Heading4"'],
  "table-headers": [MAIN, "<w:tblHeader/>", ""],
  "table-description": [MAIN, /<w:tblDescription [^>]*>/, ""],
  "image-alt": [MAIN, 'descr="a picture"', 'descr=" "'],
  lists: [MAIN, BODY, "<w:p><w:r><w:t>• typed</w:t></w:r></w:p><w:sectPr>"],
  links: [MAIN, BODY, '<w:p><w:hyperlink r:id="x"/><w:r><w:t>a</w:t></w:r></w:p><w:sectPr>'],
  contrast: [
    "word/styles.xml",
    /(<w:style [^>]*"RungbookStanding">.*?w:color w:val=")[^"]*/s,
    "$1CCCCCC",
  ],
  colour: ["word/styles.xml", '<w:u w:val="single"/>', ""],
  "empty-paragraph": [MAIN, BODY, "<w:p/><w:sectPr>"],
  floating: [MAIN, BODY, "<w:p><w:pPr><w:framePr/></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:sectPr>"],
  "reading-order": [
    MAIN,
    BODY,
    "<w:p><w:r><w:pict><v:textbox/></w:pict><w:t>a</w:t></w:r></w:p><w:sectPr>",
  ],
  direction: [MAIN, BODY, "<w:p><w:r><w:t>שלום</w:t></w:r></w:p><w:sectPr>"],
};

test("the file that the broken ones come from is good", () => expect(faultsOf(good)).toEqual([]));

test.each(Object.entries(BROKEN))(
  "a file that breaks %s, and that alone, is told",
  (rule, change) => {
    const [path, find, put] = change;
    const before = good[path] ?? "";
    const after = before.replace(find, put);
    expect(after).not.toBe(before);
    const rules = faultsOf({ ...good, [path]: after }).map(([each]) => each);
    expect([...new Set(rules)]).toEqual([rule]);
  },
);
