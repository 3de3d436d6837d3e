import { STYLE, styleKey } from "../../docx-names.js";
import type { Block, BlockOf, Item } from "../../model/ladder.js";
import { isEmpty } from "../../model/rich.js";
import { tableBlocks, tableDepth } from "./boxes.js";
import type { DocxReadContext } from "./context.js";
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
const NO_PARAGRAPH: ParagraphInfo = {
  style: "",
  pieces: [],
  marks: [],
  anchors: [],
  list: null,
  depth: 0,
  endDeleted: false,
};

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
  /** What a paragraph whose end is deleted leaves to the next. */
  #left: ParagraphInfo | null = null;

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
    if (this.#left) this.addParagraph({ ...NO_PARAGRAPH, style: this.#left.style });
    this.#growing = null;
    return this.#nesting.take();
  }

  addParagraph(own: ParagraphInfo): void {
    const info = this.#left ? joined(this.#left, own) : own;
    this.#left = null;
    if (info.endDeleted) this.#left = info;
    else {
      this.marks.push(...info.marks);
      this.#paragraph(info);
    }
  }

  #paragraph(info: ParagraphInfo): void {
    const depth = headingDepth(info);
    if (info.list) this.#item(info, info.list);
    else if (info.style === RULE) this.#push(info.depth, { type: "rule" });
    else if (info.style === CODE && !showsNothing(info)) this.#code(info);
    else if (depth !== null) {
      const block = { type: "heading" as const, depth: Math.min(depth, 6) };
      this.#push(info.depth, { ...block, ...richOf(info.pieces), ...anchorsOf(info) });
    } else if (isEmpty(richOf(info.pieces))) this.#nothing(info);
    else if (QUOTE.has(info.style)) this.#quote(info);
    else this.#push(info.depth, paragraphOf(info));
  }

  /** An empty paragraph is no block, but what follows does not grow together with what stood before. */
  #nothing({ anchors }: ParagraphInfo): void {
    this.#growing = null;
    this.#carried.push(...anchors);
  }

  #push(depth: number, block: Block): void {
    this.#growing = null;
    this.#nesting.push(depth, this.#anchored(block));
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
    this.#nesting.item(this.#anchored(item), list, start ?? list.start);
  }

  #code(info: ParagraphInfo): void {
    const text = exactText(info.pieces);
    const mark = info.marks.find(({ kind }) => kind === "language");
    const language = mark && this.context.names.get(mark.name);
    const growing = this.#growing;
    if (!language && growing?.block.type === "code" && growing.depth === info.depth) {
      growing.block.text += `\n${text}`;
      return;
    }
    const block: BlockOf<"code"> = {
      type: "code",
      ...(language && { language }),
      text: text.replace(/\n+$/, ""),
    };
    this.#push(info.depth, block);
    this.#growing = { block, depth: info.depth };
  }

  #quote(info: ParagraphInfo): void {
    const growing = this.#growing;
    const paragraph = this.#anchored(paragraphOf(info));
    if (growing?.block.type === "quote" && growing.depth === info.depth) {
      growing.block.blocks.push(paragraph);
      return;
    }
    const block: BlockOf<"quote"> = { type: "quote", blocks: [paragraph] };
    this.#push(info.depth, block);
    this.#growing = { block, depth: info.depth };
  }

  #table(node: Xml): void {
    const depth = tableDepth(node);
    for (const block of tableBlocks(node, this.context)) this.#push(depth, block);
    this.#growing = null;
  }
}

const anchorsOf = ({ anchors }: ParagraphInfo) => (anchors.length > 0 ? { anchors } : {});

const paragraphOf = (info: ParagraphInfo): BlockOf<"paragraph"> => ({
  type: "paragraph",
  ...richOf(info.pieces),
  ...anchorsOf(info),
});

/** The end between two paragraphs is deleted: the first one's kind, both texts. */
const joined = (first: ParagraphInfo, second: ParagraphInfo): ParagraphInfo => ({
  ...(first.pieces.length > 0 ? first : second),
  pieces: [...first.pieces, ...second.pieces],
  marks: [...first.marks, ...second.marks],
  anchors: [...new Set([...first.anchors, ...second.anchors])],
  endDeleted: second.endDeleted,
});

/** The blocks in a cell or another container. */
export const blocksIn = (node: Xml, context: DocxReadContext): BlockBuilder =>
  new BlockBuilder(context).addAll(elementsOf(node));
