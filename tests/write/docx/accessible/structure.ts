import type { Element } from "domhandler";
import type { Page } from "./page.js";

/** Tables of one look that only set blocks apart: they have no headers to tell. */
const LAYOUT = /^Rungbook(?:QuoteBox|Note|Nest)$/;

/** Styles of paragraphs that are empty because Word or a table needs one (see `docx-names.ts`). */
const MAY_BE_EMPTY = /^Rungbook(?:Gap|NoteLine|Padding|Rule)/;

const isDataTable = (table: Element, page: Page): boolean =>
  !LAYOUT.test(page.attribute(table, "> w:tblPr > w:tblStyle") ?? "");

/** Headings that stand more than one level below the one before; the title is above the first. */
export function skippedHeadings(page: Page): string[] {
  let before = -1;
  return page.all("w:body w:p").flatMap((paragraph) => {
    const level = page.outline(page.styleOf(paragraph));
    if (level === undefined) return [];
    const skips = level > before + 1;
    before = level;
    return skips ? [`"${page.text(paragraph)}" is of level ${level + 1}`] : [];
  });
}

/** Data tables whose first row is not marked as their header, or is no plain one. */
export const headlessTables = (page: Page): string[] =>
  page
    .all("w:tbl")
    .filter((table) => isDataTable(table, page))
    .flatMap((table) => {
      const name = page.text(table).slice(0, 40);
      const [row] = page.below(table, "> w:tr");
      const marked = row && page.below(row, "> w:trPr > w:tblHeader").length > 0;
      const looks = page.attribute(table, "> w:tblPr > w:tblLook", "w:firstRow") === "1";
      if (!row || !marked || !looks) return [`no header row: ${name}`];
      const cells = page.below(row, "> w:tc");
      const merged = page.below(row, "> w:tc > w:tcPr > w:gridSpan, > w:tc > w:tcPr > w:vMerge");
      const empty = cells.slice(1).filter((cell) => page.text(cell).trim() === "");
      return [
        ...(merged.length > 0 ? [`merged header: ${name}`] : []),
        ...(empty.length > 0 ? [`empty header: ${name}`] : []),
      ];
    });

/** Data tables, and images, that say nothing to those who don't see them. */
export const namelessTables = (page: Page): string[] =>
  page
    .all("w:tbl")
    .filter((table) => isDataTable(table, page))
    .filter((table) => !page.attribute(table, "> w:tblPr > w:tblDescription"))
    .map((table) => page.text(table).slice(0, 40));

export const namelessImages = (page: Page): string[] =>
  page
    .all("wp:docPr")
    .filter(({ attribs }) => (attribs.descr ?? "").trim() === "")
    .map(({ attribs }) => attribs.name ?? "");

/** Paragraphs that look like items of a list and are none. */
export const typedLists = (page: Page): string[] =>
  page
    .all("w:p")
    .filter((paragraph) => page.below(paragraph, "> w:pPr > w:numPr").length === 0)
    .map((paragraph) => page.text(paragraph))
    .filter((text) => /^\s*(?:[•·◦▪*–-]|\d+[.)])\s+\S/.test(text));

/** Items whose list has no sign, and bullets that no numbering makes. */
export const emptyParagraphs = (page: Page): string[] =>
  page
    .all("w:p")
    .filter((paragraph) => page.text(paragraph).trim() === "")
    .filter((paragraph) => page.below(paragraph, "w:drawing, w:fldChar").length === 0)
    .filter((paragraph) => {
      const style = page.styleOf(paragraph);
      const alone = page.main(paragraph).siblings("w\\:p, w\\:tbl").length === 0;
      const inCell = page.main(paragraph).parent().is("w\\:tc");
      return !MAY_BE_EMPTY.test(style) && !(alone && inCell);
    })
    .map((paragraph) => page.styleOf(paragraph));
