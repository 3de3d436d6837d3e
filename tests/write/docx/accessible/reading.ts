import type { Element } from "domhandler";
import type { Page } from "./page.js";

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Objects that stand beside the text: no one knows when they are read. */
export const floating = (page: Page): string[] =>
  page.all("wp:anchor, w:framePr, w:tblpPr").map(({ name }) => name);

/** Text in boxes, which programs read after all other. */
export const boxed = (page: Page): string[] =>
  page.all("w:txbxContent, wps:txbx, v:textbox").map(({ name }) => name);

/** Links without words, and links to nowhere. */
export function wordlessLinks(page: Page): string[] {
  const names = new Set(page.all("w:bookmarkStart").map(({ attribs }) => attribs["w:name"]));
  return page.all("w:hyperlink").flatMap((link) => {
    const anchor = link.attribs["w:anchor"];
    const words = page.text(link);
    const shown = /[\p{L}\p{N}]/u.test(words) || page.below(link, "w:drawing").length > 0;
    if (anchor !== undefined && !names.has(anchor)) return [`to nowhere: ${words}`];
    return shown ? [] : [`without words: ${anchor ?? ""}`];
  });
}

/** Links among other words that only their colour tells from these. */
export const colourOnly = (page: Page): string[] =>
  page.all("w:p").flatMap((paragraph) => {
    const links = page.below(paragraph, "w:hyperlink");
    const linked = links.map((link) => page.text(link)).join("");
    const others = page.text(paragraph).replace(linked, "");
    const isProse = /\p{L}/u.test(others) && !/^TOC/.test(page.styleOf(paragraph));
    return isProse
      ? links.filter((link) => !isTold(link, page)).map((link) => page.text(link))
      : [];
  });

const isTold = (link: Element, page: Page): boolean =>
  page.below(link, "w:r").every((run) => {
    const style = page.attribute(run, "> w:rPr > w:rStyle");
    const marks = ["w:u", "w:vertAlign"].map((name) => page.styled(style, `w:rPr ${name}`));
    const bold = page.styles
      .xml(page.styles(`w\\:style[w\\:styleId="${style}"]`))
      .includes("<w:b/>");
    return bold || marks.some((mark) => mark !== undefined && mark !== "none");
  });

/** Paragraphs, tables and runs that are not set in their direction. */
export function wrongDirection(page: Page): string[] {
  const { rtl } = page;
  const paragraphs = page
    .all("w:p")
    .filter((each) => page.below(each, "> w:pPr > w:bidi").length > 0 !== rtl);
  const tables = page
    .all("w:tbl")
    .filter((each) => page.below(each, "> w:tblPr > w:bidiVisual").length > 0 !== rtl);
  const runs = page
    .all("w:r")
    .filter(
      (each) => RTL.test(page.text(each)) && page.below(each, "> w:rPr > w:rtl").length === 0,
    );
  return [...paragraphs, ...tables, ...runs].map((each) => `${each.name}: ${page.text(each)}`);
}

/** A language in the slot that the direction calls for. */
export function noLanguage(page: Page): string[] {
  const language = page.styles("w\\:docDefaults w\\:lang");
  const slot = page.rtl ? "w:bidi" : "w:val";
  return /^[a-z]{2,3}(?:-|$)/i.test(language.attr(slot) ?? "") ? [] : [`no ${slot} of w:lang`];
}

/** A title in the properties of the document. */
export const noTitle = (page: Page): string[] =>
  /<dc:title>\s*[^<\s]/.test(page.parts["docProps/core.xml"] ?? "") ? [] : ["no dc:title"];
