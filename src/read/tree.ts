import type { Place } from "../model/ladder.js";

/**
 * The tree that HTML and Markdown share on their way to blocks: elements by HTML's names, with
 * attributes in a Map, so that none of their names can be a property of every object.
 */
export type TreeNode = ElementNode | TextNode;

/** An element. A Markdown node becomes the element that HTML has for it. */
export interface ElementNode {
  kind: "element";
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: TreeNode[];
  place: Place;
  /** It is written in HTML, and not in Markdown. */
  readonly html?: true;
}

/** A text node; `verbatim` keeps its white space. */
export interface TextNode {
  kind: "text";
  value: string;
  verbatim?: true;
  readonly place: Place;
  /** It is written in HTML, and not in Markdown. */
  readonly html?: true;
}

/** Makes an element. */
export const element = (
  name: string,
  place: Place,
  children: TreeNode[] = [],
  attributes: Iterable<readonly [string, string]> = [],
): ElementNode => ({
  kind: "element",
  name,
  attributes: new Map(attributes),
  children,
  place,
});

/** The text below a node, as written. */
export const textContent = (node: TreeNode): string =>
  node.kind === "text" ? node.value : node.children.map(textContent).join("");
