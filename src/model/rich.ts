import type { RichText, Span, TextSpan } from "./ladder.js";

/** The marks of a text span that a format may show. */
export const MARKS = ["strong", "emphasis", "delete", "code"] as const;

/**
 * White space that a page collapses: HTML's ASCII whitespace and the separators that act like it. Of
 * single spaces, which most are, nothing has to be made.
 */
const COLLAPSIBLE =
  /(?: [ \t\n\v\f\r\u0085\u2028\u2029]|[\t\n\v\f\r\u0085\u2028\u2029])[ \t\n\v\f\r\u0085\u2028\u2029]*/g;

// Characters that XML 1.0 (clause 2.2) can't hold, and delete: nothing of them is ever visible.
const UNPRINTABLE = /(?![\t\n\v\f\r\u0085])[\p{Cc}\ufffe\uffff]|\p{Surrogate}/gu;

/** Text without characters that no page shows and XML forbids; all else stays. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, "");

/** Text as a page shows it: unprintable characters out, runs of white space one space. */
export const collapse = (text: string): string => printable(text).replace(COLLAPSIBLE, " ");

// Characters without a glyph of their own: Unicode's Default_Ignorable_Code_Point.
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const SIMPLE = /^[\x20-\x7e]*$/;

/** Text without characters that are never drawn: joiners, variation selectors, soft hyphens. */
export const visible = (text: string): string =>
  SIMPLE.test(text) ? text : text.replace(IGNORABLE, "");

/** True for a text of which a page shows nothing. */
export const isUnseen = (text: string): boolean => visible(text).trim() === "";

/** The spans of a text: its own, or one without marks; none where the text is empty. */
export function spansOf(rich: RichText): Span[] {
  if (rich.spans) return rich.spans;
  return rich.text === "" ? [] : [{ type: "text", text: rich.text }];
}

/** Makes canonical text of spans in any form: `richText(spansOf(x))` equals x. */
export function richText(spans: readonly Span[]): RichText {
  const tidy = merge(trim(merge(spans.flatMap(settleSpan))));
  const text = tidy.map(plain).join("");
  if (tidy.every(isPlain)) return { text };
  // A reference to a note has no text of its own, but may leave a space on either side.
  return {
    text: text
      .replace(/ *\n */g, "\n")
      .replace(/ {2,}/g, " ")
      .replace(/^ | $/g, ""),
    spans: tidy,
  };
}

/** Text without any mark. */
export const plainText = (text: string): RichText => richText([{ type: "text", text }]);

/** True where a text has nothing to show. */
export const isEmpty = (rich: RichText): boolean => rich.text === "" && !rich.spans;

/** The lines of a text, split at its breaks. */
export function linesOf(rich: RichText): RichText[] {
  const lines: Span[][] = [[]];
  for (const span of spansOf(rich)) {
    if (span.type === "break") lines.push([]);
    else lines.at(-1)?.push(span);
  }
  return lines.map(richText);
}

function plain(span: Span): string {
  if (span.type === "text") return span.text;
  if (span.type === "break") return "\n";
  return span.type === "image" ? span.alt : "";
}

const isPlain = (span: Span): boolean =>
  span.type === "text" && !span.href && !MARKS.some((mark) => span[mark]);

/** White space stands outside marks and links, so that "**a **b" and "**a** b" are one text. */
function settleSpan(span: Span): Span[] {
  if (span.type === "image") return [{ ...span, alt: collapse(span.alt).trim() }];
  if (span.type !== "text") return [span];
  const text = collapse(span.text);
  if (isPlain(span)) return text === "" ? [] : [{ type: "text", text }];
  const inner = text.trim();
  const start = text.length - text.trimStart().length;
  const parts: TextSpan[] = [
    { type: "text", text: text.slice(0, start) },
    { ...orderMarks(span), text: inner },
    {
      type: "text",
      text: inner === "" ? "" : text.slice(start + inner.length),
    },
  ];
  return parts.filter((part) => part.text !== "");
}

/** One order of properties, so that equal spans give equal JSON. */
function orderMarks(span: TextSpan): TextSpan {
  const ordered: TextSpan = { type: "text", text: span.text };
  for (const mark of MARKS) if (span[mark]) ordered[mark] = true;
  if (span.href) ordered.href = span.href;
  return ordered;
}

const sameMarks = (a: TextSpan, b: TextSpan): boolean =>
  a.href === b.href && MARKS.every((mark) => a[mark] === b[mark]);

/** A span whose text grows: its parts are joined once, or many would take the square of their number. */
interface Growing {
  span: Span;
  texts: string[];
}

/** Joins neighbours of the same marks, and those with nothing but white space between them. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Growing[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    const gap = gapBefore(merged, span);
    if (last?.span.type === "text" && span.type === "text" && sameMarks(last.span, span)) {
      last.texts.push(span.text);
    } else if (gap && span.type === "text") {
      merged.pop();
      gap.from.texts.push(gap.space, span.text);
    } else merged.push({ span, texts: span.type === "text" ? [span.text] : [] });
  }
  return merged.map(grown);
}

function grown({ span, texts }: Growing): Span {
  if (span.type !== "text" || texts.length < 2) return span;
  const text = texts.join("");
  return { ...span, text: isPlain(span) ? collapse(text) : text };
}

/** Two emphasised words with a space between are one emphasis; code and code are not one code. */
function gapBefore(
  merged: readonly Growing[],
  span: Span,
): { from: Growing; space: string } | null {
  const [from, space] = merged.slice(-2);
  if (span.type !== "text" || from?.span.type !== "text" || space?.span.type !== "text")
    return null;
  const joins = !span.code && !isPlain(span) && sameMarks(from.span, span);
  const isSpace = joins && isPlain(space.span) && space.texts.every((text) => text.trim() === "");
  return isSpace ? { from, space: collapse(space.texts.join("")) } : null;
}

/** No white space at the ends of lines, no empty lines. */
function trim(spans: readonly Span[]): Span[] {
  const trimmed: Span[] = [];
  spans.forEach((span, index) => {
    const text = span.type === "text" ? trimText(span, spans[index - 1], spans[index + 1]) : null;
    if (text === "") return;
    trimmed.push(text === null ? span : ({ ...span, text } as TextSpan));
  });
  const last = trimmed.findLastIndex((span) => span.type !== "break");
  return trimmed.filter(
    (span, index) =>
      span.type !== "break" || (index > 0 && trimmed[index - 1]?.type !== "break" && index < last),
  );
}

function trimText(span: TextSpan, before?: Span, after?: Span): string {
  let text = span.text;
  if (!before || before.type === "break") text = text.replace(/^ +/, "");
  if (!after || after.type === "break") text = text.replace(/ +$/, "");
  return text;
}
