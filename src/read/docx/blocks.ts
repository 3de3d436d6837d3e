import { STYLE, styleKey } from "../../docx-names.js";
import type { Block, BlockOf, Item } from "../../model/ladder.js";
import { isEmpty } from "../../model/rich.js";
import { append } from "./append.js";
import { tableBlocks, tableDepth } from "./boxes.js";
import type { DocxReadContext } from "./context.js";
import { withoutLastEnds } from "./line-ends.js";
import { Nesting } from "./nesting.js";
import {
  headingDepth,
  type Mark,
  type ParagraphInfo,
  paragraphInfo,
  showsNothing,
} from "./paragraph.js";
import { exactText, richOf, taskOf } from "./rich.js";
import { attributeOf, elementsOf, numberOf, unwrapped, type Xml } from "./xml.js";

const CODE = styleKey(STYLE.code);
const RULE = styleKey(STYLE.rule);
const QUOTE = new Set([styleKey(STYLE.quote), styleKey("Intense Quote")]);
/** Lines of a table of contents, also where a program has taken them out of their control. */
const CONTENTS = /^(?:toc\d|tocheading|contents(?:\d|heading))$/;

/** True for the style of a line of a table of contents, in the form of `styleKey`. */
export const isContentsStyle = (style: string): boolean => CONTENTS.test(style);

/** Puts paragraphs and tables, one after the other, together to blocks. */
export class BlockBuilder {
  /** The bookmarks of ours that stood among them. */
  readonly marks: Mark[] = [];
  readonly #nesting = new Nesting();
  /** A block that the next paragraph of its style goes on with. */
  #growing: { block: BlockOf<"code"> | BlockOf<"quote">; depth: number } | null = null;
  /** Bookmarks that began before the next paragraph. */
  #bookmarks: string[] = [];
  /** Anchors of empty paragraphs. */
  #carried: string[] = [];

  constructor(private readonly context: DocxReadContext) {}

  /** Adds all that stands in a body or a cell. */
  addAll(nodes: readonly Xml[]): this {
    for (const node of unwrapped(nodes)) this.add(node);
    return this;
  }

  add(node: Xml): void {
    if (node.name === "w:p") this.addParagraph(this.info(node));
    else if (node.name === "w:tbl") this.#table(node);
    else if (node.name === "w:bookmarkStart") {
      this.#bookmarks.push(attributeOf(node, "w:name") ?? "");
    }
  }

  /** Takes a paragraph apart, with the bookmarks that began before it. */
  info(node: Xml): ParagraphInfo {
    const info = paragraphInfo(node, this.#bookmarks, this.context);
    this.#bookmarks = [];
    return info;
  }

  /** The blocks so far; the next begin anew. */
  take(): Block[] {
    this.#growing = null;
    return this.#nesting.take();
  }

  addParagraph(info: ParagraphInfo): void {
    const depth = headingDepth(info);
    if (isContentsStyle(info.style)) return;
    append(this.marks, info.marks);
    if (info.list) this.#item(info, info.list);
    else if (info.style === RULE && showsNothing(info)) this.#push(info, { type: "rule" });
    else if (info.style === CODE && !showsNothing(info)) this.#code(info);
    else if (depth !== null) {
      const block = { type: "heading" as const, depth: Math.min(depth, 6) };
      this.#push(info, { ...block, ...richOf(info.pieces), ...anchorsOf(info) });
    } else if (isEmpty(richOf(info.pieces))) this.#nothing(info);
    else if (QUOTE.has(info.style)) this.#quote(info);
    else this.#push(info, paragraphOf(info));
  }

  /** An empty paragraph is no block, but what follows does not grow together with what stood before. */
  #nothing({ anchors }: ParagraphInfo): void {
    this.#growing = null;
    append(this.#carried, anchors);
  }

  #push(info: ParagraphInfo, block: Block): void {
    this.#growing = null;
    this.#nesting.push(info.depth, this.context.made(this.#anchored(block), info));
  }

  /** Anchors of an empty paragraph go to the next node that can have them. */
  #anchored<T extends Block | Item>(node: T): T {
    const can = !("type" in node) || node.type === "paragraph" || node.type === "heading";
    if (this.#carried.length === 0 || !can) return node;
    const anchors = [...this.#carried, ...("anchors" in node ? (node.anchors ?? []) : [])];
    this.#carried = [];
    return { ...node, anchors };
  }

  #item(info: ParagraphInfo, list: NonNullable<ParagraphInfo["list"]>): void {
    this.#growing = null;
    const { checked, pieces } = taskOf(info.pieces);
    const text = richOf(pieces);
    const item: Item = {
      ...text,
      ...(checked !== undefined && !isEmpty(text) && { checked }),
      ...anchorsOf(info),
    };
    const start = numberOf(info.marks.find(({ kind }) => kind === "start")?.data[0]);
    const made = this.context.made(this.#anchored(item), info, "item");
    this.#nesting.item(made, list, start ?? list.start);
  }

  #code(info: ParagraphInfo): void {
    const text = exactText(info.pieces);
    const mark = info.marks.find(({ kind }) => kind === "language");
    const language = mark && this.context.told(mark.name);
    const growing = this.#growing;
    if (!language && growing?.block.type === "code" && growing.depth === info.depth) {
      growing.block.text += `\n${text}`;
      this.context.made(growing.block, info);
      return;
    }
    const block: BlockOf<"code"> = {
      type: "code",
      ...(language && { language }),
      text: withoutLastEnds(text),
    };
    this.#push(info, block);
    this.#growing = { block, depth: info.depth };
  }

  #quote(info: ParagraphInfo): void {
    const growing = this.#growing;
    const paragraph = this.#anchored(paragraphOf(info));
    if (growing?.block.type === "quote" && growing.depth === info.depth) {
      growing.block.blocks.push(this.context.made(paragraph, info));
      return;
    }
    const block: BlockOf<"quote"> = { type: "quote", blocks: [paragraph] };
    this.#push(info, block);
    this.context.made(paragraph, info);
    this.#growing = { block, depth: info.depth };
  }

  #table(node: Xml): void {
    const depth = tableDepth(node);
    this.#growing = null;
    for (const block of tableBlocks(node, this.context)) {
      this.#nesting.push(depth, this.#anchored(block));
    }
  }
}

const anchorsOf = ({ anchors }: ParagraphInfo) => (anchors.length > 0 ? { anchors } : {});

const paragraphOf = (info: ParagraphInfo): BlockOf<"paragraph"> => ({
  type: "paragraph",
  ...richOf(info.pieces),
  ...anchorsOf(info),
});

/** The blocks in a cell or another container. */
export const blocksIn = (node: Xml, context: DocxReadContext): BlockBuilder =>
  new BlockBuilder(context).addAll(elementsOf(node));
