import { MAX_ELEMENTS } from "../../../../src/read/docx/limits.js";
import { docx, type Odd, p, run, times } from "./docx.js";

const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

const styled = (id: string) => `<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`;

/** What takes no more than its length, however it is made. */
export const LONG: Odd[] = [
  {
    name: "a run of 9 MB",
    make: () => docx(p("word ".repeat(1_800_000))),
    reads: 1,
  },
  {
    name: "100,000 runs in a paragraph",
    make: () => docx(`<w:p>${times(100_000, () => run("a"))}</w:p>`),
    reads: ["a".repeat(100_000)],
  },
  {
    name: "100,000 breaks in a paragraph",
    make: () => docx(`<w:p><w:r>${"<w:t>a</w:t><w:br/>".repeat(100_000)}</w:r></w:p>`),
    reads: 1,
  },
  {
    name: "30,000 fields without end",
    make: () =>
      docx(`<w:p>${(field("begin") + field("separate") + run("a")).repeat(30_000)}</w:p>`),
    reads: ["a".repeat(30_000)],
  },
  {
    name: "a field with a long instruction that begins again and again",
    make: () => {
      const instruction = `<w:r><w:instrText> HYPERLINK "${"a".repeat(1_000_000)}</w:instrText></w:r>`;
      const again = field("separate").repeat(50_000);
      return docx(`<w:p>${field("begin")}${instruction}${again}${run("a")}${field("end")}</w:p>`);
    },
    reads: ["a"],
  },
  {
    name: "50,000 paragraphs whose ends are deleted",
    make: () =>
      docx(times(50_000, () => p("a", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>")) + p("b")),
    reads: [`${"a".repeat(50_000)}b`],
  },
  {
    name: "10,000 empty paragraphs in 900 wrappers",
    make: () =>
      docx(`${"<w:ins>".repeat(900)}${"<w:p/>".repeat(10_000)}${p("a")}${"</w:ins>".repeat(900)}`),
    reads: ["a"],
  },
  {
    name: "130,000 bookmarks of ours in a paragraph",
    make: () =>
      docx(`<w:p>${'<w:bookmarkStart w:name="_rbi1"/>'.repeat(130_000)}${run("a")}</w:p>`),
    reads: ["a"],
  },
  {
    name: "100,000 line ends in a line of code",
    make: () =>
      docx(
        `<w:p>${styled("RungbookCode")}<w:r>${"<w:br/>".repeat(100_000)}<w:t>a</w:t></w:r></w:p>`,
      ),
    reads: [`${"\n".repeat(100_000)}a`],
  },
  {
    name: "20,000 lines in a fact",
    make: () => {
      const name = p("a", styled("RungbookFactName"));
      const properties = '<w:tblPr><w:tblStyle w:val="RungbookLevel"/></w:tblPr>';
      const cell = `<w:tc>${name}${p("b").repeat(20_000)}</w:tc>`;
      return docx(`${p("c", styled("Heading2"))}<w:tbl>${properties}<w:tr>${cell}</w:tr></w:tbl>`);
    },
    reads: 1,
  },
  {
    name: "as many elements as are read",
    make: () => docx(`<w:p>${"<a/>".repeat(MAX_ELEMENTS - 7)}${run("a")}</w:p>`),
    reads: ["a"],
  },
];
