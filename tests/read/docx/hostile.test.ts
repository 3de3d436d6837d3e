import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readDocx } from "../../../src/read/docx/index.js";
import { MAX_ENTRIES } from "../../../src/read/docx/unpack.js";

const MAIN = "word/document.xml";
const body = (content: string) => `<w:document><w:body>${content}</w:body></w:document>`;
const carried = `<rungbook xmlns="urn:rungbook:docx:1">${JSON.stringify({
  origin: { slug: "x", file: "x.md", sha256: "0".repeat(64) },
  yaml: null,
  language: "en",
  names: [["__proto__", "constructor"]],
})}</rungbook>`;
const zip = (main: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({ [MAIN]: strToU8(main), "customXml/item1.xml": strToU8(carried), ...more });
const many = Object.fromEntries(
  Array.from({ length: MAX_ENTRIES }, (_, index) => [`x/${index}`, new Uint8Array()]),
);

test.each<[name: string, bytes: Uint8Array, rule: string]>([
  ["an empty file", new Uint8Array(), "broken-docx"],
  ["something else than a zip", strToU8("# a post\n"), "broken-docx"],
  ["a zip cut short", zip(body("<w:p/>")).slice(0, -40), "broken-docx"],
  ["a zip without a main part", zipSync({ "a.txt": strToU8("a") }), "broken-docx"],
  ["a main part cut short", zip(body("<w:p/>").slice(0, 30)), "broken-docx"],
  [
    "a main part that is not UTF-8",
    zipSync({ [MAIN]: new Uint8Array([0xff, 0xfe]) }),
    "broken-docx",
  ],
  ["a document of someone else", zipSync({ [MAIN]: strToU8(body("<w:p/>")) }), "no-rendering"],
  ["too many files", zip(body("<w:p/>"), many), "docx-limit"],
  ["a bomb", zip(body(" ".repeat(12 * 1024 * 1024))), "docx-limit"],
  [
    "a document type",
    zip(`<!DOCTYPE w [<!ENTITY a "b">]>${body("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")}`),
    "docx-doctype",
  ],
  [
    "elements nested without end",
    zip(body("<w:sdt><w:sdtContent>".repeat(5000) + "</w:sdtContent></w:sdt>".repeat(5000))),
    "docx-limit",
  ],
])("%s is refused with its reason", (_, bytes, rule) => {
  const { value, messages } = readDocx(bytes);
  expect(value).toBeNull();
  expect(messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([[rule, true]]);
});

test("names such as __proto__ are names", () => {
  const paragraph =
    '<w:p __proto__="x"><w:pPr><w:pStyle w:val="__proto__"/></w:pPr><w:bookmarkStart w:name="__proto__"/>' +
    '<w:hyperlink w:anchor="__proto__" r:id="constructor"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>';
  const { value } = readDocx(zip(body(paragraph)));
  expect(value?.blocks).toEqual([{ type: "paragraph", text: "a" }]);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test("numbers that are none, and tables that are broken, are read as far as they go", () => {
  const table =
    '<w:tbl><w:tblPr><w:tblInd w:w="1e9"/></w:tblPr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-5"/>' +
    "<w:vMerge/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr><w:tr/></w:tbl>";
  const { value } = readDocx(zip(body(table)));
  expect(value?.blocks).toEqual([
    { type: "table", rows: [{ cells: [{ blocks: [{ type: "paragraph", text: "a" }] }] }] },
  ]);
});
