import { Ruler } from "./ruler.js";
import type { Page } from "./section.js";

/** The page on which a bookmark is thought to stand, by its name. */
export type Pages = ReadonlyMap<string, number>;

/**
 * Where the bookmarks of a body will stand, as far as the number of its characters tells: only a
 * program that sets the page knows it, and Word counts anew when it prints. Walks the finished XML,
 * which all writers of blocks have in common.
 */
export function pagesOf(body: string, { textWidth, textHeight }: Page): Pages {
  const ruler = new Ruler(textWidth, textHeight);
  measure(body, ruler);
  return ruler.pages;
}

/** How many pages a body will have, with type of this part of its size. */
export function pageCount(body: string, { textWidth, textHeight }: Page, scale: number): number {
  const ruler = new Ruler(textWidth, textHeight, scale);
  measure(body, ruler);
  return ruler.page;
}

/** How high blocks are in a column of a width, in twentieths of a point. */
export function heightOf(xml: string, width: number): number {
  const ruler = new Ruler(width, Number.POSITIVE_INFINITY);
  measure(xml, ruler);
  return ruler.top;
}

const TOKENS =
  /<w:p>|<\/w:p>|<w:pStyle w:val="([^"]*)"|<w:pageBreakBefore\/>|<w:t xml:space="preserve">([^<]*)|<w:br\/>|<w:(tr)>|<w:cantSplit\/>|<w:tblHeader\/>|<w:tcW w:w="(\d+)"|<\/w:(tc|tr)>|<w:bookmarkStart w:id="\d+" w:name="(_Toc\d+)"/g;

function measure(xml: string, ruler: Ruler): void {
  for (const [token, style, text, row, width, end, bookmark] of xml.matchAll(TOKENS)) {
    if (style !== undefined) ruler.style = style;
    else if (text !== undefined) ruler.characters += text.length;
    else if (bookmark !== undefined) ruler.bookmarks.push(bookmark);
    else if (width !== undefined) ruler.openCell(Number(width));
    else if (row) ruler.openRow();
    else if (end) ruler.close(end);
    else ruler.mark(token);
  }
}
