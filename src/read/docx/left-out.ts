import { Budget } from "./budget.js";
import type { Drawing } from "./drawing.js";
import { MAX_TOLD_CHARACTERS } from "./limits.js";
import type { DocxPackage } from "./package.js";
import { wordsOf } from "./words.js";
import { attributeOf, elementsOf, rawText, type Xml } from "./xml.js";

/** What a ladder can't hold, and the element that is nearest to it. */
export interface RawForeign {
  what: string;
  text: string;
  at: Xml | null;
}

/** Gathers what a ladder can't hold while an edited document is read, so that none of it vanishes. */
export class LeftOut {
  readonly found: RawForeign[] = [];
  readonly #noted = new Set<Xml>();
  readonly #told = new Budget(MAX_TOLD_CHARACTERS, "what no ladder holds:");
  #notes: ReadonlyMap<string, Xml> | null = null;

  /** `images`: the addresses of the images that the file had when it was written; null: unknown. */
  constructor(
    private readonly docx: DocxPackage,
    private readonly images: ReadonlySet<string> | null,
  ) {}

  /** Notes an element, once however often it is read. */
  note(node: Xml, what: string, text: string, at: Xml | null): void {
    if (this.#noted.has(node)) return;
    this.#noted.add(node);
    this.found.push({ what, text: this.#told.spend(text.trim()), at });
  }

  /** Notes what is drawn but for an image that the file had; true for an image that it had not. */
  drawing(node: Xml, { image, boxes, drawn, words }: Drawing, at: Xml): boolean {
    for (const box of boxes) {
      this.note(box, "text box", elementsOf(box).map(wordsOf).join(""), at);
    }
    if (node.name === "w:object") this.note(node, "embedded object", words, at);
    else if (drawn) this.#part(node, drawn, at);
    else if (image) return this.#picture(node, image, at);
    else if (boxes.length === 0) this.note(node, "shape", words, at);
    return true;
  }

  #picture(node: Xml, { src, alt, named }: NonNullable<Drawing["image"]>, at: Xml): boolean {
    const isOurs = named && (this.images === null || this.images.has(src));
    if (!isOurs) this.note(node, "picture", alt, at);
    return !isOurs;
  }

  /** A footnote or an endnote of Word's own (ECMA-376, 17.11), told where the text refers to it. */
  footnote(reference: Xml, at: Xml): void {
    const what = reference.name === "w:footnoteReference" ? "footnote" : "endnote";
    const id = attributeOf(reference, "w:id");
    this.#notes ??= new Map(["footnote", "endnote"].flatMap((kind) => this.#notesOf(kind)));
    const note = this.#notes.get(`${what} ${id}`);
    this.#once(reference, note, { what, textOf: wordsOf, at });
  }

  #notesOf(kind: string): [key: string, note: Xml][] {
    const notes = this.docx.related.get(`${kind}s`)?.flatMap(({ root }) => elementsOf(root)) ?? [];
    return notes.map((note) => [`${kind} ${attributeOf(note, "w:id")}`, note]);
  }

  /** A chart or a diagram, with the words of its part. */
  #part(node: Xml, { what, relation }: NonNullable<Drawing["drawn"]>, at: Xml): void {
    const target = this.docx.relations.get(relation) ?? "";
    const path = target.startsWith("/") ? target.slice(1) : this.docx.folder + target;
    this.#once(node, this.docx.parts.xml(path), { what, textOf: drawnWords, at });
  }

  /** Notes what stands elsewhere: however many elements refer to it, its words are told once. */
  #once(
    node: Xml,
    elsewhere: Xml | undefined,
    { what, textOf, at }: { what: string; textOf: (node: Xml) => string; at: Xml },
  ): void {
    if (!elsewhere) this.note(node, what, "", at);
    else if (!this.#noted.has(elsewhere)) this.note(elsewhere, what, textOf(elsewhere), at);
  }
}

/** Text, and the names that a chart has copied from its table (ECMA-376, 21.2.2.201). */
function drawnWords(node: Xml): string {
  const words: string[] = [];
  const visit = (parent: Xml): void => {
    for (const child of elementsOf(parent)) {
      if (child.name === "c:strCache") words.push(`${elementsOf(child).map(cached).join("\n")}\n`);
      else if (child.name === "a:p") words.push(wordsOf(child));
      else visit(child);
    }
  };
  visit(node);
  return words.join("");
}

const cached = (point: Xml): string =>
  elementsOf(point)
    .filter(({ name }) => name === "c:v")
    .map(rawText)
    .join("");
