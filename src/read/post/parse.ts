import type { Definition, Html, Nodes, Root } from "mdast";
import { type Message, message } from "../../diagnostics.js";
import type { Place } from "../../model/ladder.js";
import { checkBalance } from "../balance.js";
import { attributeOf, childrenOf, type DomNode, readHtml, textOf, tooDeep } from "../html.js";
import { MAX_MARKS, overmarkedLine, overnestedLine, parseMarkdown } from "../markdown/parse.js";
import { maskHtml } from "../markdown/regions.js";
import { blockTree, type MarkdownContext } from "../markdown/tree.js";
import type { Source } from "../source.js";
import type { TreeNode } from "../tree.js";
import { type Atom, domAtoms, markdownAtoms } from "./account.js";

/** A post, taken apart but not yet understood. */
export interface Parsed {
  nodes: TreeNode[];
  /** Front matter without its fences, and the line on which it begins. */
  frontMatter: { yaml: string; line: number } | null;
  /** What an HTML page says of itself. */
  title: string | null;
  language: string | null;
  /** Every visible text of the post, in its order, found without the reader's help. */
  atoms: Atom[];
  messages: Message[];
}

/** Parses a whole HTML page, or a fragment of one. */
export function parsePage(source: Source): Parsed {
  const { nodes, root, messages } = readHtml(source, 0, source.text.length, true);
  return {
    nodes,
    frontMatter: null,
    ...headOf(root),
    atoms: domAtoms(root, source.place(0, 0)),
    messages: [...messages, ...checkBalance(source, [{ start: 0, end: source.text.length }])],
  };
}

/** What a page's `<title>` and `lang` say. */
function headOf(root: DomNode): { title: string | null; language: string | null } {
  const html = childNamed(root, "html");
  const title = childNamed(childNamed(html, "head"), "title");
  const text = title ? domText(title).replace(/\s+/g, " ").trim() : "";
  return { title: text || null, language: (html && attributeOf(html, "lang")?.trim()) || null };
}

const childNamed = (node: DomNode | undefined, name: string): DomNode | undefined =>
  node && childrenOf(node).find(({ nodeName }) => nodeName === name);

const domText = (node: DomNode): string => textOf(node) ?? childrenOf(node).map(domText).join("");

/** A fence and a key below it: that is meant as front matter. */
const UNCLOSED_FRONT_MATTER = /^---[ \t]*\r?\n\s*[\w-]+:/;

/** Parses a Markdown post. */
export function parsePost(source: Source): Parsed {
  const masked = maskHtml(source.text);
  const startOf = (line: number) => source.offsetOfLine(masked.lines[line - 1] ?? 1);
  const overnested = overnestedLine(masked.text);
  if (overnested !== null) return refused(tooDeep(placeAt(source, startOf(overnested))));
  const overmarked = overmarkedLine(masked.text);
  if (overmarked !== null) {
    const reason = `Unexpected paragraph with more than ${MAX_MARKS} marks`;
    const place = placeAt(source, startOf(overmarked));
    return refused(message("error", "too-many-marks", reason, { place }));
  }
  const root = parseMarkdown(masked.text);
  if (!root) return refused(tooDeep(placeAt(source, 0)));
  const [first] = root.children;
  if (UNCLOSED_FRONT_MATTER.test(source.text) && first?.type !== "yaml") {
    const reason = 'Unexpected front matter without end, expected a line "---" below it';
    return refused(message("error", "front-matter", reason, { place: placeAt(source, 0) }));
  }
  const heard = new Map<Html, Atom[]>();
  const context = contextOf(source, masked, root, heard);
  const nodes = blockTree(root.children, context);
  return {
    nodes,
    frontMatter: first?.type === "yaml" ? { yaml: first.value, line: 2 } : null,
    title: null,
    language: null,
    atoms: markdownAtoms(root, context, heard),
    messages: [...context.messages, ...checkBalance(source, context.htmlRanges)],
  };
}

const placeAt = (source: Source, offset: number): Place => source.place(offset, offset);

const refused = (why: Message): Parsed => ({
  nodes: [],
  frontMatter: null,
  title: null,
  language: null,
  atoms: [],
  messages: [why],
});

function contextOf(
  source: Source,
  { lines, regions }: ReturnType<typeof maskHtml>,
  root: Root,
  heard: Map<Html, Atom[]>,
): MarkdownContext {
  const offset = (point: { line: number; column: number }): number => {
    const line = lines[point.line - 1];
    return line === undefined ? source.text.length : source.offsetOfLine(line) + point.column - 1;
  };
  const place = (node: Nodes): Place => {
    const region = node.type === "html" ? regions.get(node.position?.start.line ?? 0) : undefined;
    if (region) return source.place(region.start, region.end);
    if (!node.position) return source.place(0, 0);
    return source.place(offset(node.position.start), offset(node.position.end));
  };
  return {
    source,
    place,
    region: (node) => regions.get(node.position?.start.line ?? 0) ?? null,
    definitions: definitionsOf(root),
    hear: (node, dom) => heard.set(node, domAtoms(dom, place(node))),
    htmlRanges: [],
    messages: [],
  };
}

/** The first definition of a label counts (CommonMark, clause 4.7). */
function definitionsOf(root: Root): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: Nodes): void => {
    if (node.type === "definition") remember(node, found);
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}

function remember(node: Definition, found: Map<string, string>): void {
  if (!found.has(node.identifier)) found.set(node.identifier, node.url);
}
