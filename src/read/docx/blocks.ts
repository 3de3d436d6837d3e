import { LIST_STEP, STYLE, styleKey } from "../../docx-names.js";
import type { Block, BlockOf, Item } from "../../model/ladder.js";
import { isEmpty } from "../../model/rich.js";
import type { DocxReadContext } from "./context.js";
import {
  headingDepth,
  type Mark,
  type ParagraphInfo,
  paragraphInfo,
  showsNothing,
} from "./paragraph.js";
import { exactText, richOf, taskOf } from "./rich.js";
import { readTable } from "./table.js";
import { attributeOf, descend, elementsOf, numberOf, unwrapped, valOf, type Xml } from "./xml.js";

const CODE = styleKey(STYLE.code);
const RULE = styleKey(STYLE.rule);
const QUOTE = new Set([styleKey(STYLE.quote), styleKey("Intense Quote")]);
const QUOTE_BOX = styleKey(STYLE.quoteBox);
const NOTE = styleKey(STYLE.note);
const NEST = styleKey(STYLE.nest);

interface OpenList {
  list: BlockOf<"list">;
  id: string;
}

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
  #blocks: Block[] = [];
  #lists: OpenList[] = [];
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
    const blocks = this.#blocks;
    this.#blocks = [];
    this.#lists = [];
    this.#growing = null;
    return blocks;
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
    this.#lists.length = Math.min(depth, this.#lists.length);
    this.#target().push(this.#anchored(block));
  }

  /** Anchors of an empty paragraph go to the next node that can have them. */
  #anchored<T extends Block | Item>(node: T): T {
    const can = !("type" in node) || node.type === "paragraph" || node.type === "heading";
    if (this.#carried.length === 0 || !can) return node;
    const anchors = [...this.#carried, ...("anchors" in node ? (node.anchors ?? []) : [])];
    this.#carried = [];
    return { ...node, anchors };
  }

  /** Where blocks go: into the last item of the innermost open list. */
  #target(): Block[] {
    const item = this.#lists.at(-1)?.list.items.at(-1);
    if (!item) return this.#blocks;
    item.blocks ??= [];
    return item.blocks;
  }

  #item(info: ParagraphInfo, list: NonNullable<ParagraphInfo["list"]>): void {
    this.#growing = null;
    const level = Math.min(list.level, this.#lists.length);
    this.#lists.length = Math.min(level + 1, this.#lists.length);
    const open = this.#lists[level];
    const ordered = list.kind === "ordered";
    const goesOn =
      open && (open.id === list.list || (list.byStyle && open.list.ordered === ordered));
    if (!goesOn) this.#openList(level, info, list);
    const { checked, pieces } = taskOf(info.pieces);
    const text = richOf(pieces);
    const item: Item = {
      ...text,
      ...(checked !== undefined && !isEmpty(text) && { checked }),
      ...anchorsOf(info),
    };
    this.#lists[level]?.list.items.push(this.#anchored(item));
  }

  #openList(level: number, info: ParagraphInfo, list: NonNullable<ParagraphInfo["list"]>): void {
    this.#lists.length = level;
    const told = numberOf(info.marks.find(({ kind }) => kind === "start")?.data[0]);
    const start = told ?? list.start;
    const ordered = list.kind === "ordered";
    const block: BlockOf<"list"> = {
      type: "list",
      ordered,
      ...(ordered && start !== 1 && start >= 0 && { start }),
      items: [],
    };
    this.#target().push(block);
    this.#lists.push({ list: block, id: list.list });
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
    const properties = descend(node, "w:tblPr");
    const indent = numberOf(attributeOf(descend(properties, "w:tblInd"), "w:w")) ?? 0;
    const depth = Math.max(0, Math.round(indent / LIST_STEP));
    for (const block of tableBlocks(node, this.context)) this.#push(depth, block);
    this.#growing = null;
  }
}

/** The blocks that a table stands for: a box is what it holds. */
function tableBlocks(node: Xml, context: DocxReadContext): Block[] {
  const style = context.styles.keyOf(valOf(node, "w:tblPr", "w:tblStyle"));
  const rows = readTable(node, context).map(({ cells }) => ({ cells }));
  const cells = rows.flatMap((row) => row.cells);
  const blocks = cells.flatMap((cell) => cell.blocks);
  if (style === NEST) return blocks;
  if (style === QUOTE_BOX) return blocks.length > 0 ? [{ type: "quote", blocks }] : [];
  if (style === NOTE) return noteOf(cells.map((cell) => cell.blocks));
  return rows.length > 0 ? [{ type: "table", rows }] : [];
}

function noteOf([label = [], ...rest]: Block[][]): Block[] {
  const spans = label[0]?.type === "paragraph" ? label[0].spans : undefined;
  const id = spans?.[0]?.type === "note" ? spans[0].id : null;
  const blocks = rest.flat();
  if (id === null || blocks.length === 0) return [...label, ...blocks];
  return [{ type: "note", id, blocks }];
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
