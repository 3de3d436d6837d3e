import type { Block, Span } from "../../model/ladder.js";
import { printable, richText } from "../../model/rich.js";
import { type ElementNode, type TreeNode, textContent } from "../tree.js";
import type { BlockContext } from "./context.js";
import { anchorOf, isBlock, lineOf, type Marks, marksIn, spanOf } from "./inline.js";
import { definitions, list, strayItem } from "./lists.js";
import { table } from "./tables.js";

/** Turns a tree into blocks: what stands between block elements becomes paragraphs. */
export function blocksOf(
  nodes: readonly TreeNode[],
  context: BlockContext,
  marks: Marks = {},
): Block[] {
  const builder = new BlockBuilder(context);
  builder.add(nodes, marks);
  builder.flush();
  return builder.blocks;
}

/** What knows where it stands; asked only for what becomes a block. */
type Placed = Pick<TreeNode, "place">;

/** Collects spans to a line until a block ends it. */
class BlockBuilder {
  readonly blocks: Block[] = [];
  private line: Span[] = [];
  private from: Placed | null = null;
  private to: Placed | null = null;

  constructor(private readonly context: BlockContext) {}

  add(nodes: readonly TreeNode[], marks: Marks): void {
    for (const node of nodes) {
      if (node.kind === "text") this.push({ type: "text", text: node.value, ...marks }, node);
      else if (isBlock(node.name)) this.block(node, marks);
      else this.inline(node, marks);
    }
  }

  /** Ends the line: a paragraph, if it shows anything. */
  flush(): void {
    const rich = richText(this.line);
    const place = this.from && this.to && { start: this.from.place.start, end: this.to.place.end };
    this.line = [];
    this.from = null;
    this.to = null;
    if (rich.text.trim() === "" && !rich.spans?.some((span) => span.type !== "text")) return;
    this.blocks.push(
      this.context.land({
        type: "paragraph",
        ...rich,
        ...(place && { place }),
      }),
    );
  }

  private push(span: Span, node: Placed): void {
    this.line.push(span);
    if (span.type === "text" && span.text.trim() === "") return;
    this.from ??= node;
    this.to = node;
  }

  private inline(node: ElementNode, marks: Marks): void {
    this.context.anchor(anchorOf(node), node);
    const span = spanOf(node, marks, this.context);
    if (span) this.push(span, node);
    else this.add(node.children, marksIn(node, marks, this.context));
  }

  private block(node: ElementNode, marks: Marks): void {
    this.flush();
    if (node.name !== "table") this.context.anchor(anchorOf(node), node);
    const read = READERS.get(node.name);
    if (read) this.blocks.push(...read(node, this.context, marks));
    else this.container(node, marks);
  }

  /** A paragraph that an element holds alone stands where the element stands. */
  private container(node: ElementNode, marks: Marks): void {
    const before = this.blocks.length;
    this.add(node.children, marks);
    this.flush();
    const [only, ...more] = this.blocks.slice(before);
    if (only?.type === "paragraph" && more.length === 0) only.place = node.place;
  }
}

/** Makes the blocks of one element. */
export type BlockReader = (node: ElementNode, context: BlockContext, marks: Marks) => Block[];

const heading: BlockReader = (node, context, marks) => {
  const rich = richText(lineOf(node.children, marks, context));
  if (rich.text.trim() === "" && !rich.spans) return [];
  const depth = Number(node.name.slice(1));
  return [context.land({ type: "heading", depth, ...rich, place: node.place })];
};

const code: BlockReader = (node, context, marks) => {
  const text = printable(textContent(node).replace(/\r\n?/g, "\n")).replace(/^\n/, "").trimEnd();
  if (text.trim() === "") return [];
  const language = languageOf(node);
  // A short line in a <pre> is there for its width, as in a table's head; it is no code.
  if (!language && marks.code === undefined && !text.includes("\n") && !hasVerbatim(node)) {
    return blocksOf(node.children, context, marks);
  }
  return [{ type: "code", ...(language && { language }), text, place: node.place }];
};

const hasVerbatim = (node: ElementNode): boolean =>
  node.children.some((child) =>
    child.kind === "text" ? child.verbatim === true : child.name === "code",
  );

/** The language of a code block: Markdown's info word, or "language-js" in a class. */
function languageOf(node: ElementNode): string | null {
  const told = node.attributes.get("data-language")?.trim().split(/\s+/)[0];
  if (told) return told;
  const classes = [node, ...node.children].map((each) =>
    each.kind === "element" ? (each.attributes.get("class") ?? "") : "",
  );
  return /(?:^|\s)lang(?:uage)?-(\S+)/.exec(classes.join(" "))?.[1] ?? null;
}

const container =
  (type: "quote"): BlockReader =>
  (node, context, marks) => {
    const blocks = blocksOf(node.children, context, marks);
    return blocks.length > 0 ? [{ type, blocks, place: node.place }] : [];
  };

const note: BlockReader = (node, context, marks) => {
  const blocks = blocksOf(node.children, context, marks);
  const id = node.attributes.get("id") ?? "";
  return blocks.length > 0 ? [{ type: "note", id, blocks, place: node.place }] : [];
};

const READERS: ReadonlyMap<string, BlockReader> = new Map<string, BlockReader>([
  ...[1, 2, 3, 4, 5, 6].map((depth): [string, BlockReader] => [`h${depth}`, heading]),
  ...["ul", "ol", "menu", "dir"].map((name): [string, BlockReader] => [name, list]),
  ["li", strayItem],
  ["dl", definitions],
  ["table", table],
  ["pre", code],
  ["blockquote", container("quote")],
  ["note", note],
  ["hr", (node) => [{ type: "rule", place: node.place }]],
]);
