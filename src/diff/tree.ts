import { compose } from "../compose/handbook.js";
import type { Document, Grid } from "../document.js";
import { type Node, nodesBelow, treeOf } from "../match/tree.js";
import type { Ladder, Origin } from "../model/ladder.js";

/** A ladder as a document, and the tree of all that it is authored of. */
export interface Told {
  document: Document;
  tree: Node;
}

/**
 * The tree of a ladder: its nodes as `match` compares them, without what `compose` derives, with its
 * front matter line by line, and with the overview's rows in the order of the post.
 */
export function toldOf(ladder: Ladder): Told {
  const document = compose(ladder);
  const tree = treeOf(document);
  authored(tree);
  tree.children.unshift(...frontLines(document, tree));
  return { document, tree };
}

/** The tree of a document as its pages show it: what `compose` derives is in it, too. */
export function shownTree(document: Document): Node {
  const tree = treeOf(document);
  const lines = frontLines(document, tree);
  placeLines(lines);
  for (const node of tree.children)
    if (node.kind === "front") {
      node.place = lines.find(({ form }) => SHOWN_FROM[node.form]?.includes(form))?.place;
      // A line of the front matter may have the same name.
      node.form = `shown ${node.form}`;
    }
  tree.children.unshift(...lines);
  for (const node of nodesBelow(tree)) if (node.kind === "column") node.form = "";
  return tree;
}

/** The keys of the front matter that say what is shown. */
export const SHOWN_FROM: Record<string, readonly string[]> = {
  title: ["title", "origin title"],
  excerpt: ["excerpt", "description", "summary"],
  author: ["author", "authors"],
  date: ["date", "origin date"],
};

/** The line on which a post's front matter begins. */
const FIRST_LINE = 2;

/** Gives the lines of front matter their places in the post. */
function placeLines(nodes: readonly Node[]): void {
  const lines = nodes.filter(({ form }) => !form.startsWith("origin "));
  let offset = "---\n".length;
  lines.forEach((node, index) => {
    const { length } = node.rich?.text ?? "";
    const line = FIRST_LINE + index;
    const start = { line, column: 1, offset };
    node.place = { start, end: { line, column: length + 1, offset: offset + length } };
    offset += length + 1;
  });
}

/** Takes what is derived out of a tree. */
function authored(node: Node): void {
  node.children = node.children.filter(({ kind }) => kind !== "shown" && kind !== "front");
  if (node.kind === "overview") node.children = inOrder(node.children, node.of as Grid);
  // A column's number is its place among the others, which a column before it changes.
  if (node.kind === "column") node.form = "";
  for (const child of node.children) authored(child);
}

function inOrder([head, ...others]: Node[], { scale }: Grid): Node[] {
  if (!head) return others;
  return scale === null
    ? [head, ...others]
    : [...others.slice(0, scale), head, ...others.slice(scale)];
}

/** What of a post's origin is content: a page's own title and language, the date in a file's name. */
export const ORIGINS = ["title", "language", "date"] as const satisfies (keyof Origin)[];

function frontLines({ meta }: Document, parent: Node): Node[] {
  const told = ORIGINS.flatMap((key) => {
    const text = meta.origin[key];
    return text === undefined ? [] : [frontNode(text, `origin ${key}`, parent)];
  });
  const lines = meta.yaml === null ? [] : meta.yaml.split("\n");
  return [...told, ...lines.map((text) => frontNode(text, keyOf(text), parent))];
}

/** The key that a line of YAML begins with; empty for one that belongs to a key above. */
const keyOf = (line: string): string => /^([^\s#:-][^:]*):(?:\s|$)/.exec(line)?.[1] ?? "";

function frontNode(text: string, form: string, parent: Node): Node {
  const rich = { text };
  const own = { kind: "front" as const, rich, form, anchors: [], children: [] };
  return { ...own, parent, of: rich, words: rich, place: undefined };
}
