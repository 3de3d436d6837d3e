import { body, docx, docxWith, files, MAIN, OURS, p, type Refused } from "./docx.js";
import { extra64, rawZip, u64, words } from "./raw-zip.js";

const whole = docx(p("a"));
const main = { name: MAIN, data: body(p("a")) };
const named = (name: string) => () => docxWith([{ name, data: "a" }]);
const inMain = (lies: object) => () => rawZip([{ ...main, ...lies }, ...files("").slice(1)]);

/** What a locator and an end of 64 bits say of the directory (APPNOTE.TXT, 4.3.14 and 4.3.15). */
const end64 = (start: bigint, at: bigint) => () =>
  Buffer.concat([
    words(0x06064b50, 44, 0, 0x2d002d, 0, 0),
    ...[2n, 2n, 100n, start].map(u64),
    words(0x07064b50, 0),
    u64(at),
    words(1),
  ]);

/** Names that lead out of a folder, or mean two things. */
const NAMES: Refused[] = [
  ["a name that leads up", "../../etc/passwd"],
  ["a name that leads up in the middle", "word/../../x"],
  ["an absolute name", "/etc/passwd"],
  ["a name with a drive", "C:/x"],
  ["a name with backslashes", "word\\..\\x"],
  ["a name with a NUL", "word/x\0.xml"],
  ["no name", ""],
].map(([name = "", path = ""]) => ({
  name,
  make: named(path),
  rule: "docx-name",
  says: `Unexpected file name "${path}"`,
}));

/** Zips that are damaged, or locked. */
const DAMAGED: Refused[] = [
  {
    name: "a zip cut short",
    make: () => whole.slice(0, -10),
    rule: "broken-docx",
    says: "it is cut short or damaged",
  },
  {
    name: "a zip of which half is left",
    make: () => whole.slice(0, whole.length / 2),
    rule: "broken-docx",
    says: "it is cut short or damaged",
  },
  {
    name: "bytes behind the zip",
    make: () => Buffer.concat([whole, Buffer.from("more")]),
    rule: "broken-docx",
    says: "it is cut short or damaged",
  },
  {
    name: "a zip without its first bytes",
    make: () => Buffer.concat([whole.slice(0, 4), whole.slice(20)]),
    rule: "broken-docx",
    says: "Unexpected directory of the zip",
  },
  {
    name: "a zip without files",
    make: () => rawZip([]),
    rule: "broken-docx",
    says: "Unexpected package without word/document.xml",
  },
  {
    name: "a directory of fewer files than it says",
    make: () => docxWith([], { count: 9 }),
    rule: "broken-docx",
    says: "Unexpected directory of the zip",
  },
  {
    name: "a directory that is elsewhere",
    make: () => docxWith([], { start: 3 }),
    rule: "broken-docx",
    says: "Unexpected directory of the zip",
  },
  {
    name: "a file that is elsewhere",
    make: inMain({ at: 0x7fffffff }),
    rule: "broken-docx",
    says: "Unexpected header of word/document.xml",
  },
  {
    name: "a file whose own header names another",
    make: inMain({ localName: "word/settings.xml" }),
    rule: "broken-docx",
    says: "Unexpected header of word/document.xml",
  },
  {
    name: "a part of a zip",
    make: () => docxWith([], { disk: 2 }),
    rule: "broken-docx",
    says: "Unexpected part of a zip",
  },
  {
    name: "a wrong checksum",
    make: inMain({ crc: 1 }),
    rule: "broken-docx",
    says: "Unexpected checksum of word/document.xml",
  },
  {
    name: "bytes that Deflate does not make",
    make: inMain({ packedAs: new Uint8Array(64).fill(0xff) }),
    rule: "broken-docx",
    says: "Unexpected bytes in word/document.xml",
  },
  {
    name: "a compression that no DOCX has",
    make: inMain({ method: 12 }),
    rule: "broken-docx",
    says: "Unexpected compression 12 of word/document.xml",
  },
  {
    name: "two files of one name",
    make: () => docxWith([main]),
    rule: "docx-name",
    says: "Unexpected second file of the name word/document.xml",
  },
  {
    name: "two files whose names differ in case",
    make: () => docxWith([{ ...main, name: "WORD/Document.xml" }]),
    rule: "docx-name",
    says: "Unexpected second file of the name WORD/Document.xml",
  },
  {
    name: "files with a password",
    make: inMain({ flags: 1 }),
    rule: "docx-encrypted",
    says: "Unexpected password of word/document.xml",
  },
  {
    name: "files with a password, in the form of AES",
    make: () => docxWith([{ name: OURS.replace("1", "2"), data: "a", method: 99 }]),
    rule: "docx-encrypted",
    says: "Unexpected password of customXml/item2.xml",
  },
];

/** Sizes in 64 bits that are not there, or not to be believed. */
const WIDE: Refused[] = [
  { name: "a size in 64 bits that is not there", make: inMain({ size: 0xffffffff }) },
  {
    name: "a size in 64 bits in a field that ends before it",
    make: inMain({ size: 0xffffffff, extra: extra64(1n).subarray(0, 8) }),
  },
  {
    name: "a size of 2 to the 63",
    make: inMain({ size: 0xffffffff, extra: extra64(1n << 63n) }),
  },
  { name: "an end in 64 bits that is not there", make: () => docxWith([], { count: 0xffff }) },
  {
    name: "an end in 64 bits that is elsewhere",
    make: () => docxWith([], { start: 0xffffffff, before: end64(0n, 1n << 40n) }),
  },
].map((each) => ({ ...each, rule: "broken-docx", says: "Unexpected sizes in 64 bits" }));

/** Zips that no program that writes DOCX makes. */
export const ZIPS: Refused[] = [...NAMES, ...DAMAGED, ...WIDE];
