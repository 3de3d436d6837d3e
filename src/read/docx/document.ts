import type { DocumentBlock, Part } from "../../document.js";
import { STYLE, styleKey } from "../../docx-names.js";
import type { RichText } from "../../model/ladder.js";
import { adoptedPart } from "./adopt.js";
import { append } from "./append.js";
import { BlockBuilder } from "./blocks.js";
import { type Column, isCardHeading, isCardTable, isColumn, readCard } from "./card.js";
import type { DocxReadContext } from "./context.js";
import { Front } from "./front.js";
import { isGrid, readGrid } from "./grid.js";
import { type ParagraphInfo, showsNothing } from "./paragraph.js";
import { exactText, richOf } from "./rich.js";
import { wordsOf } from "./words.js";
import { elementsOf, numberOf, unwrapped, type Xml } from "./xml.js";

const STANDING = styleKey(STYLE.standing);

/** Reads a document's body, from top to bottom. */
export class DocumentReader {
  readonly front: Front;
  readonly blocks: DocumentBlock[] = [];
  readonly #builder: BlockBuilder;
  #part: Part | null = null;
  #parts = 0;
  /** The next block of which a person sees something, as far as was looked. */
  #ahead = { at: -1, isCard: false };
  /** The heading that waits for its card's table. */
  #heading: ParagraphInfo | null = null;
  /** True until the first block: only there stand title, subtitle and byline. */
  #front = true;

  constructor(private readonly context: DocxReadContext) {
    this.#builder = new BlockBuilder(context);
    this.front = new Front(context);
  }

  read(body: Xml): this {
    const nodes = unwrapped(elementsOf(body));
    nodes.forEach((node, index) => {
      const info = node.name === "w:p" ? this.#builder.info(node) : null;
      if (info) this.#paragraph(info, () => this.#isBeforeCard(nodes, index));
      else if (!isCardTable(node, this.context) || !this.#fillCard(node)) this.#other(node);
    });
    this.#flush();
    return this;
  }

  #paragraph(info: ParagraphInfo, isBeforeCard: () => boolean): void {
    const hue = info.marks.find(({ kind }) => kind === "part");
    if (this.#front && this.front.take(info)) return;
    if (!showsNothing(info)) this.#front = false;
    if (hue) this.#openPart(info, numberOf(hue.data[0]) ?? this.#parts);
    else if (info.marks.some(({ kind }) => kind === "end")) this.#endPart(info);
    else if (isCardHeading(info) && isBeforeCard()) this.#heading = info;
    else if (this.#part && this.#partLine(this.#part, info)) return;
    else {
      if (this.#part && this.#part.cards.length > 0 && !showsNothing(info)) this.#closePart();
      this.#builder.addParagraph(info);
    }
  }

  /** True where the next block of which a person sees something is a card's table. */
  #isBeforeCard(nodes: readonly Xml[], index: number): boolean {
    if (this.#ahead.at > index) return this.#ahead.isCard;
    // What was looked at before is not looked at again.
    let at = index + 1;
    while (at < nodes.length && !isShown(nodes[at])) at++;
    this.#ahead = { at, isCard: isCardTable(nodes[at], this.context) };
    return this.#ahead.isCard;
  }

  /** The empty line that ends a part; what somebody has typed there is kept. */
  #endPart(info: ParagraphInfo): void {
    this.#closePart();
    this.#builder.addParagraph(info);
  }

  #openPart(info: ParagraphInfo, hue: number): void {
    this.#closePart();
    this.#parts++;
    const part: Part = {
      type: "part",
      title: richOf(info.pieces),
      anchors: info.anchors,
      standing: null,
      columns: [],
      hue,
      intro: [],
      cards: [],
    };
    this.#part = this.context.made(part, info, "part");
    this.blocks.push(part);
  }

  /** A line of a part that is not prose. */
  #partLine(part: Part, info: ParagraphInfo): boolean {
    if (part.cards.length > 0) return false;
    if (info.style === STANDING && part.standing === null) part.standing = exactText(info.pieces);
    else if (isColumn(info)) part.columns.push(richOf(info.pieces));
    else return false;
    this.context.made(part, info);
    return true;
  }

  #fillCard(table: Xml): boolean {
    const heading = this.#heading;
    this.#heading = null;
    if (!heading) return false;
    this.#flush();
    this.#part ??= adoptedPart(this.blocks, this.#parts++, this.context);
    const part = this.#part;
    const { card, columns } = readCard(heading, table, this.context);
    if (part.cards.length === 0) this.#headColumns(part, columns);
    part.cards.push(card);
    for (const [index, { text, info }] of columns.entries()) {
      if (isSame(part.columns[index], text)) this.context.made(part, info);
    }
    return true;
  }

  /** What the first table of a part calls its columns; a line that looked like one, and is none of them, is prose. */
  #headColumns(part: Part, columns: readonly Column[]): void {
    const heads = columns.map(({ text }) => text);
    const others = part.columns.filter((line) => !heads.some((head) => isSame(head, line)));
    part.intro.push(...others.map((rich) => ({ type: "paragraph" as const, ...rich })));
    part.columns = heads;
  }

  #other(node: Xml): void {
    if (node.name === "w:tbl") this.#front = false;
    if (node.name === "w:tbl" && this.#part && this.#part.cards.length > 0) this.#closePart();
    const grid = isGrid(node, this.context) ? readGrid(node, this.context) : null;
    if (!grid) this.#builder.add(node);
    else {
      this.#closePart();
      this.blocks.push(grid);
    }
  }

  #closePart(): void {
    this.#flush();
    this.#part = null;
  }

  #flush(): void {
    const blocks = this.#builder.take();
    const open = this.#part && this.#part.cards.length === 0 ? this.#part.intro : this.blocks;
    append<DocumentBlock>(open as DocumentBlock[], blocks);
  }
}

/** True for a block of which a person sees something. */
const isShown = (node: Xml | undefined): boolean =>
  node?.name === "w:tbl" || (node?.name === "w:p" && wordsOf(node).trim() !== "");

const isSame = (a: RichText | undefined, b: RichText): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
