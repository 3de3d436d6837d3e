import { Refusal } from "./refusal.js";

const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/** Streams by which a file of Office before 2007 (MS-CFB) tells what it is. */
const STREAMS: [string, string][] = [
  ["WordDocument", "Word 97 document (.doc)"],
  ["Workbook", "Excel 97 workbook (.xls)"],
  ["PowerPoint Document", "PowerPoint 97 presentation (.ppt)"],
];

/** How files begin that are no zip. */
const BEGINNINGS: [RegExp, string][] = [
  [/^%PDF-/, "PDF"],
  [/^\{\\rtf/, "RTF document"],
  [/^<!doctype html|^<html/i, "HTML page"],
  [/^<\?xml/, "XML file"],
];

/** The paths of parts by which a zip tells that it is something else. */
const PARTS: [string, string][] = [
  ["xl/workbook.xml", "Excel workbook (.xlsx)"],
  ["xl/workbook.bin", "Excel workbook (.xlsb)"],
  ["ppt/presentation.xml", "PowerPoint presentation (.pptx)"],
];

/** The types that a zip of another family tells in its first file. */
const TYPES: [string, string][] = [
  ["application/vnd.oasis.opendocument.text", "OpenDocument text (.odt)"],
  ["application/vnd.oasis.opendocument", "OpenDocument file"],
  ["application/epub+zip", "EPUB book"],
];

/** Refuses a file that does not begin as a zip does, by the name of what it is where that is known. */
export function refuseOther(bytes: Uint8Array): void {
  if (bytes.byteLength === 0) throw other("empty file");
  if (beginsWith(bytes, OLE)) refuseOle(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const beginning = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart();
  const kind = BEGINNINGS.find(([pattern]) => pattern.test(beginning))?.[1];
  if (kind || !beginning.startsWith("PK")) throw other(kind ?? "file");
}

/** Refuses a zip of something else. */
export function refuseZip(names: ReadonlySet<string>, textOf: (path: string) => string): void {
  const told = names.has("mimetype") ? textOf("mimetype") : "";
  const kind =
    PARTS.find(([path]) => names.has(path)) ?? TYPES.find(([type]) => told.startsWith(type));
  if (kind) throw other(kind[1]);
}

/** Refuses a document that brings programs. */
export function refusePrograms(names: ReadonlySet<string>, textOf: (path: string) => string): void {
  const programs = [...names].find((name) => /(?:^|\/)vbaProject\.bin$/i.test(name));
  const types = names.has("[Content_Types].xml") ? textOf("[Content_Types].xml") : "";
  if (programs !== undefined || /macroEnabled/i.test(types)) {
    const place = programs ?? "[Content_Types].xml";
    throw new Refusal("docx-macros", `Unexpected macros (${place}), expected a DOCX without`);
  }
}

function refuseOle(bytes: Buffer): never {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, "utf16le"));
  if (holds("EncryptedPackage")) {
    const reason = "Unexpected password of the file, expected a DOCX that opens without one";
    throw new Refusal("docx-encrypted", reason);
  }
  throw other(STREAMS.find(([stream]) => holds(stream))?.[1] ?? "file of Office before 2007");
}

const other = (kind: string) =>
  new Refusal("not-docx", `Unexpected ${kind}, expected a DOCX (a zip of XML in UTF-8)`);

const beginsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  start.every((byte, index) => bytes[index] === byte);
