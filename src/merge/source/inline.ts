import type { Node } from "../../match/tree.js";
import { isBlock } from "../../read/blocks/inline.js";
import type { TreeNode } from "../../read/tree.js";
import { aligned } from "./aligned.js";
import { isAnchor, type PostSource } from "./post.js";

/** A UTF-16 unit of a text, and where the post has it. */
export interface Char {
  unit: string;
  start: number;
  end: number;
  /** The text node that it stands in; units of two may not be replaced as one. */
  run: number;
  html: boolean;
  /** A line break of the text, and no white space. */
  hard?: true;
}

/** Where the words of a node stand in the post. */
export interface Inline {
  start: number;
  end: number;
  html: boolean;
  /** In a row of a GFM table. */
  cell: boolean;
  /** Null where words and source can't be aligned. */
  chars: readonly Char[] | null;
}

const COLLAPSIBLE = /[ \t\n\v\f\r\u0085\u2028\u2029]/;

/** Finds the words of a node of the post; null where it has none, or they are not to be found. */
export function inlineOf(node: Node, post: PostSource): Inline | null {
  const nodes = trimmed(inlineNodes(node, post));
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last) return null;
  const start = edge(first, "start", post);
  const end = edge(last, "end", post);
  const html = first.html === true;
  const text = node.rich?.text ?? "";
  const chars = collapsed(charsOf(nodes, post));
  const same = chars?.map(({ unit }) => unit).join("") === text;
  const cell = !html && /^[ \t]*\|/.test(post.text.slice(post.lineStart(start), start));
  return { start, end, html, cell, chars: same ? chars : null };
}

/** The nodes of the line, without the blocks below it. */
function inlineNodes(node: Node, post: PostSource): TreeNode[] {
  const { place } = node;
  if (!place) return [];
  const [start, end] = [place.start.offset, place.end.offset];
  const element = node.kind === "track" ? headingAt(start, post) : post.elementAt(start, end);
  const nodes = element ? lineIn(element.children) : bareLine(start, end, post);
  // In a list of facts the name stands before the value.
  const named = node.kind === "attribute" && element?.name === "li";
  return named ? nodes.slice(nodes.findIndex((each) => each.kind === "element") + 1) : nodes;
}

function headingAt(start: number, post: PostSource) {
  for (const { list, index } of post.startingAt(start)) {
    const node = list[index];
    if (node?.kind === "element" && /^h[1-6]$/.test(node.name)) return node;
  }
  return null;
}

const isBlockNode = (node: TreeNode): boolean => node.kind === "element" && isBlock(node.name);

/** What comes before the first block; of an element that begins with one, what that begins with. */
function lineIn(children: readonly TreeNode[]): TreeNode[] {
  const shown = children.filter((child) => child.kind === "element" || child.value.trim() !== "");
  const [first] = shown;
  if (first?.kind === "element" && isBlock(first.name)) return lineIn(first.children);
  const end = children.findIndex(isBlockNode);
  return children.slice(0, end < 0 ? undefined : end);
}

function bareLine(start: number, end: number, post: PostSource): TreeNode[] {
  let found = post.startingAt(start)[0];
  // A line that begins within a mark begins with the mark.
  for (let up = found?.parent; up && isLineNode(up.list[up.index]); up = up.parent) found = up;
  if (!found) return [];
  const rest = found.list.slice(found.index);
  const over = rest.findIndex((node) => node.place.start.offset >= end || isBlockNode(node));
  return rest.slice(0, over < 0 ? undefined : over);
}

const isLineNode = (node: TreeNode | undefined): boolean =>
  node?.kind === "element" && !isBlock(node.name);

/** Without white space and anchors at both ends. */
function trimmed(nodes: readonly TreeNode[]): TreeNode[] {
  const shows = (node: TreeNode) =>
    node.kind === "text" ? node.value.trim() !== "" : !isAnchor(node) && node.name !== "br";
  const from = nodes.findIndex(shows);
  return from < 0 ? [] : nodes.slice(from, nodes.findLastIndex(shows) + 1);
}

/** Where a line begins or ends, white space of its text nodes aside. */
function edge(node: TreeNode, side: "start" | "end", post: PostSource): number {
  const [start, end] = [node.place.start.offset, node.place.end.offset];
  if (node.kind === "element") return side === "start" ? start : end;
  const slice = post.text.slice(start, end);
  return side === "start"
    ? start + slice.length - slice.trimStart().length
    : end - slice.length + slice.trimEnd().length;
}

function charsOf(nodes: readonly TreeNode[], post: PostSource): Char[] | null {
  const chars: Char[] = [];
  let run = 0;
  const add = (node: TreeNode): boolean => {
    const [start, end] = [node.place.start.offset, node.place.end.offset];
    const html = node.html === true;
    run++;
    if (node.kind === "element") {
      const text = wordsOf(node.name, node.attributes.get("alt") ?? "");
      if (text === null) return node.children.every(add);
      const hard = node.name === "br" ? { hard: true as const } : {};
      chars.push(...text.split("").map((unit) => ({ unit, start, end, run, html, ...hard })));
      return true;
    }
    const ranges = aligned(node.value, post.text.slice(start, end), html);
    ranges?.forEach(([from, to], index) => {
      const unit = node.value[index] ?? "";
      chars.push({ unit, start: start + from, end: start + to, run, html });
    });
    return ranges !== null;
  };
  return nodes.every(add) ? chars : null;
}

/** What an element without children says; null for any other. */
const wordsOf = (name: string, alt: string): string | null =>
  name === "br" ? "\n" : name === "img" ? alt : name === "noteref" ? "" : null;

/** White space as the model has it: one space for a run of it, none at the edges of a line. */
function collapsed(chars: readonly Char[] | null): Char[] | null {
  if (!chars) return null;
  const made: Char[] = [];
  for (const char of chars) {
    const last = made.at(-1);
    if (char.hard) {
      if (last?.unit === " ") made.pop();
      made.push(char);
    } else if (!COLLAPSIBLE.test(char.unit)) made.push(char);
    else if (last?.unit === " ") last.end = Math.max(last.end, char.end);
    else if (last && last.unit !== "\n") made.push({ ...char, unit: " " });
  }
  while (made.at(-1)?.unit === " ") made.pop();
  return made;
}
