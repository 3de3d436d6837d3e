import type { RichText, Span } from "../../model/ladder.js";
import { richText, spansOf } from "../../model/rich.js";
import { markdownLine } from "../../write/markdown/line.js";
import type { PostSource } from "./post.js";

/** How a text is written where it goes. */
export interface Script {
  html: boolean;
  /** In a row of a GFM table. */
  cell: boolean;
}

/** A text in the post's own notation, escaped for where it lands. White space at its ends stays. */
export function written(rich: RichText, { html, cell }: Script, post: PostSource): string {
  if (html)
    return spansOf(rich)
      .map((span) => htmlSpan(span, post))
      .join("");
  const lines = cell ? inOneLine(rich) : rich;
  const [, before = "", after = ""] = /^(\s*)[\s\S]*?(\s*)$/.exec(lines.text) ?? [];
  if (lines.text.trim() === "" && !lines.spans?.some(({ type }) => type !== "text"))
    return lines.text;
  const line = markdownLine(richText(spansOf(lines)));
  return before + (cell ? line.replace(/(?<!\\)\|/g, "\\|") : line) + after;
}

/** In a cell of GFM " · " stands for a line break. */
const inOneLine = (rich: RichText): RichText =>
  richText(
    spansOf(rich).map((span) => (span.type === "break" ? { type: "text", text: " · " } : span)),
  );

function htmlSpan(span: Span, post: PostSource): string {
  if (span.type === "break") return "<br/>";
  if (span.type === "note") return `[^${span.id}]`;
  if (span.type === "image")
    return linked(`<img src="${attribute(span.src)}" alt="${attribute(span.alt)}"/>`, span.href);
  let text = escaped(span.text);
  if (span.code) text = `<code>${text}</code>`;
  if (span.delete) text = `<del>${text}</del>`;
  if (span.emphasis) text = `<${post.emphasis}>${text}</${post.emphasis}>`;
  if (span.strong) text = `<${post.strong}>${text}</${post.strong}>`;
  return linked(text, span.href);
}

const linked = (text: string, href: string | undefined): string =>
  href === undefined ? text : `<a href="${attribute(href)}">${text}</a>`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const attribute = (text: string): string => escaped(text).replaceAll('"', "&quot;");
