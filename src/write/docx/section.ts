import { page, TEXT_WIDTH } from "./theme.js";
import { element } from "./xml.js";

/** The room that a page has for text, in twentieths of a point. */
export interface Page {
  textWidth: number;
  textHeight: number;
}

/** A4, as no reference file says otherwise. */
export const OWN_PAGE: Page = {
  textWidth: TEXT_WIDTH,
  textHeight: page.height - 2 * page.margin,
};

/** Heads and feet of pages: their relationships, the first page's apart. */
export interface Furniture {
  kind: "header" | "footer";
  type: "default" | "first";
  relationship: string;
}

/** The properties of the one section (ECMA-376, 17.6.17). */
export function sectionXml(furniture: readonly Furniture[], rtl: boolean): string {
  const references = furniture.map(({ kind, type, relationship }) =>
    element(`w:${kind}Reference`, { "w:type": type, "r:id": relationship }),
  );
  const margins = {
    "w:top": page.margin,
    "w:right": page.margin,
    "w:bottom": page.margin,
    "w:left": page.margin,
    "w:header": page.furniture,
    "w:footer": page.furniture,
    "w:gutter": 0,
  };
  const content =
    references.join("") +
    element("w:pgSz", { "w:w": page.width, "w:h": page.height }) +
    element("w:pgMar", margins) +
    "<w:titlePg/>" +
    (rtl ? "<w:bidi/>" : "");
  return element("w:sectPr", {}, content);
}
