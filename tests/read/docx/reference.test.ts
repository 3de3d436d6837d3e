import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { MAX_ENTRIES } from "../../../src/read/docx/limits.js";
import { readReference } from "../../../src/read/docx/reference/index.js";
import { companyFile, header, relationships, words } from "../../helpers/company.js";

const HEADER = "word/header3.xml";
const RELATIONS = "word/_rels/header3.xml.rels";
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const many = Object.fromEntries(
  Array.from({ length: MAX_ENTRIES }, (_, index) => [`x/${index}`, ""]),
);
const image =
  '<w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" r:id="rId1"/></w:pict></w:r>';
const complex = (instruction: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${instruction}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

const main = (section: string) =>
  `<w:document xmlns:w="${W}"><w:body><w:p/>${section}</w:body></w:document>`;

test.each<[name: string, bytes: Uint8Array, reason: RegExp]>([
  ["an empty file", new Uint8Array(), /expected a DOCX \(a zip/],
  ["a PDF", strToU8("%PDF-1.7"), /expected a DOCX \(a zip/],
  ["a file cut short", companyFile().slice(0, -60), /end of the file/],
  ["too many files", companyFile(many), /DOCX of \d+ files, expected at most 10000/],
  [
    "a bomb",
    companyFile({ "word/styles.xml": " ".repeat(12 * 1024 * 1024) }),
    /packed to less than/,
  ],
  ["no main part", companyFile({ "word/document.xml": null }), /without word\/document.xml/],
  ["no styles", companyFile({ "word/styles.xml": null }), /without word\/styles.xml/],
  ["styles cut short", companyFile({ "word/styles.xml": "<w:styles>" }), /end of word\/styles.xml/],
  [
    "styles that are not UTF-8",
    companyFile({ "word/styles.xml": new Uint8Array([0x3c, 0xff, 0]) }),
    /bytes in word\/styles.xml/,
  ],
  [
    "entities",
    companyFile({ "word/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><w:styles/>' }),
    /document type in word\/styles.xml/,
  ],
  [
    "a strict document",
    companyFile({
      "word/document.xml":
        '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>',
    }),
    /"Strict Open XML"/,
  ],
  [
    "no room",
    companyFile({
      "word/document.xml": main('<w:sectPr><w:pgSz w:w="3000" w:h="15840"/></w:sectPr>'),
    }),
    /room for text of 2 mm by 229 mm/,
  ],
  [
    "many columns",
    companyFile({ "word/document.xml": main('<w:sectPr><w:cols w:num="9"/></w:sectPr>') }),
    /room for text of/,
  ],
  ["a header that is missing", companyFile({ [HEADER]: null }), /without word\/header3.xml/],
  [
    "a linked image",
    companyFile({
      [HEADER]: header(image),
      [RELATIONS]: relationships(["image", "https://evil.example/a.png", true]),
    }),
    /image outside of the file in word\/header3.xml \("https:\/\/evil.example\/a.png"\)/,
  ],
  [
    "an object",
    companyFile({ [HEADER]: header(image), [RELATIONS]: relationships(["oleObject", "a.bin"]) }),
    /oleObject in word\/header3.xml/,
  ],
  [
    "an image that runs",
    companyFile({
      [HEADER]: header(image),
      [RELATIONS]: relationships(["image", "media/logo.svg"]),
      "word/media/logo.svg": "<svg/>",
    }),
    /image in word\/header3.xml \("word\/media\/logo.svg"\)/,
  ],
  [
    "a path out of the file",
    companyFile({
      [HEADER]: header(image),
      [RELATIONS]: relationships(["image", "../../../../etc/passwd.png"]),
    }),
    /image in word\/header3.xml \("etc\/passwd.png"\)/,
  ],
  [
    "a link to a script",
    companyFile({
      [HEADER]: header(`<w:hyperlink r:id="rId1">${words("a")}</w:hyperlink>`),
      [RELATIONS]: relationships(["hyperlink", "javascript:alert(1)", true]),
    }),
    /hyperlink outside of the file/,
  ],
  [
    "a reference to nothing",
    companyFile({ [HEADER]: header(image), [RELATIONS]: relationships() }),
    /reference "rId1" in word\/header3.xml/,
  ],
  [
    "a field that runs",
    companyFile({ [HEADER]: header(`<w:fldSimple w:instr=" DDEAUTO c:\\cmd.exe"/>`) }),
    /field "DDEAUTO" in word\/header3.xml/,
  ],
  [
    "a field in pieces",
    companyFile({ [HEADER]: header(complex(instruction("INCLUDE") + instruction('PICTURE "x"'))) }),
    /field "INCLUDEPICTURE"/,
  ],
  [
    "a field in a field",
    companyFile({
      [HEADER]: header(complex(instruction("PAGE ") + complex(instruction("QUOTE 68")))),
    }),
    /field "QUOTE"/,
  ],
  ["a field without end", companyFile({ [HEADER]: header(instruction("LINK a")) }), /field "LINK"/],
  [
    "a field behind another prefix",
    companyFile({
      [HEADER]: header(`<x:fldSimple xmlns:x="${W}" x:instr="DDEAUTO c:\\cmd.exe"/>`),
    }),
    /xmlns:x=/,
  ],
])("%s is refused with its reason", (_, bytes, reason) => {
  const { value, messages } = readReference(bytes);
  expect(value).toBeNull();
  expect(messages.map(({ fatal }) => fatal)).toEqual([true]);
  expect(messages[0]?.reason).toMatch(reason);
});

test("a section goes on with the headers of those before it, and only the last counts", () => {
  const first =
    '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:pgSz w:w="9999" w:h="9999"/></w:sectPr></w:pPr></w:p>';
  const xml = main(`${first}<w:sectPr><w:pgSz w:w="15840" w:h="12240"/></w:sectPr>`);
  const { value } = readReference(companyFile({ "word/document.xml": xml }));
  expect(value?.furniture).toEqual([
    { kind: "header", type: "default", path: "word/header1.xml", lines: ["Acme Corporation"] },
  ]);
  expect(value?.page).toEqual({ textWidth: 12_960, textHeight: 9360 });
});

test("a link to a web page and a field of the document may come along", () => {
  const { value } = readReference(
    companyFile({
      [HEADER]: header(
        `<w:hyperlink r:id="rId1">${words("acme.example")}</w:hyperlink>${complex(instruction(" TITLE "))}<w:bookmarkStart w:id="0" w:name="x"/>`,
      ),
      [RELATIONS]: relationships(["hyperlink", "https://acme.example/", true]),
    }),
  );
  const part = value?.parts.get("word/header1.xml");
  expect(part?.relationships).toMatchObject([{ target: "https://acme.example/", external: true }]);
  expect(part?.content).not.toContain("bookmark");
});
