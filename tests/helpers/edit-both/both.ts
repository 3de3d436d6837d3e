import type { Card, CardSection, Document, Fact, Part } from "../../../src/document.js";
import { markedNodes } from "../../../src/document-marks.js";
import { markName, readMark } from "../../../src/docx-names.js";
import type { BlockOf, Item } from "../../../src/model/ladder.js";
import type { At, DocxFile } from "../edit-docx.js";

/** A bullet, and the list that it stands in. */
export interface ItemPlace {
  item: Item;
  list: BlockOf<"list">;
}

/** A Word file and the document that it shows, under the same edits. */
export class Both {
  /** Bullets that autocorrect has been at: what else is done to them has no one right outcome. */
  readonly corrected = new Set<Item>();
  readonly #numbers: ReadonlyMap<object, number>;
  readonly #texts: ReadonlyMap<object, string>;

  constructor(
    readonly docx: DocxFile,
    readonly document: Document,
  ) {
    const marked = [...markedNodes(document)];
    this.#numbers = new Map(marked.map(({ node, number }) => [node, number]));
    const items = marked.flatMap(({ kind, node }) => (kind === "item" ? [node] : []));
    this.#texts = new Map(items.map((item) => [item, item.text]));
  }

  /** Where the file has a node that it had from the beginning. */
  at(kind: "part" | "card" | "section" | "item" | "fact", node: object): At {
    const number = this.#numbers.get(node) ?? 0;
    if (kind !== "part") return { bookmark: markName(kind, number) };
    const names = this.docx.$("w\\:bookmarkStart").toArray();
    const found = names.map((each) => this.docx.$(each).attr("w:name") ?? "");
    const isPart = (name: string) => {
      const mark = readMark(name);
      return mark?.kind === "part" && mark.number === number;
    };
    return { bookmark: found.find(isPart) ?? "" };
  }

  /** True for a node that the file had from the beginning. */
  has(node: object | undefined): boolean {
    return node !== undefined && this.#numbers.has(node);
  }

  /** True for a bullet that still says what it said. */
  isUntouched(item: Item): boolean {
    return this.#texts.get(item) === item.text && !item.spans && !this.corrected.has(item);
  }

  /** The bullets that the file had from the beginning. */
  items(): ItemPlace[] {
    const lists = [...below(this.document.blocks)].filter(
      (node): node is BlockOf<"list"> => (node as { type?: string }).type === "list",
    );
    return lists
      .flatMap((list) => list.items.map((item) => ({ item, list })))
      .filter(({ item }) => this.has(item) && !item.blocks && item.text !== "");
  }

  /** Those of plain words alone. */
  plainItems(): ItemPlace[] {
    return this.items().filter(({ item }) => !item.spans && !this.corrected.has(item));
  }

  parts(): Part[] {
    return this.document.blocks.filter((block): block is Part => block.type === "part");
  }

  cards(): { card: Card; cards: Card[] }[] {
    return this.parts()
      .flatMap(({ cards }) => cards.map((card) => ({ card, cards })))
      .filter(({ card }) => this.has(card));
  }

  facts(): Fact[] {
    return this.cards().flatMap(({ card }) => card.facts.filter((fact) => this.has(fact)));
  }

  sections(): { section: CardSection; list: CardSection[] }[] {
    const of = (list: CardSection[]): { section: CardSection; list: CardSection[] }[] =>
      list.flatMap((section) => [{ section, list }, ...of(section.sections)]);
    return this.cards()
      .flatMap(({ card }) => of(card.sections))
      .filter(({ section }) => this.has(section));
  }
}

/** Every object below a value, itself among them. */
export function* below(value: unknown): Generator<object> {
  if (!value || typeof value !== "object") return;
  yield value;
  for (const child of Object.values(value)) yield* below(child);
}

/** One of a list, by any number; undefined where there is none. */
export const pick = <T>(list: readonly T[], at: number): T | undefined =>
  list[at % Math.max(1, list.length)];
