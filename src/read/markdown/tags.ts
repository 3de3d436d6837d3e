import { type Message, message } from "../../diagnostics.js";
import type { Place } from "../../model/ladder.js";
import { IGNORED, MAX_DEPTH, readHtml, tooDeep } from "../html.js";
import type { Source } from "../source.js";
import { type ElementNode, element, type TreeNode } from "../tree.js";

/** A part of a line: a tree node, or a tag or comment as CommonMark leaves it. */
export type LinePart = { node: TreeNode } | { html: string; place: Place };

/** HTML's void elements (WHATWG, clause 13.1.2): they have no end tag. */
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** Elements that the start tag of one of their kind ends, up to the container named. */
const ENDED_BY: Record<string, { same: RegExp; within: RegExp }> = {
  li: { same: /^li$/, within: /^(?:ul|ol|menu)$/ },
  p: { same: /^p$/, within: /^(?:li|td|th|div|blockquote)$/ },
};

interface Context {
  source: Source;
  messages: Message[];
}

/**
 * Nests what stands between a start and an end tag. CommonMark gives each tag of a line by itself;
 * a cell of a GFM table may so hold `<ul><li>one</li></ul>`.
 */
export function nestTags(parts: readonly LinePart[], context: Context): TreeNode[] {
  const root: TreeNode[] = [];
  const open: ElementNode[] = [];
  const append = (node: TreeNode) => (open.at(-1)?.children ?? root).push(node);
  for (const part of parts) {
    if ("node" in part) append(part.node);
    else if (/^<\//.test(part.html)) closeTag(part, open, context);
    else openTag(part, open, append, context);
  }
  for (const left of open) unbalanced(left.name, left.place, context);
  return root;
}

function openTag(
  part: { html: string; place: Place },
  open: ElementNode[],
  append: (node: TreeNode) => void,
  context: Context,
): void {
  const { start, end } = part.place;
  const name = /^<([a-z][^\s/>]*)/i.exec(part.html)?.[1]?.toLowerCase();
  // What such an element holds is read into a node that nobody keeps.
  if (name && IGNORED.has(name)) open.push(element(name, part.place));
  const [read] = readHtml(context.source, start.offset, end.offset).nodes;
  if (read?.kind !== "element") return;
  const made = element(read.name, part.place, read.children, read.attributes);
  endSiblings(made.name, open);
  append(made);
  if (VOID.has(made.name) || part.html.endsWith("/>")) return;
  if (open.length < MAX_DEPTH) open.push(made);
  else if (!context.messages.some(({ ruleId }) => ruleId === "too-deep")) {
    context.messages.push(tooDeep(part.place));
  }
}

function endSiblings(name: string, open: ElementNode[]): void {
  const rule = Object.hasOwn(ENDED_BY, name) ? ENDED_BY[name] : undefined;
  if (!rule) return;
  const same = open.findLastIndex((each) => rule.same.test(each.name));
  const within = open.findLastIndex((each) => rule.within.test(each.name));
  if (same > within) open.splice(same);
}

function closeTag(part: { html: string; place: Place }, open: ElementNode[], context: Context) {
  const name = /^<\/([^\s>]+)/.exec(part.html)?.[1]?.toLowerCase() ?? "";
  const index = open.findLastIndex((each) => each.name === name);
  if (index < 0) {
    unbalanced(`/${name}`, part.place, context);
    return;
  }
  for (const crossed of open.slice(index + 1)) {
    if (!Object.hasOwn(ENDED_BY, crossed.name)) unbalanced(crossed.name, crossed.place, context);
  }
  const [closed] = open.splice(index);
  if (closed) closed.place = { start: closed.place.start, end: part.place.end };
}

function unbalanced(name: string, place: Place, { messages }: Context): void {
  if (Object.hasOwn(ENDED_BY, name)) return;
  const reason = name.startsWith("/")
    ? `Unexpected end tag <${name}>, expected its start tag before it`
    : `Unexpected <${name}> without end tag, expected </${name}>`;
  messages.push(message("warning", "unbalanced-tag", reason, { place, actual: name }));
}
