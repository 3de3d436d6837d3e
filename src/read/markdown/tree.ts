import type { Html, Nodes, PhrasingContent, RootContent, Table } from "mdast";
import type { Message } from "../../diagnostics.js";
import type { Place } from "../../model/ladder.js";
import type { HtmlRange } from "../balance.js";
import { type DomNode, MAX_DEPTH, readHtml, tooDeep } from "../html.js";
import type { Source } from "../source.js";
import { type ElementNode, element, type TreeNode } from "../tree.js";
import { nestTags } from "./tags.js";

/** What turns mdast into the shared tree. */
export interface MarkdownContext {
  source: Source;
  /** The place of a node in the post; the parsed text may have had regions taken out. */
  place(node: Nodes): Place;
  /** The offsets in the post of an HTML node that stands for a region; null for any other. */
  region(node: Html): { start: number; end: number } | null;
  /** Addresses of `[text][label]`, by normalised label. */
  definitions: ReadonlyMap<string, string>;
  /** Hears of the DOM of each HTML block, which is not kept: it is larger than all that is made of it. */
  hear(node: Html, dom: DomNode): void;
  /** The HTML blocks, in their order, as offsets. */
  htmlRanges: HtmlRange[];
  messages: Message[];
}

/** Turns block nodes into the elements that HTML has for them. */
export function blockTree(
  nodes: readonly RootContent[],
  context: MarkdownContext,
  depth = 0,
): TreeNode[] {
  const [first] = nodes;
  if (depth > MAX_DEPTH && first) {
    context.messages.push(tooDeep(context.place(first)));
    return [];
  }
  return nodes.flatMap((node) => blockNode(node, context, depth));
}

function blockNode(node: RootContent, context: MarkdownContext, depth: number): TreeNode[] {
  const place = context.place(node);
  const blocks = (children: readonly RootContent[]) => blockTree(children, context, depth + 1);
  switch (node.type) {
    case "paragraph":
      return [element("p", place, phrasing(node.children, context))];
    case "heading":
      return [element(`h${node.depth}`, place, phrasing(node.children, context))];
    case "blockquote":
      return [element("blockquote", place, blocks(node.children))];
    case "code":
      return [codeBlock(node.value, node.lang ?? null, place)];
    case "thematicBreak":
      return [element("hr", place)];
    case "list": {
      const start: [string, string][] = node.start === null ? [] : [["start", `${node.start}`]];
      return [element(node.ordered ? "ol" : "ul", place, blocks(node.children), start)];
    }
    case "listItem": {
      const state: [string, string][] =
        typeof node.checked === "boolean" ? [["data-checked", `${node.checked}`]] : [];
      return [element("li", place, blocks(node.children), state)];
    }
    case "footnoteDefinition":
      return [element("note", place, blocks(node.children), [["id", noteId(node.identifier)]])];
    case "table":
      return [table(node, context)];
    case "html":
      return html(node, context);
    default:
      // Front matter and link definitions show nothing where they stand.
      return [];
  }
}

/** A note's id, as it may stand in a file name or a bookmark. */
const noteId = (identifier: string): string => identifier.replace(/[^\w-]+/g, "-");

function codeBlock(value: string, language: string | null, place: Place): ElementNode {
  const attributes: [string, string][] = language ? [["data-language", language]] : [];
  return element("pre", place, [{ kind: "text", value, verbatim: true, place }], attributes);
}

function html(node: Html, context: MarkdownContext): TreeNode[] {
  const place = context.place(node);
  const region = context.region(node);
  const start = region?.start ?? place.start.offset;
  const end = region?.end ?? place.end.offset;
  const { nodes, root, messages } = readHtml(context.source, start, end);
  context.hear(node, root);
  context.htmlRanges.push({ start, end });
  context.messages.push(...messages);
  return nodes;
}

function table(node: Table, context: MarkdownContext): ElementNode {
  const rows = node.children.map((row, rowIndex) => {
    const cells = row.children.map((cell, column) => {
      const align = node.align?.[column];
      const children = phrasing(cell.children, context);
      const name = rowIndex === 0 ? "th" : "td";
      return element(name, context.place(cell), children, align ? [["align", align]] : []);
    });
    return element("tr", context.place(row), cells);
  });
  return element("table", context.place(node), rows);
}

/** Turns the nodes of a line into elements; single tags among them are nested as they pair up. */
export function phrasing(nodes: readonly PhrasingContent[], context: MarkdownContext): TreeNode[] {
  return nestTags(
    nodes.map((node) =>
      node.type === "html"
        ? { html: node.value, place: context.place(node) }
        : { node: inline(node, context) },
    ),
    context,
  );
}

function inline(node: Exclude<PhrasingContent, Html>, context: MarkdownContext): TreeNode {
  const place = context.place(node);
  const wrap = (name: string, children: readonly PhrasingContent[], href?: string) =>
    element(name, place, phrasing(children, context), href === undefined ? [] : [["href", href]]);
  switch (node.type) {
    case "text":
      return { kind: "text", value: node.value, place };
    case "inlineCode":
      return element("code", place, [{ kind: "text", value: node.value, place }]);
    case "strong":
      return wrap("strong", node.children);
    case "emphasis":
      return wrap("em", node.children);
    case "delete":
      return wrap("del", node.children);
    case "break":
      return element("br", place);
    case "link":
      return wrap("a", node.children, node.url);
    case "linkReference":
      return wrap("a", node.children, context.definitions.get(node.identifier));
    case "image":
      return image(node.url, node.alt, place);
    case "imageReference":
      return image(context.definitions.get(node.identifier) ?? "", node.alt, place);
    case "footnoteReference":
      return element("noteref", place, [], [["id", noteId(node.identifier)]]);
  }
}

const image = (src: string, alt: string | null | undefined, place: Place): ElementNode =>
  element(
    "img",
    place,
    [],
    [
      ["src", src],
      ["alt", alt ?? ""],
    ],
  );
