import { readFileSync } from "node:fs";
import { load } from "cheerio";
import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { compose } from "../../../src/compose/handbook.js";
import type { Document } from "../../../src/document.js";
import type { Ladder } from "../../../src/model/ladder.js";
import { readDocx } from "../../../src/read/docx/index.js";
import { readPost } from "../../../src/read/post/index.js";
import { referenceDocument } from "../../helpers/reference-document.js";
import { partsOf, written } from "./made.js";

const file = "2019-12-17-engineering-job-ladder.md";
const seed = compose(readPost(readFileSync(`source/${file}`), { file }).value as Ladder);
const bytes = await written(seed);
const main = partsOf(bytes)["word/document.xml"] ?? "";
const $ = load(main, { xml: true });
const control = $("w\\:sdt");

test("it is one field in a control that Word knows, with a line for each track and level", () => {
  expect(control.length).toBe(1);
  expect(control.find("w\\:docPartGallery").attr("w:val")).toBe("Table of Contents");
  const instructions = control
    .find("w\\:instrText")
    .toArray()
    .map((each) => $(each).text());
  expect(instructions[0]).toBe(' TOC \\o "1-2" \\h \\z \\u ');
  const kinds = control
    .find("w\\:fldChar")
    .toArray()
    .map(({ attribs }) => attribs["w:fldCharType"]);
  for (const kind of ["begin", "separate", "end"]) {
    expect(kinds.filter((each) => each === kind)).toHaveLength(instructions.length);
  }
  const parts = seed.blocks.filter((block) => block.type === "part");
  expect(control.find("w\\:hyperlink").length).toBe(
    parts.length + parts.flatMap(({ cards }) => cards).length,
  );
});

test("each line links to its heading, and counts the page of that", () => {
  const headings = $("w\\:body > w\\:p:has(w\\:pStyle)")
    .toArray()
    .filter((each) => /Heading[12]/.test($(each).find("w\\:pStyle").attr("w:val") ?? ""));
  const lines = control.find("w\\:hyperlink").toArray();
  expect(lines.length).toBe(headings.length);
  let last = 1;
  lines.forEach((line, index) => {
    const heading = $(headings[index]);
    const anchor = line.attribs["w:anchor"];
    expect(heading.find(`w\\:bookmarkStart[w\\:name="${anchor}"]`).length).toBe(1);
    expect($(line).find("w\\:instrText").text()).toBe(` PAGEREF ${anchor} \\h `);
    const words = $(line)
      .find("w\\:t")
      .toArray()
      .map((each) => $(each).text());
    expect(words[0]).toBe(heading.find("w\\:t").text());
    // Pages are in order, and a track begins one.
    const page = Number(words[1]);
    const begins = heading.find('w\\:pStyle[w\\:val="Heading1"]').length > 0;
    expect(page).toBeGreaterThanOrEqual(begins && index > 0 ? last + 1 : last);
    last = page;
  });
});

/** The pages that the lines of a document's contents tell. */
async function pagesIn(blocks: Document["blocks"]): Promise<number[]> {
  const xml = partsOf(await written({ ...seed, blocks }))["word/document.xml"] ?? "";
  const read = load(xml, { xml: true });
  return read("w\\:sdt w\\:hyperlink")
    .toArray()
    .map((line) => Number(read(line).find("w\\:t").last().text()));
}

test("the first page holds the title and the contents, and not a track that begins a page", async () => {
  const [first] = await pagesIn(seed.blocks.filter((block) => block.type === "part"));
  expect(first).toBe(2);
});

test("contents of several pages count as such", async () => {
  const blocks = Array.from({ length: 150 }, (_, index): Document["blocks"] => [
    { type: "heading", depth: 2, text: `Heading ${index}` },
    { type: "paragraph", text: "Words." },
  ]);
  const [first] = await pagesIn(blocks.flat());
  expect(first).toBeGreaterThan(3);
});

test("Word is not told to ask whether it may bring fields up to date", () => {
  expect(main).not.toContain("w:dirty");
  expect(partsOf(bytes)["word/settings.xml"]).not.toContain("updateFields");
});

test("a document of few headings has none", async () => {
  const document: Document = {
    ...seed,
    blocks: [
      { type: "heading", depth: 2, text: "One" },
      { type: "heading", depth: 2, text: "Two" },
    ],
  };
  expect(partsOf(await written(document))["word/document.xml"]).not.toContain("w:sdt");
});

/** The document that is read after an edit of the main part. */
function readAfter(change: (xml: string) => string): Document | null {
  const after = change(main);
  expect(after).not.toBe(main);
  return readDocx(zipSync({ ...unzipSync(bytes), "word/document.xml": strToU8(after) })).value;
}

test("the reader leaves it out, also where a program took it out of its control", () => {
  const before = readDocx(bytes).value;
  expect(readAfter((xml) => xml.replace(/<w:sdt>.*?<\/w:sdt>/s, ""))).toEqual(before);
  expect(
    readAfter((xml) =>
      xml.replace(/<w:sdt>.*?<w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt>/s, "$1"),
    ),
  ).toEqual(before);
});

test("nor does it read what Word says in it where it finds no heading", () => {
  const told = "<w:p><w:r><w:t>No table of contents entries found.</w:t></w:r></w:p>";
  expect(
    readAfter((xml) => xml.replace(/(<w:sdtContent>).*?(?=<\/w:sdtContent>)/s, `$1${told}`)),
  ).toEqual(readDocx(bytes).value);
});

test("headings of the post are in it, down to the second level", async () => {
  const xml = partsOf(await written(referenceDocument))["word/document.xml"] ?? "";
  const lines = load(xml, { xml: true })("w\\:sdt w\\:p").toArray();
  expect(lines.length).toBe(1 + 3 + 12);
});
