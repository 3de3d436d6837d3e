import { body, docx, docxOf, MAIN, OURS, ours, p, type Refused, STYLES, told } from "./docx.js";

const LAUGHS = Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
).join("");
const typed = (type: string, content: string) => `<!DOCTYPE w ${type}>${body(p(content))}`;
const main = (xml: string) => () => docx("", { [MAIN]: xml });
const nested = (start: string, end: string, times: number, inner = "") =>
  start.repeat(times) + inner + end.repeat(times);

/** Document types, and the entities that they would bring. */
const TYPES: Refused[] = [
  {
    name: "a billion laughs",
    make: main(typed(`[<!ENTITY l0 "ha">${LAUGHS}]`, "&l9;")),
    says: /in word\/document\.xml/,
  },
  {
    name: "an entity of a file",
    make: main(typed('[<!ENTITY x SYSTEM "file:///etc/passwd">]', "&x;")),
    says: /in word\/document\.xml/,
  },
  {
    name: "an entity of the network",
    make: main(typed('[<!ENTITY x PUBLIC "x" "http://example.com/x">]', "&x;")),
    says: /in word\/document\.xml/,
  },
  {
    name: "parameter entities",
    make: main(typed('[<!ENTITY % x SYSTEM "http://example.com/x.dtd"> %x;]', "a")),
    says: /in word\/document\.xml/,
  },
  {
    name: "a document type elsewhere",
    make: main(typed('SYSTEM "http://example.com/x.dtd"', "a")),
    says: /in word\/document\.xml/,
  },
  {
    name: "a document type behind a comment",
    make: main(`<!-- a --> ${typed("", "a")}`),
    says: /in word\/document\.xml/,
  },
  {
    name: "an entity without a document type",
    make: main(`<!ENTITY x "y">${body(p("&x;"))}`),
    says: /in word\/document\.xml/,
  },
  {
    name: "a document type in the styles",
    make: () => docx(p("a"), { [STYLES]: "<!DOCTYPE w><w:styles/>" }),
    says: /in word\/styles\.xml/,
  },
  {
    name: "a document type in the part of ours",
    make: () => docx(p("a"), { [OURS]: `<!DOCTYPE w>${ours(told())}` }),
    says: /in customXml\/item1\.xml/,
  },
].map((each) => ({ ...each, rule: "docx-doctype" }));

const laughing = typed(`[<!ENTITY l0 "ha">${LAUGHS}]`, "&l9;");

/** Parts that are not UTF-8, whatever they say. */
const ENCODINGS: Refused[] = [
  {
    name: "laughs in UTF-16, little end first",
    make: () => docxOf(MAIN, Buffer.from(`\ufeff${laughing}`, "utf16le")),
    says: "Unexpected UTF-16 in word/document.xml",
  },
  {
    name: "laughs in UTF-16, big end first",
    make: () => docxOf(MAIN, Buffer.from(`\ufeff${laughing}`, "utf16le").swap16()),
    says: "Unexpected UTF-16 in word/document.xml",
  },
  {
    name: "UTF-16 without a byte order mark",
    make: () => docxOf(MAIN, Buffer.from(laughing, "utf16le")),
    says: "Unexpected UTF-16 in word/document.xml",
  },
  {
    name: "UTF-7",
    make: main(`<?xml version="1.0" encoding="UTF-7"?>${body("+ADw-a/+AD4-")}`),
    says: 'Unexpected encoding "UTF-7" in word/document.xml',
  },
  {
    name: "a declaration of Latin 1",
    make: main(`<?xml version='1.0' encoding = 'ISO-8859-1'?>${body(p("a"))}`),
    says: 'Unexpected encoding "ISO-8859-1" in word/document.xml',
  },
  {
    name: "bytes of Latin 1",
    make: () => docxOf(MAIN, Buffer.from(body(p("é")), "latin1")),
    says: "Unexpected bytes in word/document.xml",
  },
  {
    name: "a character in more bytes than it takes",
    make: () => docxOf(MAIN, Buffer.from(body(p("\u00c0\u00af")), "latin1")),
    says: "Unexpected bytes in word/document.xml",
  },
].map((each) => ({ ...each, rule: "docx-encoding" }));

/** XML that is none. */
const MALFORMED: Refused[] = [
  ["a part cut short", body(p("a")).slice(0, -20), "Unexpected end of word/document.xml"],
  ["a part cut short in a tag", "<w:document><w:bo", 'Unexpected tag "<w:bo"'],
  ["a part cut short in a value", '<w:document a="', 'Unexpected tag "<w:document a="'],
  ["a comment without end", body("<!-- "), "Unexpected end of word/document.xml"],
  ["characters without end", body("<![CDATA[ "), "Unexpected end of word/document.xml"],
  ["an empty part", "", "Unexpected end of word/document.xml"],
  ["no elements", "a text", "Unexpected text outside of elements"],
  [
    "tags that cross",
    body("<w:p><w:r></w:p></w:r>"),
    'Unexpected end tag of w:p in word/document.xml, expected "</w:r>"',
  ],
  ["an end tag too many", `${body("")}</a>`, "expected the end"],
  ["two elements", body("") + body(""), "Unexpected w:document behind the end"],
  ["an entity of HTML", body(p("a&nbsp;b")), 'Unexpected entity "&nbsp;"'],
  ["an ampersand", body(p("a & b")), 'Unexpected entity "&"'],
  ["the character 0", body(p("&#0;")), 'Unexpected entity "&#0;"'],
  ["half a character", body(p("&#xD800;")), 'Unexpected entity "&#xD800;"'],
  ["a character beyond Unicode", body(p("&#x110000;")), 'Unexpected entity "&#x110000;"'],
  ["a control character", body(p("\u0001")), "Unexpected control character"],
  ["an attribute twice", body('<w:p a="1" a="2"/>'), "Unexpected second a of w:p"],
  ["an attribute without value", body("<w:p a/>"), 'Unexpected tag "<w:p a/>'],
  ["a value without quotes", body("<w:p a=1/>"), 'Unexpected tag "<w:p a=1/>'],
  ["a tag in a value", body('<w:p a="<b/>"/>'), 'Unexpected "<" in an attribute'],
  ["a name that begins with a digit", body("<1/>"), 'Unexpected tag "<1/>'],
].map(([name = "", xml = "", says = ""]) => ({ name, make: main(xml), rule: "broken-docx", says }));

/** What the part of ours does not say. */
const CARRIED: Refused[] = [
  ["damaged JSON in the part of ours", '{"origin": ', "Unexpected value at its beginning"],
  ["a number in the part of ours", "1e999", "Unexpected value at its beginning"],
  ["a list in the part of ours", "[]", "Unexpected value at its beginning"],
  ["JSON nested 100,000 deep", nested("[", "]", 100_000), "Unexpected value at its beginning"],
  ["an origin of another type", told({ origin: "x" }), "Unexpected value at origin of"],
  ["a slug that is none", told({ origin: { slug: {} } }), "Unexpected value at origin.slug"],
  ["names of another type", told({ names: { a: 1 } }), "Unexpected value at names"],
  ["a name without a text", told({ names: [["a"]] }), "Unexpected value at names.0"],
  ["front matter of another type", told({ yaml: [1] }), "Unexpected value at yaml"],
].map(([name = "", json = "", says = ""]) => ({
  name,
  make: () => docx(p("a"), { [OURS]: ours(json) }),
  rule: "broken-docx",
  says,
}));

const OTHERS: Refused[] = [
  {
    name: "a document of someone else",
    make: () => docx(p("a"), { [OURS]: "<a/>" }),
    rule: "no-rendering",
    says: "it does not say which post it shows",
  },
  {
    name: "a document without a body",
    make: main("<w:document/>"),
    rule: "broken-docx",
    says: "Unexpected package without word/document.xml",
  },
];

/** Packages whose parts can't be used. */
export const PARTS: Refused[] = [...TYPES, ...ENCODINGS, ...MALFORMED, ...CARRIED, ...OTHERS];
