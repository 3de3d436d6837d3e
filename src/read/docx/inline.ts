import { styleKey } from "../../docx-names.js";
import type { TextSpan } from "../../model/ladder.js";
import type { DocxReadContext } from "./context.js";
import { drawingOf } from "./drawing.js";
import { withoutXmlSpace } from "./line-ends.js";
import { chosenIn, wordsOf } from "./words.js";
import { attributeOf, childOf, elementsOf, isOn, rawText, valOf, type Xml } from "./xml.js";

type Marks = Partial<Pick<TextSpan, "strong" | "emphasis" | "delete">>;

/** A link as it stands: two side by side are two, even where they lead to one place. */
export interface Link {
  href: string | undefined;
}

/** A field that is open (ECMA-376, 17.16.18): first its instruction, then its result. */
interface Field {
  instruction: string;
  /** The link that it makes, or that an outer one makes. */
  link: Link | null;
  /** True where its result is text of the page. */
  shown: boolean;
  /** True where it stands in such a result itself. */
  inShown: boolean;
  /** True from its result on. */
  begun: boolean;
}

/** What a paragraph holds, in order. */
export type Piece =
  | { type: "text"; text: string; style: string; marks: Marks; link: Link | null }
  | { type: "break" }
  | { type: "image"; src: string; alt: string; link: Link | null };

/** Reads the content of one paragraph. */
export class InlineReader {
  readonly pieces: Piece[] = [];
  /** The names of the bookmarks that begin here. */
  readonly bookmarks: string[] = [];
  /** The fields that are open, outer ones first. */
  readonly #fields: Field[] = [];

  constructor(
    private readonly context: DocxReadContext,
    private readonly paragraph: Xml,
  ) {}

  read(nodes: readonly Xml[], link: Link | null = null): this {
    for (const node of nodes) this.#node(node, link);
    return this;
  }

  #node(node: Xml, link: Link | null): void {
    switch (node.name) {
      case "w:r":
        this.#run(node, link);
        return;
      case "w:hyperlink":
        this.read(elementsOf(node), this.#hyperlink(node));
        return;
      case "w:fldSimple":
        this.read(elementsOf(node), this.#field(attributeOf(node, "w:instr") ?? "") ?? link);
        return;
      case "w:bookmarkStart":
        this.bookmarks.push(attributeOf(node, "w:name") ?? "");
        return;
      case "mc:AlternateContent":
        this.read(chosenIn(node), link);
        return;
      case "m:oMath":
        this.#equation(node, link);
        return;
      case "w:pPr":
      case "w:rPr":
        return;
      default:
        this.read(elementsOf(node), link);
    }
  }

  #hyperlink(node: Xml): Link {
    const target = this.context.relations.get(attributeOf(node, "r:id") ?? "");
    const anchor = attributeOf(node, "w:anchor");
    if (target !== undefined) {
      return { href: this.context.external(anchor ? `${target}#${anchor}` : target) };
    }
    return { href: anchor === undefined ? undefined : this.context.internal(anchor) };
  }

  /** The link that a field makes (ECMA-376, 17.16.5.25); null for another field. */
  #field(instruction: string): Link | null {
    const found = /^\s*HYPERLINK\s+(\\l\s+)?(?:"((?:[^"\\]|\\.)*)"|(\S+))/i.exec(instruction);
    if (!found) return null;
    const argument = (found[2] ?? found[3] ?? "").replace(/\\(.)/g, "$1");
    const inside = found[1] !== undefined;
    return {
      href: inside ? this.context.internal(argument) : this.context.external(argument),
    };
  }

  #run(node: Xml, link: Link | null): void {
    const properties = childOf(node, "w:rPr");
    if (isOn(properties, "w:vanish")) return;
    const style = this.context.styles.keyOf(valOf(properties, "w:rStyle"));
    const marks: Marks = {
      ...((isOn(properties, "w:b") || style === STRONG) && { strong: true }),
      ...((isOn(properties, "w:i") || style === EMPHASIS) && { emphasis: true }),
      ...((isOn(properties, "w:strike") || isOn(properties, "w:dstrike")) && { delete: true }),
    };
    for (const child of elementsOf(node)) {
      this.#runContent(child, style, marks, this.#fields.at(-1)?.link ?? link);
    }
  }

  #runContent(node: Xml, style: string, marks: Marks, link: Link | null): void {
    const text = textOf(node);
    if (text !== null) {
      // What stands before a field's result is its instruction, not the page's text.
      if (this.#fields.at(-1)?.shown ?? true) {
        this.pieces.push({ type: "text", text, style, marks, link });
      }
    } else if (node.name === "w:br" || node.name === "w:cr") {
      if (!/^(?:page|column)$/.test(attributeOf(node, "w:type") ?? "")) {
        this.pieces.push({ type: "break" });
      }
    } else if (node.name === "w:fldChar") this.#fieldCharacter(attributeOf(node, "w:fldCharType"));
    else if (node.name === "w:instrText") {
      const field = this.#fields.at(-1);
      if (field) field.instruction += rawText(node);
    } else if (DRAWINGS.has(node.name)) this.#drawing(node, link);
    else if (node.name === "mc:AlternateContent") {
      for (const child of chosenIn(node)) this.#runContent(child, style, marks, link);
    } else if (node.name === "w:ruby") this.#ruby(node, link);
    else if (/^w:(?:foot|end)noteReference$/.test(node.name)) {
      this.context.leftOut?.footnote(node, this.paragraph);
    }
  }

  /** Text with a phonetic guide above it (ECMA-376, 17.3.3.25). */
  #ruby(node: Xml, link: Link | null): void {
    const guide = elementsOf(childOf(node, "w:rt")).map(wordsOf).join("");
    this.context.leftOut?.note(node, "phonetic guide", guide, this.paragraph);
    this.read(elementsOf(childOf(node, "w:rubyBase")), link);
  }

  #equation(node: Xml, link: Link | null): void {
    const text = wordsOf(node);
    const { leftOut } = this.context;
    if (leftOut) leftOut.note(node, "equation", text, this.paragraph);
    else this.pieces.push({ type: "text", text, style: "", marks: {}, link });
  }

  #fieldCharacter(type: string | undefined): void {
    const field = this.#fields.at(-1);
    if (type === "begin") {
      const { link = null, shown = true } = field ?? {};
      this.#fields.push({ instruction: "", link, shown: false, inShown: shown, begun: false });
    } else if (type === "end") this.#fields.pop();
    else if (field && !field.begun) {
      field.begun = true;
      field.link = this.#field(field.instruction) ?? field.link;
      field.shown = field.inShown;
    }
  }

  /** Of an image whose address may not be used, its alternative text is kept, as in a post. */
  #image({ src, alt }: { src: string; alt: string }, link: Link | null): Piece {
    const address = this.context.external(src);
    if (address === undefined) return { type: "text", text: alt, style: "", marks: {}, link };
    return { type: "image", src: address, alt, link };
  }

  /** An image, or boxes of text, whose words are kept. */
  #drawing(node: Xml, link: Link | null): void {
    const drawing = drawingOf(node, this.context);
    if (this.context.leftOut?.drawing(node, drawing, this.paragraph)) return;
    const { image, boxes, relation } = drawing;
    const target = relation === undefined ? undefined : this.context.relations.get(relation);
    const own = target === undefined ? link : { href: this.context.external(target) };
    if (image) this.pieces.push(this.#image(image, own));
    if (this.context.leftOut) return;
    for (const paragraph of boxes.flatMap(elementsOf).filter(({ name }) => name === "w:p")) {
      this.pieces.push({ type: "break" });
      this.read(elementsOf(paragraph), link);
    }
  }
}

const DRAWINGS = new Set(["w:drawing", "w:pict", "w:object"]);
const STRONG = styleKey("Strong");
const EMPHASIS = styleKey("Emphasis");

/** The characters that an element of a run stands for (ECMA-376, 17.3.3); null for none. */
function textOf(node: Xml): string | null {
  if (node.name === "w:t") {
    const text = rawText(node);
    return attributeOf(node, "xml:space") === "preserve" ? text : withoutXmlSpace(text);
  }
  if (node.name === "w:tab" || node.name === "w:ptab") return "\t";
  if (node.name === "w:noBreakHyphen") return "\u2011";
  if (node.name === "w:softHyphen") return "\u00ad";
  if (node.name !== "w:sym") return null;
  const code = Number.parseInt(attributeOf(node, "w:char") ?? "", 16);
  return code > 0x1f && code < 0xd800 ? String.fromCodePoint(code) : "";
}
