import {
  body,
  docx,
  docxWith,
  files,
  MAIN,
  NUMBERING,
  type Odd,
  OURS,
  ours,
  p,
  RELATIONS,
  run,
  STYLES,
  times,
  told,
} from "./docx.js";
import { extra64, rawZip, u64, words } from "./raw-zip.js";

const styled = (id: string) => `<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`;
const based = (id: string, on: string) =>
  `<w:style w:styleId="${id}"><w:basedOn w:val="${on}"/></w:style>`;
const numbered = (id: string, level: string) =>
  `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>`;
const relation = (id: string, target: string, mode = "External") =>
  `<Relationship Id="${id}" Type="x" Target="${target}" TargetMode="${mode}"/>`;
const relations = (...all: string[]) => `<Relationships>${all.join("")}</Relationships>`;
const image = (id: string) =>
  `<w:p><w:r><w:drawing><wp:docPr descr="alt"/><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`;
const linked = (id: string) =>
  `<w:p><w:hyperlink r:id="${id}"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>`;

/** Names that objects have of their own are nothing but names. */
const NAMES: Odd[] = [
  {
    name: "__proto__ as the name of a file",
    make: () =>
      docxWith([
        { name: "__proto__", data: "a" },
        { name: "constructor", data: "a" },
      ]),
    reads: ["a"],
  },
  {
    name: "__proto__ as a style, a numbering, a bookmark, an attribute and a relationship",
    make: () =>
      docx(
        `<w:p __proto__="x" constructor="y">${styled("__proto__")}<w:bookmarkStart w:name="__proto__"/>` +
          `<w:hyperlink w:anchor="__proto__" r:id="constructor">${run("a")}</w:hyperlink></w:p>` +
          p("b", numbered("__proto__", "constructor")),
        {
          [STYLES]: `<w:styles>${based("__proto__", "constructor")}${based("constructor", "__proto__")}</w:styles>`,
          [RELATIONS]: relations(relation("__proto__", "x")),
        },
      ),
    reads: ["a", "b"],
  },
  {
    name: "__proto__ in the part of ours",
    make: () =>
      docx(p("a"), {
        [OURS]: ours(
          told({ names: [["__proto__", "constructor"]] }).replace("{", '{"__proto__":{"x":1},'),
        ),
      }),
    reads: ["a"],
  },
  {
    name: "front matter with __proto__",
    make: () =>
      docx(p("a"), { [OURS]: ours(told({ yaml: "__proto__: { x: 1 }\nconstructor: y" })) }),
    reads: ["a"],
  },
];

/** Relationships are addresses to keep, never ones to go to. */
const RELATIONSHIPS: Odd[] = [
  {
    name: "a template, an image and an object elsewhere",
    make: () =>
      docx(image("rId1") + linked("rId2"), {
        [RELATIONS]: relations(
          relation("rId1", "http://192.0.2.1/x.png"),
          relation("rId2", "file:///etc/passwd"),
          relation("rId3", "\\\\192.0.2.1\\share\\x.dotm"),
        ),
      }),
    reads: ["alt", "a"],
  },
  {
    name: "an image and a link that are scripts",
    make: () =>
      docx(image("rId1") + linked("rId1"), {
        [RELATIONS]: relations(relation("rId1", "java&#9;script:alert(1)")),
      }),
    reads: ["alt", "a"],
  },
  {
    name: "an image outside of the package",
    make: () =>
      docx(image("rId1") + p("a"), {
        [RELATIONS]: relations(relation("rId1", "../../../../etc/passwd", "Internal")),
      }),
    reads: ["alt", "a"],
  },
  {
    name: "relationships in a circle, twice, and without a target",
    make: () =>
      docx(linked("rId1"), {
        [RELATIONS]: relations(
          relation("rId1", "_rels/document.xml.rels", "Internal"),
          relation("rId1", "document.xml", "Internal"),
          '<Relationship Id="rId2"/>',
        ),
      }),
    reads: ["a"],
  },
];

/** Styles and numberings that lead nowhere, or in circles. */
const CIRCLES: Odd[] = [
  {
    name: "styles based on each other",
    make: () =>
      docx(p("a", styled("A")), {
        [STYLES]: `<w:styles>${based("A", "B")}${based("B", "C")}${based("C", "A")}</w:styles>`,
      }),
    reads: ["a"],
  },
  {
    name: "a style based on 20,000 others",
    make: () =>
      docx(times(20_000, (n) => `<w:p>${styled(`S${n}`)}</w:p>`) + p("a"), {
        [STYLES]: `<w:styles>${times(20_000, (n) => based(`S${n}`, `S${n + 1}`))}</w:styles>`,
      }),
    reads: ["a"],
  },
  {
    name: "numberings that name each other",
    make: () =>
      docx(p("a", numbered("1", "0")) + p("b", numbered("2", "0")), {
        [NUMBERING]:
          '<w:numbering><w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum>' +
          '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
          '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>',
        [STYLES]: `<w:styles><w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`,
      }),
    reads: ["a", "b"],
  },
  {
    name: "styles, numberings and relationships that are not there",
    make: () => docx(p("a", styled("A")) + p("b", numbered("7", "3")) + linked("rId9")),
    reads: ["a", "b", "a"],
  },
];

/** What other programs write, though it looks odd. */
const PROGRAMS: Odd[] = [
  {
    name: "folders, stored parts and a comment",
    make: () =>
      rawZip(
        [
          { name: "word/", data: "", method: 0 },
          ...files(p("a")).map((file) => ({ ...file, method: 0 })),
        ],
        { comment: "a comment with PK\u0005\u0006 in it, and more behind that" },
      ),
    reads: ["a"],
  },
  {
    name: "sizes and an end in 64 bits",
    make: () => {
      const [main, ...others] = files(p("a"));
      const size = BigInt(body(p("a")).length);
      const file = { name: MAIN, data: main?.data ?? "" };
      const end = ({ start, length, count }: { start: number; length: number; count: number }) =>
        Buffer.concat([
          words(0x06064b50, 44, 0, 0x2d002d, 0, 0),
          ...[count, count, length, start].map((each) => u64(BigInt(each))),
          words(0x07064b50, 0),
          u64(BigInt(start + length)),
          words(1),
        ]);
      const wide = { ...file, size: 0xffffffff, extra: extra64(size) };
      return rawZip([wide, ...others], { count: 0xffff, start: 0xffffffff, before: end });
    },
    reads: ["a"],
  },
  {
    name: "a part of another program in UTF-16",
    make: () =>
      docxWith([{ name: "customXml/item0.xml", data: Buffer.from("\ufeff<a/>", "utf16le") }]),
    reads: ["a"],
  },
  {
    name: "a byte order mark, comments, instructions and characters as they are",
    make: () =>
      docx("", {
        [MAIN]: `\ufeff<?xml version="1.0" encoding="utf-8"?>\r\n<!-- <!DOCTYPE a> --><?a b?>${body(p("<![CDATA[a <!ENTITY> &amp;]]>&#x1F600;&lt;"))}\n<!-- end -->`,
      }),
    reads: ["a <!ENTITY> &amp;😀<"],
  },
];

/** Packages that are odd and yet read. */
export const ODD: Odd[] = [...NAMES, ...RELATIONSHIPS, ...CIRCLES, ...PROGRAMS];
