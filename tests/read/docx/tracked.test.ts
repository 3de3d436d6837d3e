import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Block } from "../../../src/model/ladder.js";
import { type DocxFile, openDocx } from "../../helpers/edit-docx.js";
import { editedOf, itemsOf, writtenDocx } from "../../helpers/edited.js";
import { validator, WITHOUT } from "../../helpers/validator.js";
import { documentOf } from "../../write/pdf/sample.js";

const cell = (text: string) => ({ blocks: [{ type: "paragraph" as const, text }] });
const table: Block = {
  type: "table",
  rows: ["1", "2"].map((row) => ({ cells: [cell(`a${row}`), cell(`b${row}`)] })),
};
const document = documentOf([
  { type: "heading", depth: 2, text: "Head" },
  { type: "list", ordered: false, items: [{ text: "one" }, { text: "two" }] },
  table,
  { type: "paragraph", text: "Last" },
]);

let written: Uint8Array;
beforeAll(async () => {
  written = await writtenDocx(document);
});
const folder = mkdtempSync(join(tmpdir(), "rungbook-edit-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WHO = { author: "Ada", date: "2024-01-02T03:04:00Z" };
const mark = (name: string, content = "") =>
  `<${name} w:id="900" w:author="Ada" w:date="${WHO.date}">${content}</${name}>`;

/** What is told of an edit, and the blocks where it is accepted and where it is rejected. */
function bothOf(edit: (file: DocxFile) => unknown) {
  const file = openDocx(written);
  file.tracking = WHO;
  edit(file);
  const bytes = file.save();
  const accepted = editedOf(bytes);
  const told = accepted.tracked.map(({ kind, text, author, date }) => {
    expect({ author, date }).toEqual(WHO);
    return [kind, text];
  });
  return { told, accepted, rejected: editedOf(bytes, "reject") };
}

test("words made bold", () => {
  const { told, accepted, rejected } = bothOf((file) => file.bold("Last", "as"));
  expect(told).toEqual([["formatting", "as"]]);
  expect(accepted.document.blocks.at(-1)).toMatchObject({
    spans: [{ text: "L" }, { text: "as", strong: true }, { text: "t" }],
  });
  expect(rejected.document).toEqual(document);
  expect(accepted.tracked[0]?.node).toBe(accepted.document.blocks.at(-1));
});

test("a paragraph of another style, and a bullet that is none any more", () => {
  const { told, accepted, rejected } = bothOf((file) => {
    for (const at of ["Head", "two"]) {
      const properties = file.paragraph(at).children("w\\:pPr");
      const before = file.$.xml(properties.contents());
      properties.html(mark("w:pPrChange", `<w:pPr>${before}</w:pPr>`));
    }
  });
  expect(told).toEqual([
    ["formatting", "Head"],
    ["formatting", "two"],
  ]);
  expect(accepted.document.blocks.slice(0, 3).map(({ type }) => type)).toEqual([
    "paragraph",
    "list",
    "paragraph",
  ]);
  expect(rejected.document).toEqual(document);
  expect(itemsOf(rejected)).toEqual([
    ["one", 1],
    ["two", 2],
  ]);
});

test("a numbering that was put in", () => {
  const { told, accepted, rejected } = bothOf((file) => {
    const numbering = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/>${mark("w:ins")}</w:numPr>`;
    file.paragraph("Last").prepend(`<w:pPr>${numbering}</w:pPr>`);
  });
  expect(told).toEqual([["formatting", "Last"]]);
  expect(itemsOf(accepted).at(-1)).toEqual(["Last"]);
  expect(rejected.document).toEqual(document);
});

test("rows put in and taken out", () => {
  const { told, accepted, rejected } = bothOf((file) => {
    const row = file.paragraph("a1").closest("w\\:tr");
    const copy = row.clone();
    copy.find("w\\:t").text("new");
    copy.prepend(`<w:trPr>${mark("w:ins")}</w:trPr>`);
    row.after(copy);
    row.prepend(`<w:trPr>${mark("w:del")}</w:trPr>`);
  });
  expect(told).toEqual([
    ["deletion", "a1\nb1"],
    ["insertion", "new\nnew"],
  ]);
  expect(accepted.document.blocks[2]).toEqual({
    type: "table",
    rows: [{ cells: [cell("new"), cell("new")] }, { cells: [cell("a2"), cell("b2")] }],
  });
  expect(rejected.document).toEqual(document);
});

test("a row that LibreOffice has put in bears a placeholder, which is no word", () => {
  const { told, accepted, rejected } = bothOf((file) => {
    const row = file.paragraph("a1").closest("w\\:tr");
    const copy = row.clone();
    copy.find("w\\:r").remove();
    const placeholder = mark("w:ins", "<w:r><w:t>\u200d</w:t></w:r>");
    copy
      .prepend(`<w:trPr>${mark("w:ins")}</w:trPr>`)
      .find("w\\:p")
      .first()
      .append(placeholder);
    row.after(copy);
  });
  expect(told).toEqual([["insertion", "¶"]]);
  expect(accepted.document.blocks[2]).toMatchObject({
    rows: [{}, { cells: [{ blocks: [] }, { blocks: [] }] }, {}],
  });
  expect(rejected.document).toEqual(document);
});

test("a table of which all rows are taken out is gone", () => {
  const { accepted, rejected } = bothOf((file) => {
    for (const at of ["a1", "a2"])
      file
        .paragraph(at)
        .closest("w\\:tr")
        .prepend(`<w:trPr>${mark("w:del")}</w:trPr>`);
  });
  expect(accepted.document.blocks.map(({ type }) => type)).toEqual([
    "heading",
    "list",
    "paragraph",
  ]);
  expect(rejected.document).toEqual(document);
});

test("the last bullet of a deleted list, to which LibreOffice has lent a heading's style", () => {
  const { accepted, rejected } = bothOf((file) => {
    for (const at of ["Head", "one"]) file.delete(at);
    file.paragraph("two").find("w\\:pStyle").attr("w:val", "Heading1");
    file.change("two", "two", "");
  });
  expect(accepted.document.blocks.map(({ type }) => type)).toEqual(["list", "table", "paragraph"]);
  expect(rejected.document).toEqual(document);
});

test("cells put in, taken out and merged", () => {
  const { told, accepted, rejected } = bothOf((file) => {
    const properties = (at: string) => file.paragraph(at).closest("w\\:tc").children("w\\:tcPr");
    properties("b1").append(mark("w:cellDel"));
    properties("a2").append(mark("w:cellMerge").replace("w:id", 'w:vMerge="cont" w:id'));
    properties("a1").append(mark("w:cellMerge").replace("w:id", 'w:vMerge="rest" w:id'));
  });
  expect(told.filter(([kind]) => kind === "deletion")).toEqual([["deletion", "b1"]]);
  expect(told.filter(([kind]) => kind === "formatting")).toHaveLength(2);
  expect(accepted.document.blocks[2]).toMatchObject({
    rows: [{ cells: [{ rowspan: 2, blocks: [{ text: "a1" }, { text: "a2" }] }] }, {}],
  });
  expect(rejected.document).toEqual(document);
});

test("what one has put in and another has taken out is in neither", () => {
  const { told, accepted, rejected } = bothOf((file) => {
    const run = "<w:r><w:delText>gone</w:delText></w:r>";
    file.append("Last", mark("w:ins", mark("w:del", run)));
  });
  expect(told.filter(([, text]) => text !== "")).toEqual([["deletion", "gone"]]);
  expect([accepted.document, rejected.document]).toEqual([document, document]);
});

test("pieces side by side are one change, those of another time or with text between are not", () => {
  const { told } = bothOf((file) => {
    const piece = (text: string) => mark("w:ins", `<w:r><w:t>${text}</w:t></w:r>`);
    file.append("Last", piece("a") + piece("b"));
    file.append("Lastab", `<w:r><w:t>c</w:t></w:r>${piece("d")}`);
  });
  expect(told).toEqual([
    ["insertion", "ab"],
    ["insertion", "d"],
  ]);
});

test("changes in the foot, and of the page, have no node", () => {
  const { told, accepted } = bothOf((file) => {
    file.edit("word/footer1.xml", (xml) =>
      xml.replace("</w:ftr>", `<w:p>${mark("w:ins", "<w:r><w:t>new</w:t></w:r>")}</w:p></w:ftr>`),
    );
    file.$("w\\:sectPr").append(mark("w:sectPrChange", "<w:sectPr/>"));
  });
  expect(told).toEqual([
    ["formatting", ""],
    ["insertion", "new"],
  ]);
  expect(accepted.tracked.map(({ node }) => node)).toEqual([null, null]);
});

test("a bullet copied in LibreOffice is not taken for the one it was copied from", () => {
  const file = openDocx(written);
  const copy = file.paragraph("one").clone();
  copy.find("w\\:bookmarkStart").attr("w:name", "_rbi1_Copy_1");
  file.paragraph("two").after(copy);
  expect(itemsOf(editedOf(file.save()))).toEqual([["one", 1], ["two", 2], ["one"]]);
});

test("words made bold, and a link", () => {
  const file = openDocx(written);
  file.bold("one", "one").link("two", "wo", "https://example.com/?a=1&b=2");
  const { document: shown, marks } = editedOf(file.save());
  const [, list] = shown.blocks;
  const items = list?.type === "list" ? list.items : [];
  expect(items.map((each) => marks.get(each))).toEqual([[1], [2]]);
  expect(items).toMatchObject([
    { spans: [{ text: "one", strong: true }] },
    { spans: [{ text: "t" }, { text: "wo", href: "https://example.com/?a=1&b=2" }] },
  ]);
});

test("the edits of these tests are such as Word may write", async (context) => {
  if (!validator) context.skip(WITHOUT);
  const file = openDocx(written);
  file.comment("one", "on", "Why?").comment("one", "on", "Because", { answers: 0 });
  file.split("Last", "st").link("st", "t", "https://example.com/");
  file.tracking = WHO;
  file
    .bold("one", "one")
    .change("one", "one", "other")
    .addAfter("two", "three")
    .move("two", "Head");
  file.delete("Head").join("La");
  const path = join(folder, "edited.docx");
  writeFileSync(path, file.save());
  expect((await validator?.validateFile(path))?.errors).toEqual([]);
});
