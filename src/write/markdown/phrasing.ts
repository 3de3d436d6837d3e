import type { Html, PhrasingContent } from "mdast";
import type { RichText, Span, TextSpan } from "../../model/ladder.js";
import { spansOf } from "../../model/rich.js";

/** Marks from the outermost to the innermost; code, the last, holds nothing but text. */
const NESTED = ["href", "strong", "emphasis", "delete"] as const;

/** The nodes of a line. */
export const phrasing = (rich: RichText): PhrasingContent[] => nest(spansOf(rich), 0);

function nest(spans: readonly Span[], depth: number): PhrasingContent[] {
  const mark = NESTED[depth];
  if (mark === undefined) return spans.flatMap(leaf);
  const nodes: PhrasingContent[] = [];
  for (let start = 0; start < spans.length; ) {
    const value = markOf(spans[start], mark);
    let end = start + 1;
    while (end < spans.length && markOf(spans[end], mark) === value) end++;
    const inner = nest(spans.slice(start, end), depth + 1);
    nodes.push(...(value === undefined ? inner : [wrap(mark, value, inner)]));
    start = end;
  }
  return nodes;
}

function markOf(span: Span | undefined, mark: (typeof NESTED)[number]): string | true | undefined {
  if (span?.type === "text") return span[mark];
  return span?.type === "image" && mark === "href" ? span.href : undefined;
}

function wrap(
  mark: (typeof NESTED)[number],
  value: string | true,
  children: PhrasingContent[],
): PhrasingContent {
  if (mark === "href") return { type: "link", url: String(value), children } as PhrasingContent;
  return { type: mark, children };
}

function leaf(span: Span): PhrasingContent[] {
  switch (span.type) {
    case "text":
      return [textNode(span)];
    case "break":
      return [{ type: "break" }];
    case "image":
      return [{ type: "image", url: span.src, alt: span.alt }];
    case "note":
      return [{ type: "footnoteReference", identifier: span.id, label: span.id }];
  }
}

const textNode = ({ text, code }: TextSpan): PhrasingContent =>
  code ? { type: "inlineCode", value: text } : { type: "text", value: text };

/** An anchor: an id to link to, or a class that says what it stands in. */
export function anchor(attributes: { id?: string; class?: string }): Html {
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${escapeHtml(value)}"`,
  );
  return { type: "html", value: `<a${written.join("")}></a>` };
}

const ESCAPES: Record<string, string> = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };
const escapeHtml = (text: string): string =>
  text.replace(/[&"<>]/g, (each) => ESCAPES[each] ?? each);

/** The anchors of a node, the class on the first of them. */
export function anchors(ids: readonly string[], name?: string): Html[] {
  const [first, ...rest] = ids;
  const marked = name === undefined ? {} : { class: name };
  if (first === undefined) return name === undefined ? [] : [anchor(marked)];
  return [anchor({ ...marked, id: first }), ...rest.map((id) => anchor({ id }))];
}
