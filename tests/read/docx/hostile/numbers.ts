import { docx, NUMBERING, type Odd, p, times } from "./docx.js";

const cell = (properties: string, content = p("a")) =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const table = (...rows: string[]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`;

const HUGE = ["-1", "1e9", "99999999999999999999", "NaN", "0x7fffffff", "", "-9007199254740991"];

/** Numbers that nobody counts to, and tables that are none. */
export const NUMBERS: Odd[] = [
  {
    name: "numbers that are none",
    make: () =>
      docx(
        HUGE.map((n) => {
          const properties = `<w:pPr><w:ind w:left="${n}"/><w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="${n}"/></w:numPr></w:pPr>`;
          return `<w:p>${properties}<w:r><w:rPr><w:sz w:val="${n}"/></w:rPr><w:t>a</w:t></w:r></w:p>`;
        }).join(""),
        {
          [NUMBERING]: `<w:numbering>${HUGE.map((n) => `<w:num w:numId="${n}"><w:abstractNumId w:val="${n}"/></w:num>`).join("")}</w:numbering>`,
        },
      ),
    reads: HUGE.map(() => "a"),
  },
  {
    name: "cells that span millions of columns and rows",
    make: () =>
      docx(
        table(
          ...HUGE.map((n) => cell(`<w:gridSpan w:val="${n}"/><w:vMerge w:val="${n}"/>`)),
          cell('<w:gridSpan w:val="900000000"/>'),
          cell("", '<w:p><w:bookmarkStart w:name="_rbt1_9999999_9999999"/></w:p>'),
        ),
      ),
    reads: 1,
  },
  {
    name: "tables without cells, rows and grid",
    make: () => docx(`${table("", "")}<w:tbl/>${table("<w:tc/>")}<w:tr/><w:tc/>${p("a")}`),
    reads: 2,
  },
  {
    name: "tables nested 300 deep",
    make: () =>
      docx("<w:tbl><w:tr><w:tc>".repeat(300) + p("a") + "</w:tc></w:tr></w:tbl>".repeat(300)),
    reads: 1,
  },
  {
    name: "2,000 tables in a cell",
    make: () =>
      docx(
        table(
          cell(
            "",
            times(2000, () => table(cell(""))),
          ),
        ),
      ),
    reads: 1,
  },
];
