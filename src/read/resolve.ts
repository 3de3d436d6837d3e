import GithubSlugger from "github-slugger";
import { type Message, message } from "../diagnostics.js";
import type { Content, RichText, Span } from "../model/ladder.js";
import { richText, spansOf } from "../model/rich.js";
import { leaves } from "../model/walk.js";

/**
 * Settles the links inside a post, as long as its headings are no tracks and levels yet: one to a
 * heading's automatic id gives that heading the id as its anchor, one that leads nowhere is dropped
 * with a warning, and its text stays.
 */
export function resolveLinks(content: readonly Content[]): Message[] {
  const texts = leaves(content);
  const targets = new Set(texts.flatMap(({ rich }) => spansOf(rich).flatMap(target)));
  const known = new Set(texts.flatMap(({ anchors }) => anchors));
  anchorHeadings(content, targets, known);
  const messages: Message[] = [];
  for (const { rich, place } of texts) {
    for (const span of spansOf(rich)) {
      const [to] = target(span);
      if (to === undefined || known.has(to)) continue;
      const reason = `Unexpected link to "#${to}", expected an anchor in the post; the link is dropped`;
      messages.push(message("warning", "dangling-link", reason, { place, actual: `#${to}` }));
    }
    dropLinks(rich, known);
  }
  return messages;
}

/** The anchor that a span links to, decoded; none for any other span. */
function target(span: Span): string[] {
  if (!("href" in span) || !span.href?.startsWith("#")) return [];
  try {
    span.href = `#${decodeURIComponent(span.href.slice(1))}`;
  } catch {
    // "%" that encodes nothing stands for itself.
  }
  return [span.href.slice(1)];
}

/** GitHub and Jekyll both anchor each heading by its text; "{#id}" behind it is kramdown's own. */
function anchorHeadings(
  content: readonly Content[],
  targets: ReadonlySet<string>,
  known: Set<string>,
): void {
  const slugger = new GithubSlugger();
  for (const node of content) {
    if (node.type !== "heading") continue;
    const told = /\{#([\w-]+)\}\s*$/.exec(node.text)?.[1];
    for (const id of [told, slugger.slug(node.text.replace(/\s*\{#[\w-]+\}\s*$/, ""))]) {
      if (id === undefined || known.has(id) || !targets.has(id)) continue;
      node.anchors = [...(node.anchors ?? []), id];
      known.add(id);
    }
  }
}

function dropLinks(rich: RichText, known: ReadonlySet<string>): void {
  const dangles = (span: Span) => target(span).some((to) => !known.has(to));
  if (!rich.spans?.some(dangles)) return;
  const kept = rich.spans.map((span) => (dangles(span) ? { ...span, href: undefined } : span));
  const { text, spans } = richText(kept as Span[]);
  rich.text = text;
  if (spans) rich.spans = spans;
  else delete rich.spans;
}
