import { STYLE } from "../../docx-names.js";
import type { RichText, Span, TextSpan } from "../../model/ladder.js";
import { spansOf } from "../../model/rich.js";
import type { DocxContext, Flow } from "./context.js";
import { stretches } from "./language.js";
import { linkTo } from "./links.js";
import { escapeXml, valued, wrap } from "./xml.js";

/** How a run looks: a character style, and marks. */
type Look = Partial<Omit<TextSpan, "type" | "text" | "code" | "href">> & {
  style?: string;
};

/** Runs of a text, one for each of its directions; "\n" becomes a line break and "\t" a tab. */
export function run(text: string, look: Look, context: DocxContext): string {
  const marks =
    valued("w:rStyle", look.style) +
    (look.strong ? "<w:b/><w:bCs/>" : "") +
    (look.emphasis ? "<w:i/><w:iCs/>" : "") +
    (look.delete ? "<w:strike/>" : "");
  return stretches(text, context.language, context.rtl)
    .map((each) => `<w:r>${wrap("w:rPr", marks + each.properties)}${textXml(each.text)}</w:r>`)
    .join("");
}

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
  const style = code ? { style: context.variants.character(STYLE.codeText, flow.small) } : linked;
  return run(text, { ...marks, ...style }, context);
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
