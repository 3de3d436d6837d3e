import { MAX_ELEMENTS } from "../../../../src/read/docx/limits.js";
import { docx, docxWith, type Odd, p, RELATIONS, type Refused, run, times } from "./docx.js";

const COMMENTS = "word/comments.xml";
const PARTS = {
  comments: COMMENTS,
  commentsExtended: "word/commentsExtended.xml",
  footnotes: "word/footnotes.xml",
  endnotes: "word/endnotes.xml",
  header: "word/header.xml",
  footer: "word/footer.xml",
};

/** Parts that are read of edited documents alone: as strictly, and counted with the others. */
export const EDITED_REFUSED: Refused[] = [
  ...Object.values(PARTS).map((path) => ({
    name: `a document type in ${path}`,
    make: () => docx(p("a"), { [path]: "<!DOCTYPE w><w/>" }),
    rule: "docx-doctype",
    says: `in ${path}`,
  })),
  {
    name: "a document type in a chart",
    make: () =>
      docx(drawing(1), {
        [RELATIONS]: relations(["chart", "charts/chart1.xml"]),
        "word/charts/chart1.xml": "<!DOCTYPE c><c/>",
      }),
    rule: "docx-doctype",
    says: "in word/charts/chart1.xml",
  },
  {
    name: "comments cut short",
    make: () => docx(p("a"), { [COMMENTS]: "<w:comments><w:comment>" }),
    rule: "broken-docx",
    says: "Unexpected end of word/comments.xml",
  },
  {
    name: "comments in UTF-16",
    make: () => docxWith([{ name: COMMENTS, data: Buffer.from("\ufeff<a/>", "utf16le") }]),
    rule: "docx-encoding",
    says: "Unexpected UTF-16 in word/comments.xml",
  },
  {
    name: "comments nested 5,000 deep",
    make: () => docx(p("a"), { [COMMENTS]: "<a>".repeat(5000) + "</a>".repeat(5000) }),
    rule: "docx-limit",
    says: "elements more than 1000 deep in word/comments.xml",
  },
  {
    name: "more elements than are read, in comments",
    make: () =>
      docx("<a/>".repeat(500_000), {
        [COMMENTS]: `<a>${"<a/>".repeat(MAX_ELEMENTS - 400_000)}</a>`,
      }),
    rule: "docx-limit",
    says: "more than 1000000 elements",
  },
  {
    name: "rows in rows that are all inserted, with a long text",
    make: () =>
      docx(
        times(20, (n) => `<w:tbl><w:tr><w:trPr><w:ins w:author="${n}"/></w:trPr><w:tc>`) +
          p("a".repeat(1_000_000)) +
          "</w:tc></w:tr></w:tbl>".repeat(20),
      ),
    rule: "docx-limit",
    says: "changes of more than 16777216 characters",
  },
  {
    name: "100,000 changes of the properties of one run",
    make: () =>
      docx(
        `<w:p><w:r><w:rPr>${times(100_000, (n) => `<w:rPrChange w:author="${n}"/>`)}</w:rPr>${"<w:t>a</w:t>".repeat(50_000)}</w:r></w:p>`,
      ),
    rule: "docx-limit",
    says: "changes of more than 16777216 characters",
  },
];

function drawing(id: number): string {
  return `<w:p><w:r><w:drawing><c:chart r:id="rId${id}"/></w:drawing></w:r></w:p>`;
}

function relations(...all: [type: string, target: string][]): string {
  const each = all.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="http://x/${type}" Target="${target}"/>`,
  );
  return `<Relationships>${each.join("")}</Relationships>`;
}

const comment = (id: number) => `<w:comment w:id="${id}">${p("c")}</w:comment>`;
const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/>`;
const deletedEnd = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>";

/** What is told of an edited document takes no more than its length either. */
export const EDITED_LONG: Odd[] = [
  {
    name: "10,000 comments on one another's words",
    make: () =>
      docx(
        `<w:p>${times(10_000, start)}${times(10_000, () => run("a"))}${times(10_000, end)}</w:p>`,
        {
          [COMMENTS]: `<w:comments>${times(10_000, comment)}</w:comments>`,
        },
      ),
    reads: ["a".repeat(10_000)],
  },
  {
    name: "50,000 empty paragraphs whose ends are deleted, with bookmarks",
    make: () =>
      docx(
        times(50_000, (n) => `<w:p>${deletedEnd}<w:bookmarkStart w:name="_rbi${n}"/></w:p>`) +
          p("a"),
      ),
    reads: ["a"],
  },
  {
    name: "50,000 references to one footnote",
    make: () =>
      docx(`${p("a")}<w:p>${'<w:r><w:footnoteReference w:id="1"/></w:r>'.repeat(50_000)}</w:p>`, {
        [PARTS.footnotes]: `<w:footnotes><w:footnote w:id="1"><w:p>${run("b").repeat(50_000)}</w:p></w:footnote></w:footnotes>`,
      }),
    reads: ["a"],
  },
  {
    name: "30,000 drawings of one chart",
    make: () =>
      docx(p("a") + drawing(1).repeat(30_000), {
        [RELATIONS]: relations(["chart", "charts/chart1.xml"]),
        "word/charts/chart1.xml": `<c><a:p>${"<a:t>b</a:t>".repeat(50_000)}</a:p></c>`,
      }),
    reads: ["a"],
  },
  {
    name: "50,000 relationships to one header",
    make: () =>
      docx(p("a"), {
        [RELATIONS]: relations(
          ...Array.from({ length: 50_000 }, (): [string, string] => ["header", "header1.xml"]),
        ),
        "word/header1.xml": `<w:hdr>${p("b").repeat(10_000)}</w:hdr>`,
      }),
    reads: ["a"],
  },
  {
    name: "50,000 empty headings before a long paragraph",
    make: () =>
      docx(
        '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr></w:p>'.repeat(50_000) +
          `<w:p>${run("a").repeat(50_000)}</w:p>`,
      ),
    reads: 1,
  },
  {
    name: "100,000 changes of the properties of one row",
    make: () =>
      docx(
        `<w:tbl><w:tr><w:trPr>${times(100_000, (n) => `<w:trPrChange w:author="${n}"/>`)}</w:trPr>${"<w:x/>".repeat(100_000)}</w:tr></w:tbl>${p("a")}`,
      ),
    reads: ["a"],
  },
  {
    name: "200,000 breaks that are inserted, and a letter",
    make: () =>
      docx(`<w:p><w:ins><w:r>${"<w:br/>".repeat(200_000)}<w:t>a</w:t></w:r></w:ins></w:p>`),
    reads: 1,
  },
  {
    name: "200 boxes in boxes",
    make: () => {
      const box = "<w:p><w:r><w:pict><w:txbxContent>";
      const behind = "</w:txbxContent></w:pict></w:r></w:p>";
      return docx(p("a") + box.repeat(200) + p("b").repeat(4000) + behind.repeat(200));
    },
    reads: 1,
  },
];
