import { TOC } from "../../docx-names.js";
import { messagesFor } from "../../messages/index.js";
import type { DocxContext, Flow } from "./context.js";
import { linkTo } from "./links.js";
import { type Pages, pagesOf } from "./pages.js";
import { paragraph } from "./paragraph.js";
import { run } from "./text.js";
import { escapeXml, valued } from "./xml.js";

/** Fewer headings than this need no table of contents. */
const FEWEST = 3;

/** The headings that are in it: Heading 1 and 2, and what has their outline levels. */
const DEPTH = 2;
const FIELD = ` TOC \\o "1-${DEPTH}" \\h \\z \\u `;

/** Word makes its own of this form, and goes on with those that it finds. */
const bookmarkOf = (number: number): string => `_Toc${100_000_000 + number}`;

/** A heading that the table of contents leads to. */
interface Entry {
  text: string;
  /** 1 or 2. */
  level: number;
  bookmark: string;
}

/** The headings of a document, as they are written. */
export class Contents {
  readonly entries: Entry[] = [];

  /** The bookmarks that a heading of a level (1 to 9) needs: one, where it is in the contents. */
  bookmarks(text: string, level: number): string[] {
    if (level > DEPTH || text.trim() === "") return [];
    const bookmark = bookmarkOf(this.entries.length + 1);
    this.entries.push({ text: text.replace(/\s+/g, " "), level, bookmark });
    return [bookmark];
  }
}

/**
 * The table of contents of a body that stands between it and the `front`: a field that Word can make anew, with its lines as they are now
 * (ECMA-376, 17.16.5.68). It is not marked as stale: Word would ask on opening whether it may read
 * "other files". It counts pages anew when it prints or exports, and with F9.
 */
export function contentsXml(
  { front, body }: { front: string; body: string },
  flow: Flow,
  context: DocxContext,
): string {
  if (context.contents.entries.length < FEWEST) return "";
  // Its own lines take room as well, whatever numbers stand in them.
  const draft = listXml(new Map(), flow, context);
  return listXml(pagesOf(front + draft + body, context.page), flow, context);
}

function listXml(pages: Pages, flow: Flow, context: DocxContext): string {
  const { entries } = context.contents;
  const heading = run(messagesFor(context.language).contents, {}, context);
  const lines = entries.map((entry, index) => {
    const line = entryXml(entry, pages, context);
    const begun = index === 0 ? fieldBegin(FIELD) + line : line;
    const content = index === entries.length - 1 ? begun + FIELD_END : begun;
    return paragraph(content, { style: TOC.entry(entry.level) }, flow, context);
  });
  const content = paragraph(heading, { style: TOC.heading }, flow, context) + lines.join("");
  const kind = valued("w:docPartGallery", TOC.gallery);
  return `<w:sdt><w:sdtPr><w:docPartObj>${kind}<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

function entryXml({ text, bookmark }: Entry, pages: Pages, context: DocxContext): string {
  const number = run(String(pages.get(bookmark) ?? 1), {}, context);
  const page = fieldBegin(` PAGEREF ${bookmark} \\h `) + number + FIELD_END;
  return linkTo(bookmark, `${run(text, {}, context)}<w:r><w:tab/></w:r>${page}`);
}

const character = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

/** What stands before a field's result. */
const fieldBegin = (instruction: string): string =>
  `${character("begin")}<w:r><w:instrText xml:space="preserve">${escapeXml(instruction)}</w:instrText></w:r>${character("separate")}`;

const FIELD_END = character("end");
