import { docxWith, files, type Refused } from "./docx.js";
import { rawZip } from "./raw-zip.js";

const text = (content: string) => () => Buffer.from(content);
const zip = (parts: Record<string, string>) => () =>
  rawZip(Object.entries(parts).map(([name, data]) => ({ name, data })));

/** A file of Office before 2007 (MS-CFB), as far as its first bytes and the names of its streams go. */
const ole =
  (...streams: string[]) =>
  () =>
    Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(504),
      ...streams.map((stream) => Buffer.from(`${stream}\0`, "utf16le")),
    ]);

const types = (type: string) =>
  `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.${type}"/></Types>`;

/** Files of another kind under the name of a DOCX. */
export const OTHER_KINDS: Refused[] = [
  { name: "an empty file", make: text(""), rule: "not-docx", says: "Unexpected empty file" },
  { name: "a text", make: text("# A post\n"), rule: "not-docx", says: "Unexpected file" },
  { name: "zeros", make: () => new Uint8Array(4096), rule: "not-docx", says: "Unexpected file" },
  { name: "a PDF", make: text("%PDF-1.7\n"), rule: "not-docx", says: "Unexpected PDF" },
  {
    name: "a PDF with a DOCX behind it",
    make: () => Buffer.concat([Buffer.from("%PDF-1.7\n"), docxWith([])]),
    rule: "not-docx",
    says: "Unexpected PDF",
  },
  { name: "an RTF", make: text("{\\rtf1 a}"), rule: "not-docx", says: "Unexpected RTF document" },
  {
    name: "an HTML page",
    make: text("\ufeff\n<!DOCTYPE html><p>a"),
    rule: "not-docx",
    says: "Unexpected HTML page",
  },
  {
    name: "a document of Word 2003 XML",
    make: text('<?xml version="1.0"?><w:wordDocument/>'),
    rule: "not-docx",
    says: "Unexpected XML file",
  },
  {
    name: "a .doc",
    make: ole("Root Entry", "WordDocument"),
    rule: "not-docx",
    says: "Unexpected Word 97 document (.doc)",
  },
  {
    name: "an .xls",
    make: ole("Root Entry", "Workbook"),
    rule: "not-docx",
    says: "Unexpected Excel 97 workbook (.xls)",
  },
  {
    name: "another file of Office before 2007",
    make: ole("Root Entry"),
    rule: "not-docx",
    says: "Unexpected file of Office before 2007",
  },
  {
    name: "a DOCX with a password",
    make: ole("Root Entry", "EncryptionInfo", "EncryptedPackage"),
    rule: "docx-encrypted",
    says: "Unexpected password of the file",
  },
  {
    name: "an .odt",
    make: zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<a/>" }),
    rule: "not-docx",
    says: "Unexpected OpenDocument text (.odt)",
  },
  {
    name: "an EPUB",
    make: zip({ mimetype: "application/epub+zip" }),
    rule: "not-docx",
    says: "Unexpected EPUB book",
  },
  {
    name: "an .xlsx",
    make: zip({ "xl/workbook.xml": "<workbook/>" }),
    rule: "not-docx",
    says: "Unexpected Excel workbook (.xlsx)",
  },
  {
    name: "a .pptx",
    make: zip({ "ppt/presentation.xml": "<p/>" }),
    rule: "not-docx",
    says: "Unexpected PowerPoint presentation (.pptx)",
  },
  {
    name: "a zip of something else",
    make: zip({ "a.txt": "a" }),
    rule: "broken-docx",
    says: "Unexpected package without word/document.xml",
  },
  {
    name: "a .docm",
    make: () =>
      rawZip(files("", { "[Content_Types].xml": types("ms-word.document.macroEnabled.main+xml") })),
    rule: "docx-macros",
    says: "Unexpected macros ([Content_Types].xml)",
  },
  {
    name: "macros in a DOCX that does not tell of them",
    make: () => docxWith([{ name: "word/VbaProject.bin", data: "a" }]),
    rule: "docx-macros",
    says: "Unexpected macros (word/VbaProject.bin)",
  },
];
