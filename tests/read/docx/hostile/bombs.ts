import { constants, deflateRawSync } from "node:zlib";
import { MAX_DOCX_BYTES, MAX_ENTRIES, RATIO_FROM_BYTES } from "../../../../src/read/docx/limits.js";
import { body, docx, docxWith, files, MAIN, p, type Refused } from "./docx.js";
import { rawZip } from "./raw-zip.js";

const MIB = 1024 * 1024;
const main = { name: MAIN, data: body(p("a")) };
const named = (name: string) => () => docxWith([{ name, data: "a" }]);
const inMain = (lies: object) => () => rawZip([{ ...main, ...lies }, ...files("").slice(1)]);

/** What Deflate makes of so many MiB of spaces, without having them. */
function packedSpaces(mib: number): Uint8Array {
  const one = deflateRawSync(" ".repeat(MIB), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: mib }, () => one), deflateRawSync("")]);
}

/** Zips that unpack to far more than they are. */
export const BOMBS: Refused[] = [
  {
    name: "a bomb",
    make: () => docx(" ".repeat(12 * MIB)),
    rule: "docx-limit",
    says: "packed to less than 1/200 of its size",
  },
  {
    name: "a bomb of many parts, each of them small",
    make: () => {
      const data = new Uint8Array(RATIO_FROM_BYTES - 1);
      const custom = (_: unknown, index: number) => ({ name: `customXml/x${index}.xml`, data });
      return docxWith(Array.from({ length: 7 }, custom));
    },
    rule: "docx-limit",
    says: "more than 67108864 bytes of text",
  },
  {
    name: "a part that says to be of many gigabytes",
    make: inMain({ size: 0xfffffffe }),
    rule: "docx-limit",
    says: "more than 1073741824 bytes",
  },
  {
    name: "an image that says to be of many gigabytes",
    make: () => docxWith([{ name: "word/media/a.png", data: "a", size: 0xfffffffe }]),
    rule: "docx-limit",
    says: "more than 1073741824 bytes",
  },
  {
    name: "a part that holds more than it says",
    make: inMain({ packedAs: packedSpaces(512), size: 100 }),
    rule: "broken-docx",
    says: "Unexpected size of word/document.xml, expected the 100 bytes",
  },
  {
    name: "a part that holds less than it says",
    make: inMain({ size: 5 * MIB }),
    rule: "broken-docx",
    says: "expected the 5242880 bytes that its header tells",
  },
  {
    name: "a stored part that is smaller than it says",
    make: inMain({ method: 0, size: 5 * MIB }),
    rule: "broken-docx",
    says: "expected the 5242880 bytes that its header tells",
  },
  {
    name: "files that share their bytes",
    make: () => {
      const one = { name: "word/media/0", data: new Uint8Array(MIB), at: 0 };
      const again = { ...one, localName: one.name };
      const others = Array.from({ length: 50 }, (_, n) => ({
        ...again,
        name: `word/media/${n + 1}`,
      }));
      return rawZip([one, ...others]);
    },
    rule: "broken-docx",
    says: "expected it behind the file before it",
  },
  {
    name: "a file that quotes the headers of those behind it",
    make: () => rawZip([{ ...main, packed: 200 }, ...files("").slice(1)]),
    rule: "broken-docx",
    says: "Unexpected place of customXml/item1.xml, expected it behind the file before it",
  },
  {
    name: "a file that reaches into the directory",
    make: () => docxWith([{ name: "z", data: "a", packed: 40 }]),
    rule: "broken-docx",
    says: "Unexpected size of z, expected it to end before the directory",
  },
  {
    name: "too many files",
    make: () =>
      rawZip(Array.from({ length: MAX_ENTRIES + 1 }, (_, n) => ({ name: `x/${n}`, data: "" }))),
    rule: "docx-limit",
    says: "10001 files, expected at most 10000",
  },
  {
    name: "a file with a name of many kilobytes",
    make: named("x".repeat(60_000)),
    rule: "docx-limit",
    says: "a file whose name has 60000 bytes",
  },
  {
    name: "more bytes than are read",
    make: () => new Uint8Array(MAX_DOCX_BYTES + 1),
    rule: "docx-limit",
    says: "134217729 bytes, expected at most 134217728",
  },
];
