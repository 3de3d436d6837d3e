import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from "parse5";
import type { Message } from "../diagnostics.js";
import { message } from "../diagnostics.js";
import type { Place } from "../model/ladder.js";
import type { Source } from "./source.js";
import type { ElementNode, TextNode, TreeNode } from "./tree.js";

/** Deeper than this no element is read: a hand-written post has a dozen levels. */
export const MAX_DEPTH = 200;

/** Elements whose content no browser shows. With comments, this is all that reading ignores. */
export const IGNORED = new Set(["script", "style", "template", "title", "head"]);

/** The error for what is nested deeper than MAX_DEPTH. */
export const tooDeep = (place: Place): Message =>
  message("error", "too-deep", `Unexpected element more than ${MAX_DEPTH} levels deep`, { place });

/** A node as parse5 makes it. */
export type DomNode = DefaultTreeAdapterTypes.Node;

/** What a slice of HTML gives: its nodes, the DOM they were made of, what is wrong with it. */
export interface HtmlSlice {
  nodes: TreeNode[];
  root: DefaultTreeAdapterTypes.ParentNode;
  messages: Message[];
}

/** Each piece of a text moves its end: a new object each time would be a tenth of the reading. */
const treeAdapter: typeof defaultTreeAdapter = {
  ...defaultTreeAdapter,
  updateNodeSourceCodeLocation(node, end) {
    Object.assign(node.sourceCodeLocation ?? {}, end);
  },
};

const OPTIONS = { treeAdapter, sourceCodeLocationInfo: true };
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** The text of a text node; null for any other. */
export const textOf = (node: DomNode): string | null => ("value" in node ? node.value : null);

/** An attribute of an element; undefined where it has none of that name, or is no element. */
export const attributeOf = (node: DomNode, name: string): string | undefined =>
  "attrs" in node ? node.attrs.find((each) => each.name === name)?.value : undefined;

/** The nodes in a node. */
export const childrenOf = (node: DomNode): DomNode[] =>
  "childNodes" in node ? node.childNodes : [];

/**
 * Parses HTML as browsers do (WHATWG, by parse5). `start` is the offset of the slice
 * in the source; `page` reads a whole page and not a fragment.
 */
export function readHtml(source: Source, start: number, end: number, page = false): HtmlSlice {
  const slice = source.text.slice(start, end);
  const root = page ? parse(slice, OPTIONS) : parseFragment(slice, OPTIONS);
  const messages: Message[] = [];
  const reader = new DomReader(source, start, messages);
  return { nodes: reader.nodes(root.childNodes, 0), root, messages };
}

/** What stands between two offsets: most nodes are never asked for their lines. */
class Spanned {
  readonly html = true;

  constructor(
    private readonly source: Source,
    private readonly start: number,
    private readonly end: number,
  ) {}

  get place(): Place {
    return this.source.place(this.start, this.end);
  }
}

class DomText extends Spanned implements TextNode {
  readonly kind = "text";

  constructor(
    readonly value: string,
    source: Source,
    start: number,
    end: number,
  ) {
    super(source, start, end);
  }
}

class DomElement extends Spanned implements ElementNode {
  readonly kind = "element";

  constructor(
    readonly name: string,
    readonly attributes: ReadonlyMap<string, string>,
    readonly children: TreeNode[],
    source: Source,
    start: number,
    end: number,
  ) {
    super(source, start, end);
  }
}

class DomReader {
  private refused = false;

  constructor(
    private readonly source: Source,
    private readonly base: number,
    private readonly messages: Message[],
  ) {}

  nodes(children: DomNode[], depth: number): TreeNode[] {
    if (depth > MAX_DEPTH) return this.refuse(children);
    const nodes: TreeNode[] = [];
    for (const child of children) {
      const node = this.node(child, depth);
      if (node) nodes.push(node);
    }
    return nodes;
  }

  private node(node: DomNode, depth: number): TreeNode | null {
    const { source } = this;
    const [start, end] = [this.startOf(node), this.endOf(node)];
    const text = textOf(node);
    if (text !== null) return new DomText(text, source, start, end);
    if (!("attrs" in node)) return null;
    const name = node.tagName.toLowerCase();
    if (IGNORED.has(name)) return null;
    const attributes = node.attrs.length > 0 ? new Map(node.attrs.map(named)) : NO_ATTRIBUTES;
    const children = this.nodes(node.childNodes, depth + 1);
    return new DomElement(name, attributes, children, source, start, end);
  }

  private startOf = (node: DomNode): number => this.base + (locationOf(node)?.startOffset ?? 0);
  private endOf = (node: DomNode): number => this.base + (locationOf(node)?.endOffset ?? 0);

  private refuse([first]: DomNode[]): TreeNode[] {
    if (!this.refused && first)
      this.messages.push(tooDeep(this.source.place(this.startOf(first), this.endOf(first))));
    this.refused = true;
    return [];
  }
}

/** Where parse5 found a node; nothing for one that it made up. */
const locationOf = (node: DomNode) =>
  "sourceCodeLocation" in node ? node.sourceCodeLocation : null;

const named = ({ name, value }: { name: string; value: string }) => [name, value] as const;
