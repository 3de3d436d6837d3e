import type { At, DocxFile } from "./edit-docx.js";
import { escapeXml } from "./edit-docx.js";

const BOOKMARKS = "w\\:bookmarkStart, w\\:bookmarkEnd";

/** Types a heading and a bullet before another section's heading, each in the style of its like. */
export function addSection(
  docx: DocxFile,
  before: At,
  like: At,
  title: string,
  text: string,
): void {
  const heading = docx.paragraph(before);
  const line = (at: At, words: string): string => {
    const properties = docx.$.xml(docx.paragraph(at).children("w\\:pPr"));
    return `<w:p>${properties}<w:r><w:t>${escapeXml(words)}</w:t></w:r></w:p>`;
  };
  heading.before(line(before, title) + line(like, text));
}

/** Deletes a section: its heading, and all beside the facts down to the next one's. */
export function removeSection(docx: DocxFile, at: At): void {
  const { $ } = docx;
  const heading = docx.paragraph(at);
  const lines = heading.closest("w\\:tbl").find("w\\:p").toArray();
  const rest = lines.slice(lines.indexOf(heading[0] as (typeof lines)[number]) + 1);
  const isHeading = (style: string | undefined): boolean => /^Heading/.test(style ?? "");
  const end = rest.findIndex((each) => isHeading($(each).find("w\\:pStyle").attr("w:val")));
  for (const each of [heading, ...rest.slice(0, end < 0 ? undefined : end).map((one) => $(one))]) {
    const cell = each.closest("w\\:tc");
    if (cell.prev("w\\:tc").length === 0) continue;
    each.remove();
    if (cell.children("w\\:p").length === 0) cell.append("<w:p/>");
  }
}

/** Copies a level, its heading and its table, behind it, and gives the copy another label. */
export function copyLevel(docx: DocxFile, at: At, labelAt: At, label: string): void {
  const { $ } = docx;
  const heading = docx.paragraph(at);
  const table = heading.next("w\\:tbl");
  const index = table.find("w\\:p").index(docx.paragraph(labelAt));
  const [headingCopy, tableCopy] = [heading.clone(), table.clone()];
  const told = tableCopy.find("w\\:p").eq(index).find("w\\:t");
  told.slice(1).remove();
  told.first().text(label);
  // What is pasted comes without the bookmarks of what was copied.
  for (const copy of [headingCopy, tableCopy]) copy.find(BOOKMARKS).remove();
  table.after($.xml(headingCopy) + $.xml(tableCopy));
}

/** Deletes a level: its heading and its table. */
export function removeLevel(docx: DocxFile, at: At): void {
  const heading = docx.paragraph(at);
  heading.next("w\\:tbl").remove();
  heading.remove();
}
