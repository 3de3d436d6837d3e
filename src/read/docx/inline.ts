import { styleKey } from "../../docx-names.js";
import type { TextSpan } from "../../model/ladder.js";
import type { DocxReadContext } from "./context.js";
import { drawingOf } from "./drawing.js";
import { attributeOf, childOf, elementsOf, isOn, rawText, valOf, type Xml } from "./xml.js";

type Marks = Partial<Pick<TextSpan, "strong" | "emphasis" | "delete">>;

/** A link as it stands: two side by side are two, even where they lead to one place. */
export interface Link {
  href: string | undefined;
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
  /** The fields that are open: their instruction, then the link that it makes. */
  readonly #fields: { instruction: string; link: Link | null; shown: boolean }[] = [];

  constructor(private readonly context: DocxReadContext) {}

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
      case "w:del":
      case "w:moveFrom":
        this.#deleted(node);
        return;
      case "mc:AlternateContent":
        this.read(elementsOf(childOf(node, "mc:Choice") ?? childOf(node, "mc:Fallback")), link);
        return;
      case "w:pPr":
      case "w:rPr":
      case "w:sdtPr":
        return;
      default:
        this.read(elementsOf(node), link);
    }
  }

  /** Of deleted text only bookmarks stay: replacing a whole line leaves them there. */
  #deleted(node: Xml): void {
    for (const child of elementsOf(node)) {
      if (child.name === "w:bookmarkStart") this.#node(child, null);
      else this.#deleted(child);
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
      this.#runContent(
        child,
        style,
        marks,
        this.#fields.findLast((each) => each.link)?.link ?? link,
      );
    }
  }

  #runContent(node: Xml, style: string, marks: Marks, link: Link | null): void {
    const text = textOf(node);
    if (text !== null) {
      // What stands before a field's result is its instruction, not the page's text.
      if (this.#fields.every(({ shown }) => shown)) {
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
    } else if (node.name === "w:drawing" || node.name === "w:pict") this.#drawing(node, link);
    else if (node.name === "mc:AlternateContent") {
      const chosen = childOf(node, "mc:Choice") ?? childOf(node, "mc:Fallback");
      for (const child of elementsOf(chosen)) this.#runContent(child, style, marks, link);
    }
  }

  #fieldCharacter(type: string | undefined): void {
    const field = this.#fields.at(-1);
    if (type === "begin") this.#fields.push({ instruction: "", link: null, shown: false });
    else if (type === "end") this.#fields.pop();
    else if (field) {
      field.link = this.#field(field.instruction);
      field.shown = true;
    }
  }

  /** An image, or a box of text, whose words are kept. */
  #drawing(node: Xml, link: Link | null): void {
    const { image, paragraphs, relation } = drawingOf(node, this.context.relations);
    const target = relation === undefined ? undefined : this.context.relations.get(relation);
    const own = target === undefined ? link : { href: this.context.external(target) };
    if (image) this.pieces.push({ type: "image", ...image, link: own });
    for (const paragraph of paragraphs) {
      this.pieces.push({ type: "break" });
      this.read(elementsOf(paragraph), link);
    }
  }
}

const STRONG = styleKey("Strong");
const EMPHASIS = styleKey("Emphasis");

/** The characters that an element of a run stands for (ECMA-376, 17.3.3); null for none. */
function textOf(node: Xml): string | null {
  if (node.name === "w:t") {
    const text = rawText(node);
    return attributeOf(node, "xml:space") === "preserve" ? text : text.trim();
  }
  if (node.name === "w:tab" || node.name === "w:ptab") return "\t";
  if (node.name === "w:noBreakHyphen") return "\u2011";
  if (node.name === "w:softHyphen") return "\u00ad";
  if (node.name !== "w:sym") return null;
  const code = Number.parseInt(attributeOf(node, "w:char") ?? "", 16);
  return code > 0x1f && code < 0xd800 ? String.fromCodePoint(code) : "";
}
