import { type RawEnd, type RawFile, rawZip } from "./raw-zip.js";

/** A DOCX that can't be used: how it is made, the rule that refuses it, and what its message says. */
export interface Refused {
  name: string;
  make: () => Uint8Array;
  rule: string;
  says: string | RegExp;
}

/** A DOCX that is odd, and yet read: the texts of its blocks, or how many there are. */
export interface Odd {
  name: string;
  make: () => Uint8Array;
  reads: string[] | number;
}

export const MAIN = "word/document.xml";
export const OURS = "customXml/item1.xml";
export const STYLES = "word/styles.xml";
export const NUMBERING = "word/numbering.xml";
export const RELATIONS = "word/_rels/document.xml.rels";

/** The main part around its content. */
export const body = (content: string): string =>
  `<w:document xmlns:w="w"><w:body>${content}</w:body></w:document>`;

/** So many pieces, one behind the other. */
export const times = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => make(n)).join("");

/** A run of text. */
export const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;

/** A paragraph of one run. */
export const p = (text: string, properties = ""): string => `<w:p>${properties}${run(text)}</w:p>`;

/** The part of ours around what it says. */
export const ours = (json: string): string =>
  `<rungbook xmlns="urn:rungbook:docx:1">${json.replace(/&/g, "&amp;").replace(/</g, "&lt;")}</rungbook>`;

/** What the part of ours says. */
export const told = (more: object = {}): string =>
  JSON.stringify({
    origin: { slug: "x", file: "x.md", sha256: "0".repeat(64) },
    yaml: null,
    language: "en",
    names: [],
    ...more,
  });

/** The files of a DOCX whose main part holds this, and the parts that are told beside it. */
export const files = (content: string, parts: Record<string, string> = {}): RawFile[] => {
  const all = { [MAIN]: body(content), [OURS]: ours(told()), ...parts };
  return Object.entries(all).map(([name, data]) => ({ name, data }));
};

/** A DOCX of such files. */
export const docx = (content: string, parts?: Record<string, string>): Uint8Array =>
  rawZip(files(content, parts));

/** A DOCX of one paragraph, with further files, and an end of its own. */
export const docxWith = (more: readonly RawFile[], end?: RawEnd): Uint8Array =>
  rawZip([...files(p("a")), ...more], end);

/** A DOCX of which one part is these bytes. */
export const docxOf = (part: string, bytes: Uint8Array): Uint8Array =>
  rawZip([...files(p("a")).filter(({ name }) => name !== part), { name: part, data: bytes }]);
