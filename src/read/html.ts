import type { ChildNode, Document as DomDocument } from "domhandler";
import { parse, parseFragment } from "parse5";
import { adapter as treeAdapter } from "parse5-htmlparser2-tree-adapter";
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

/** What a slice of HTML gives: its nodes, the DOM they were made of, what is wrong with it. */
export interface HtmlSlice {
  nodes: TreeNode[];
  root: DomDocument;
  messages: Message[];
}

/** cheerio parses with these two as well, and takes as long to load again. */
const OPTIONS = { treeAdapter, sourceCodeLocationInfo: true };

/**
 * Parses HTML as browsers do (WHATWG, by parse5). `start` is the offset of the slice
 * in the source; `page` reads a whole page and not a fragment.
 */
export function readHtml(source: Source, start: number, end: number, page = false): HtmlSlice {
  const slice = source.text.slice(start, end);
  const root = page ? parse(slice, OPTIONS) : parseFragment(slice, OPTIONS);
  const messages: Message[] = [];
  const reader = new DomReader(source, start, messages);
  return { nodes: reader.nodes(root.children, 0), root, messages };
}

/** Where a node stands, as offsets: most nodes are never asked for their lines. */
interface OffsetSpan {
  source: Source;
  start: number;
  end: number;
}

const placeOf = ({ source, start, end }: OffsetSpan): Place => source.place(start, end);

class DomText implements TextNode {
  readonly kind = "text";
  readonly html = true;
  constructor(
    readonly value: string,
    private readonly span: OffsetSpan,
  ) {}

  get place(): Place {
    return placeOf(this.span);
  }
}

class DomElement implements ElementNode {
  readonly kind = "element";
  readonly html = true;
  constructor(
    readonly name: string,
    readonly attributes: ReadonlyMap<string, string>,
    readonly children: TreeNode[],
    private readonly span: OffsetSpan,
  ) {}

  get place(): Place {
    return placeOf(this.span);
  }
}

class DomReader {
  private refused = false;

  constructor(
    private readonly source: Source,
    private readonly base: number,
    private readonly messages: Message[],
  ) {}

  nodes(children: ChildNode[], depth: number): TreeNode[] {
    if (depth > MAX_DEPTH) return this.refuse(children);
    return children.flatMap((child) => this.node(child, depth));
  }

  private node(node: ChildNode, depth: number): TreeNode[] {
    if (node.type === "text") return [new DomText(node.data, this.span(node))];
    if (!("attribs" in node)) return [];
    const name = node.name.toLowerCase();
    if (IGNORED.has(name)) return [];
    const attributes = node.attributes.map((each) => [each.name, each.value] as const);
    const children = this.nodes(node.children, depth + 1);
    return [new DomElement(name, new Map(attributes), children, this.span(node))];
  }

  private span(node: ChildNode): OffsetSpan {
    const found = node.sourceCodeLocation;
    const { source, base } = this;
    if (!found) return { source, start: base, end: base };
    return { source, start: base + found.startOffset, end: base + found.endOffset };
  }

  private refuse(children: ChildNode[]): TreeNode[] {
    if (!this.refused && children[0]) this.messages.push(tooDeep(placeOf(this.span(children[0]))));
    this.refused = true;
    return [];
  }
}
