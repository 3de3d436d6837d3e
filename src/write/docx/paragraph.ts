import { STYLE } from "../../docx-names.js";
import type { RichText } from "../../model/ladder.js";
import type { DocxContext, Flow } from "./context.js";
import { richRuns } from "./text.js";
import { element, valued, wrap } from "./xml.js";

/** What a paragraph is beside its content. */
export interface ParagraphOptions {
  style?: string | undefined;
  /** The numbering of an item; a block inside an item gets its own. */
  numbering?: { id: number; level: number };
  /** Begins a page. */
  opensPage?: boolean;
  /** Names of bookmarks around the content. */
  bookmarks?: readonly string[];
  /** The node of the document that it shows. */
  of?: object;
}

/** A paragraph of runs that are XML already. */
export function paragraph(
  content: string,
  options: ParagraphOptions,
  flow: Flow,
  context: DocxContext,
): string {
  const properties =
    valued("w:pStyle", context.variants.paragraph(options.style ?? flow.style, flow)) +
    (options.opensPage ? "<w:pageBreakBefore/>" : "") +
    numberingXml(options.numbering ?? continued(flow, context)) +
    (context.rtl ? "<w:bidi/>" : "");
  const tag = options.of && context.tags ? [context.tags.nameOf(options.of)] : [];
  const inner = context.bookmarked([...(options.bookmarks ?? []), ...tag], content);
  return `<w:p>${wrap("w:pPr", properties)}${inner}</w:p>`;
}

/** A paragraph of a text with marks. */
export const richParagraph = (
  rich: RichText,
  options: ParagraphOptions,
  flow: Flow,
  context: DocxContext,
): string => paragraph(richRuns(rich, flow, context), { of: rich, ...options }, flow, context);

/** An empty paragraph that keeps neighbours apart and ends cells; readers skip it. */
export const gap = (flow: Flow, context: DocxContext, bookmarks?: readonly string[]): string =>
  paragraph(
    "",
    { style: STYLE.gap, ...(bookmarks && { bookmarks }) },
    { ...flow, depth: 0, small: undefined },
    context,
  );

const continued = ({ depth, small }: Flow, { numbering }: DocxContext) =>
  depth > 0 ? { id: numbering.continued(small?.step), level: depth - 1 } : null;

function numberingXml(numbering: { id: number; level: number } | null): string {
  if (!numbering) return "";
  return `<w:numPr>${element("w:ilvl", { "w:val": numbering.level })}${element("w:numId", { "w:val": numbering.id })}</w:numPr>`;
}
