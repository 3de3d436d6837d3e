import type { DocumentBlock, Meta, Part } from "../../document.js";
import { STYLE, styleKey } from "../../docx-names.js";
import { BlockBuilder } from "./blocks.js";
import { isCardHeading, isCardTable, isColumn, readCard } from "./card.js";
import type { DocxReadContext } from "./context.js";
import { isGrid, readGrid } from "./grid.js";
import { type ParagraphInfo, showsNothing } from "./paragraph.js";
import { exactText, richOf, textIn } from "./rich.js";
import { elementsOf, numberOf, unwrapped, type Xml } from "./xml.js";

const TITLE = styleKey(STYLE.title);
const SUBTITLE = styleKey(STYLE.subtitle);
const BYLINE = styleKey(STYLE.byline);
const STANDING = styleKey(STYLE.standing);

/** What the pages say of the document itself. */
export type Shown = Pick<Meta, "title" | "subtitle" | "author" | "date">;

/** Reads a document's body, from top to bottom. */
export class DocumentReader {
  readonly shown: Shown = { title: "", subtitle: null, author: null, date: null };
  readonly blocks: DocumentBlock[] = [];
  readonly #builder: BlockBuilder;
  #part: Part | null = null;
  #parts = 0;
  /** The heading that waits for its card's table. */
  #heading: ParagraphInfo | null = null;
  /** True until the first block: only there stand title, subtitle and byline. */
  #front = true;

  constructor(private readonly context: DocxReadContext) {
    this.#builder = new BlockBuilder(context);
  }

  read(body: Xml): this {
    const nodes = unwrapped(elementsOf(body));
    nodes.forEach((node, index) => {
      const info = node.name === "w:p" ? this.#builder.info(node) : null;
      if (info) this.#paragraph(info, nodes[index + 1]);
      else if (!isCardTable(node, this.context) || !this.#fillCard(node)) this.#other(node);
    });
    this.#flush();
    return this;
  }

  #paragraph(info: ParagraphInfo, next: Xml | undefined): void {
    const hue = info.marks.find(({ kind }) => kind === "part");
    if (this.#front && this.#frontLine(info)) return;
    if (!showsNothing(info)) this.#front = false;
    if (hue) this.#openPart(info, numberOf(hue.data[0]) ?? this.#parts);
    else if (info.marks.some(({ kind }) => kind === "end")) this.#closePart();
    else if (isCardHeading(info) && isCardTable(next, this.context)) this.#heading = info;
    else if (this.#part && this.#partLine(this.#part, info)) return;
    else {
      if (this.#part && this.#part.cards.length > 0 && !showsNothing(info)) this.#closePart();
      this.#builder.addParagraph(info);
    }
  }

  #frontLine({ style, pieces }: ParagraphInfo): boolean {
    if (style === TITLE) this.shown.title = exactText(pieces);
    else if (style === SUBTITLE) this.shown.subtitle = exactText(pieces);
    else if (style === BYLINE) {
      this.shown.author = textIn(pieces, STYLE.author);
      this.shown.date = textIn(pieces, STYLE.date);
    } else return false;
    return true;
  }

  #openPart(info: ParagraphInfo, hue: number): void {
    this.#closePart();
    this.#parts++;
    this.#part = {
      type: "part",
      title: richOf(info.pieces),
      anchors: info.anchors,
      standing: null,
      columns: [],
      hue,
      intro: [],
      cards: [],
    };
    this.blocks.push(this.#part);
  }

  /** A line of a part that is not prose. */
  #partLine(part: Part, info: ParagraphInfo): boolean {
    if (part.cards.length > 0) return false;
    if (info.style === STANDING) part.standing = exactText(info.pieces);
    else if (isColumn(info)) part.columns.push(richOf(info.pieces));
    else return false;
    return true;
  }

  #fillCard(table: Xml): boolean {
    const heading = this.#heading;
    this.#heading = null;
    if (!heading) return false;
    if (!this.#part) this.#adoptPart();
    this.#flush();
    const part = this.#part;
    const { card, columns } = readCard(heading, table, this.context);
    if (part?.cards.length === 0) part.columns = columns;
    part?.cards.push(card);
    return true;
  }

  /** A card whose part has lost its bookmark: the heading above it begins the part. */
  #adoptPart(): void {
    this.#flush();
    const at = this.blocks.findLastIndex((block) => block.type === "heading");
    const [heading, ...intro] = at < 0 ? [] : this.blocks.splice(at);
    const part: Part = {
      type: "part",
      title: { text: "" },
      anchors: [],
      standing: null,
      columns: [],
      hue: this.#parts++,
      intro: intro.filter((block) => block.type !== "part" && block.type !== "grid"),
      cards: [],
    };
    if (heading?.type === "heading") {
      part.title = heading.spans
        ? { text: heading.text, spans: heading.spans }
        : { text: heading.text };
      part.anchors = heading.anchors ?? [];
    }
    this.#part = part;
    this.blocks.push(part);
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
    // One by one: a call takes no more arguments than the stack has room for.
    for (const block of blocks) open.push(block);
  }
}
