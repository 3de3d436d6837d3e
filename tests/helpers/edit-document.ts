import fc from "fast-check";
import type { Card, CardSection, Document, Fact } from "../../src/document.js";
import { markedNodes } from "../../src/document-marks.js";
import type { Block, BlockOf, Item, RichText } from "../../src/model/ladder.js";

/** What a person does to a document, as numbers: which kind of edit, where, and where to. */
export interface Edit {
  kind: (typeof KINDS)[number];
  at: number;
  to: number;
}

const KINDS = [
  "reword item",
  "reword item",
  "replace item",
  "bold item",
  "add item",
  "add item",
  "remove item",
  "move item",
  "move item",
  "split item",
  "join item",
  "reword fact",
  "reword title",
  "reword text",
  "rename section",
  "add section",
  "remove section",
  "move section",
  "add level",
  "remove level",
] as const;

/** Scripts of one to `most` edits. */
export const scripts = (most: number): fc.Arbitrary<Edit[]> =>
  fc.array(
    fc.record({ kind: fc.constantFrom(...KINDS), at: fc.nat(100_000), to: fc.nat(100_000) }),
    { minLength: 1, maxLength: most },
  );

/** A document that was edited, with the bookmarks on those of its nodes that were there before. */
export interface EditedDocument {
  document: Document;
  marks: Map<object, number[]>;
  /** What was done, in words; an edit that found nothing to do is not among them. */
  done: Done[];
}

/** One edit that was made. */
export interface Done {
  kind: Edit["kind"];
  /** The words that it brought, which stand nowhere else. */
  word: string;
  /** The text that it was made to. */
  before: string;
}

/** Carries a script out; every edit brings a word of its own, which begins with `prefix`. */
export function editDocument(
  original: Document,
  script: readonly Edit[],
  prefix: string,
): EditedDocument {
  const document = structuredClone(original);
  const marks = new Map(
    Array.from(markedNodes(document), ({ node, number }) => [node as object, [number]]),
  );
  const done: Done[] = [];
  script.forEach((edit, index) => {
    const word = `${prefix}${index}`;
    const before = new Editing(document, marks).carryOut(edit, word);
    if (before !== null) done.push({ kind: edit.kind, word, before });
  });
  return { document, marks, done };
}

interface ItemPlace {
  list: BlockOf<"list">;
  item: Item;
  /** The blocks that the list is one of. */
  blocks: Block[];
}

class Editing {
  private readonly places: ItemPlace[] = [];
  private readonly sections: { list: CardSection[]; section: CardSection }[] = [];
  private readonly cards: { cards: Card[]; card: Card }[] = [];
  private readonly texts: RichText[] = [];

  constructor(
    private readonly document: Document,
    private readonly marks: Map<object, number[]>,
  ) {
    for (const block of document.blocks) {
      if (block.type === "part") {
        this.blocks(block.intro);
        for (const card of block.cards) this.card(card, block.cards);
      } else if (block.type === "grid") {
        for (const row of block.rows) for (const cell of row.cells) this.blocks(cell.blocks);
      }
    }
    this.blocks(document.blocks as Block[]);
  }

  private card(card: Card, cards: Card[]): void {
    this.cards.push({ cards, card });
    this.blocks(card.summary);
    for (const section of card.sections) this.section(section, card.sections);
  }

  private section(section: CardSection, list: CardSection[]): void {
    this.sections.push({ list, section });
    this.blocks(section.blocks);
    for (const child of section.sections) this.section(child, section.sections);
  }

  private blocks(blocks: Block[]): void {
    for (const block of blocks) {
      if (block.type === "list")
        for (const item of block.items) {
          this.places.push({ list: block, item, blocks });
          this.blocks(item.blocks ?? []);
        }
      else if (block.type === "paragraph" || block.type === "heading") this.texts.push(block);
      else if (block.type === "table")
        for (const row of block.rows) for (const cell of row.cells) this.blocks(cell.blocks);
      else if (block.type === "quote" || block.type === "note") this.blocks(block.blocks);
    }
  }

  /** The text before; null where there is nothing to do. */
  carryOut({ kind, at, to }: Edit, word: string): string | null {
    const place = pick(this.places, at);
    const other = pick(this.places, to);
    const held = pick(this.sections, at);
    switch (kind) {
      case "reword item":
        return place ? reword(place.item, to, word) : null;
      case "replace item":
        return place ? setText(place.item, `All ${word} of it`) : null;
      case "bold item":
        return place ? embolden(place.item, to, word) : null;
      case "add item":
        return place
          ? insertAfter(place.list.items, place.item, { text: `New ${word} here.` })
          : null;
      case "remove item":
        return place && place.list.items.length > 1
          ? removeFrom(place.list.items, place.item)
          : null;
      case "move item":
        return place && other ? this.move(place, other) : null;
      case "split item":
        return place ? this.split(place, to, word) : null;
      case "join item":
        return place ? this.join(place) : null;
      case "reword fact":
        return this.fact(at, to, word);
      case "reword title":
        return held ? null : null;
      case "reword text": {
        const text = pick(this.texts, at);
        return text && text.text !== "" ? reword(text, to, word) : null;
      }
      case "rename section":
        return held && held.section.title.text !== "" ? reword(held.section.title, to, word) : null;
      case "add section":
        return held ? insertAfter(held.list, held.section, newSection(word)) : null;
      case "remove section":
        return held && held.list.length > 1 ? removeFrom(held.list, held.section) : null;
      case "move section":
        return this.moveSection(at, to);
      case "add level":
        return this.addLevel(at, word);
      case "remove level":
        return this.removeLevel(at);
    }
  }

  private move({ list, item }: ItemPlace, other: ItemPlace): string | null {
    if (item === other.item || list.items.length < 2 || holds(item, other.item)) return null;
    if (list.ordered !== other.list.ordered) return null;
    removeFrom(list.items, item);
    insertAfter(other.list.items, other.item, item);
    return item.text;
  }

  private split({ list, item }: ItemPlace, to: number, word: string): string | null {
    if (item.spans || item.blocks) return null;
    const gaps = [...item.text.matchAll(/ /g)].map(({ index }) => index);
    const gap = pick(gaps, to);
    if (gap === undefined) return null;
    const before = item.text;
    insertAfter(list.items, item, { text: `${item.text.slice(gap + 1)} ${word}` });
    item.text = item.text.slice(0, gap);
    return before;
  }

  private join({ list, item }: ItemPlace): string | null {
    const next = list.items[list.items.indexOf(item) + 1];
    if (!next || item.spans || next.spans || item.blocks || next.blocks) return null;
    if (item.text === "" || next.text === "") return null;
    const before = item.text;
    item.text = `${item.text} ${next.text}`;
    this.marks.set(item, [...(this.marks.get(item) ?? []), ...(this.marks.get(next) ?? [])]);
    removeFrom(list.items, next);
    return before;
  }

  private fact(at: number, to: number, word: string): string | null {
    const facts = this.cards
      .flatMap(({ card }) => card.facts)
      .filter((fact: Fact) => fact.value.text !== "");
    const fact = pick(facts, at);
    return fact ? reword(fact.value, to, word) : null;
  }

  private moveSection(at: number, to: number): string | null {
    const own = this.sections.filter(({ section }) => section.title.text !== "");
    const [from, other] = [pick(own, at), pick(own, to)];
    if (!from || !other || from.section === other.section || from.list !== other.list) return null;
    removeFrom(from.list, from.section);
    insertAfter(other.list, other.section, from.section);
    return from.section.title.text;
  }

  private addLevel(at: number, word: string): string | null {
    const found = pick(this.cards, at);
    if (!found || found.card.sections.length === 0) return null;
    const facts = found.card.facts.map(({ name, role, value }) => ({
      name,
      role,
      value: { text: value.text === "" ? "" : `${word}` },
    }));
    const card: Card = {
      anchors: [],
      heading: `${word}`,
      facts,
      extras: [],
      summary: [],
      sections: [newSection(word)],
    };
    insertAfter(found.cards, found.card, card);
    return "";
  }

  private removeLevel(at: number): string | null {
    const found = pick(this.cards, at);
    if (!found || found.cards.length < 2) return null;
    // A link to what is gone is no link: Word's bookmark goes with it, and so does the link.
    if (found.card.anchors.some((anchor) => JSON.stringify(this.document).includes(`"#${anchor}"`)))
      return null;
    removeFrom(found.cards, found.card);
    return found.card.heading;
  }
}

const newSection = (word: string): CardSection => ({
  title: { text: `Section ${word}` },
  anchors: [],
  blocks: [
    {
      type: "list",
      ordered: false,
      items: [{ text: `First ${word}.` }, { text: `Second ${word}.` }],
    },
  ],
  sections: [],
});

const pick = <T>(list: readonly T[], at: number): T | undefined =>
  list[at % Math.max(1, list.length)];

function setText(rich: RichText, text: string): string {
  const before = rich.text;
  rich.text = text;
  delete rich.spans;
  return before;
}

/** Another word in the place of one, whatever marks it bears. */
function reword(rich: RichText, at: number, word: string): string | null {
  const before = rich.text;
  if (!rich.spans) {
    const words = [...rich.text.matchAll(/[\p{L}\p{N}]+/gu)];
    const found = pick(words, at);
    if (!found) return setText(rich, word);
    rich.text =
      rich.text.slice(0, found.index) + word + rich.text.slice(found.index + found[0].length);
    return before;
  }
  const spans = rich.spans.filter(
    (span) => span.type === "text" && /[\p{L}\p{N}]/u.test(span.text),
  );
  const span = pick(spans, at);
  if (span?.type !== "text") return null;
  span.text = span.text.replace(/[\p{L}\p{N}]+/u, word);
  rich.text = rich.spans
    .map((each) =>
      each.type === "text"
        ? each.text
        : each.type === "break"
          ? "\n"
          : each.type === "image"
            ? each.alt
            : "",
    )
    .join("");
  return before;
}

function embolden(rich: RichText, at: number, word: string): string | null {
  if (rich.spans) return null;
  const words = [...rich.text.matchAll(/(?<= )\p{L}+(?= )/gu)];
  const found = pick(words, at);
  if (!found) return null;
  const before = rich.text;
  const [head, tail] = [before.slice(0, found.index), before.slice(found.index + found[0].length)];
  rich.text = `${head}${word}${tail}`;
  rich.spans = [
    { type: "text", text: head },
    { type: "text", text: word, strong: true },
    { type: "text", text: tail },
  ];
  return before;
}

function insertAfter<T>(list: T[], before: T, own: T): string {
  list.splice(list.indexOf(before) + 1, 0, own);
  return "";
}

function removeFrom<T extends object>(list: T[], own: T): string {
  list.splice(list.indexOf(own), 1);
  return "text" in own ? String(own.text) : "";
}

const holds = (item: Item, other: Item): boolean =>
  JSON.stringify(item.blocks ?? []).includes(JSON.stringify(other.text));
