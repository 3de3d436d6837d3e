import { STYLE } from "../../docx-names.js";
import type { RichText } from "../../model/ladder.js";
import type { DocxContext, Flow } from "./context.js";
import { CONTINUED } from "./numbering.js";
import { richRuns, sizeXml } from "./text.js";
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
}

/** A paragraph of runs that are XML already. */
export function paragraph(
  content: string,
  options: ParagraphOptions,
  flow: Flow,
  context: DocxContext,
): string {
  const numbering = options.numbering ?? continued(flow);
  const properties =
    valued("w:pStyle", options.style ?? flow.style) +
    (options.opensPage ? "<w:pageBreakBefore/>" : "") +
    numberingXml(numbering) +
    smallXml(flow.small, numbering?.level, options.numbering !== undefined) +
    valued("w:jc", flow.align && alignment(flow.align, context.rtl)) +
    (flow.small ? wrap("w:rPr", sizeXml(flow.small.size)) : "");
  const inner = options.bookmarks ? context.bookmarked(options.bookmarks, content) : content;
  return `<w:p>${wrap("w:pPr", properties)}${inner}</w:p>`;
}

/** A paragraph of a text with marks. */
export const richParagraph = (
  rich: RichText,
  options: ParagraphOptions,
  flow: Flow,
  context: DocxContext,
): string => paragraph(richRuns(rich, flow, context), options, flow, context);

/** An empty paragraph that keeps neighbours apart and ends cells; readers skip it. */
export const gap = (flow: Flow, context: DocxContext, bookmarks?: readonly string[]): string =>
  paragraph(
    "",
    { style: STYLE.gap, ...(bookmarks && { bookmarks }) },
    { ...flow, depth: 0, small: undefined },
    context,
  );

const continued = ({ depth }: Flow) => (depth > 0 ? { id: CONTINUED, level: depth - 1 } : null);

function numberingXml(numbering: { id: number; level: number } | null): string {
  if (!numbering) return "";
  return `<w:numPr>${element("w:ilvl", { "w:val": numbering.level })}${element("w:numId", { "w:val": numbering.id })}</w:numPr>`;
}

/** The distance of lines in narrow columns, and how far their lists are indented. */
function smallXml(small: Flow["small"], level: number | undefined, hangs: boolean): string {
  if (!small) return "";
  const left = ((level ?? 0) + 1) * small.step;
  const indent = { "w:left": left, "w:hanging": hangs ? small.step : 0 };
  return (
    element("w:spacing", { "w:line": small.line }) +
    (level === undefined ? "" : element("w:ind", indent))
  );
}

/** On a right-to-left page "left" is where a line begins (ECMA-376, 17.3.1.13). */
function alignment(align: NonNullable<Flow["align"]>, rtl: boolean): string {
  if (!rtl || align === "center") return align;
  return align === "left" ? "right" : "left";
}
