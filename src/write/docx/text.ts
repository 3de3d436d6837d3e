import { STYLE } from "../../docx-names.js";
import type { RichText, Span, TextSpan } from "../../model/ladder.js";
import { spansOf } from "../../model/rich.js";
import type { DocxContext, Flow } from "./context.js";
import { linkTo } from "./links.js";
import { escapeXml, valued, wrap } from "./xml.js";

/** How a run looks: a character style, and marks. */
type Look = Partial<Omit<TextSpan, "type" | "text" | "code" | "href">> & {
  style?: string;
  /** Half points, where it is not the style's. */
  size?: number | undefined;
};

const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LETTER = /\p{L}/u;

/** A run of text; "\n" becomes a line break and "\t" a tab. */
export function run(text: string, look: Look, context: DocxContext): string {
  const properties =
    valued("w:rStyle", look.style) +
    (look.strong ? "<w:b/><w:bCs/>" : "") +
    (look.emphasis ? "<w:i/><w:iCs/>" : "") +
    (look.delete ? "<w:strike/>" : "") +
    sizeXml(look.size) +
    (context.rtl && isRtl(text) ? "<w:rtl/>" : "");
  return `<w:r>${wrap("w:rPr", properties)}${textXml(text)}</w:r>`;
}

/** The size of a run, in half points. */
export const sizeXml = (size: number | undefined): string =>
  valued("w:sz", size) + valued("w:szCs", size);

/** On a right-to-left page, all but text in letters of the other direction. */
const isRtl = (text: string): boolean => RTL_LETTER.test(text) || !LETTER.test(text);

const textXml = (text: string): string =>
  text
    .split(/([\n\t])/)
    .map((part) => {
      if (part === "\n") return "<w:br/>";
      if (part === "\t") return "<w:tab/>";
      return part === "" ? "" : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`;
    })
    .join("");

/** The runs of a text with its marks, links and images. */
export const richRuns = (rich: RichText, flow: Flow, context: DocxContext): string =>
  spansOf(rich)
    .map((span) => spanRuns(span, flow, context))
    .join("");

function spanRuns(span: Span, flow: Flow, context: DocxContext): string {
  if (span.type === "break") return "<w:r><w:br/></w:r>";
  if (span.type === "note") {
    const reference = run(span.id, { style: STYLE.noteReference }, context);
    return linkTo(context.noteMark(span.id), reference);
  }
  const runs =
    span.type === "image" ? imageRuns(span, flow, context) : textRuns(span, flow, context);
  return span.href === undefined ? runs : context.links.around(span.href, runs, context.names);
}

function textRuns(
  { text, code, href, ...marks }: TextSpan,
  flow: Flow,
  context: DocxContext,
): string {
  const linked = href === undefined ? {} : { style: flow.link ?? "Hyperlink" };
  const style = code ? { style: STYLE.codeText } : linked;
  return run(text, { ...marks, ...style, size: flow.small?.size }, context);
}

/** An image that can't be embedded is its alternative text and its address. */
function imageRuns(
  { src, alt }: Extract<Span, { type: "image" }>,
  flow: Flow,
  context: DocxContext,
): string {
  return (
    context.images.run(src, alt, flow.width) ??
    run(`${alt} `, { style: STYLE.imageAlt }, context) +
      run(src, { style: STYLE.imageAddress }, context)
  );
}
