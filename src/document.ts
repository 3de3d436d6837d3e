import type { Block, BlockOf, Ladder, Origin, Place, RichText, Row } from "./model/ladder.js";
import { isUnseen, spansOf, visible } from "./model/rich.js";

/**
 * The neutral tree that writers know: ordinary blocks, and three nodes of our own for what a ladder
 * needs on a page. `compose` makes it of a ladder, a writer makes bytes of it, and the readers of
 * Markdown and DOCX renderings make it again from those bytes.
 *
 * A property marked *shown* is made for the eye by `compose` and made again from the rest by it; a
 * reader fills it with what the rendering really shows, so that `check` can tell a difference.
 */
export interface Document<Of extends AnyBlock = DocumentBlock> {
  /** What it says of itself. */
  meta: Meta;
  /** In the order of its pages. */
  blocks: Of[];
}

/** What writers write: the document of a ladder, or of a packet. */
export type AnyDocument = Document<AnyBlock>;

/** What a document says of itself. All but `origin` and `yaml` is shown. */
export interface Meta {
  origin: Origin;
  /** Front matter as written, without its fences; null where the post has none. */
  yaml: string | null;
  title: string;
  subtitle: string | null;
  author: string | null;
  /** ISO 8601: "2019-12-17". */
  date: string | null;
  /** BCP 47. */
  language: string;
  direction: "ltr" | "rtl";
  /** What a packet says beside its blocks; left out: it is the document of a whole ladder. */
  packet?: PacketMeta | undefined;
}

/** What the pages of a packet say of themselves. */
export interface PacketMeta {
  /** The name of its template. */
  template: string;
  /** The title of the ladder that it was made from. */
  ladder: string;
  /** The heads of pages; the first has none. */
  header: { left: string; right: string };
  /** The foot: where it comes from. */
  footer: string;
  /** How many pages of PDF it promises. */
  pages: { least: number; most: number } | null;
}

/** What the document of a ladder says of itself. */
export const metaOf = (ladder: Ladder): Meta => ({
  origin: ladder.origin,
  yaml: ladder.frontMatter?.yaml ?? null,
  title: ladder.title,
  subtitle: ladder.excerpt,
  author: ladder.author,
  date: ladder.date,
  language: ladder.language,
  direction: ladder.direction,
});

/**
 * The heading that is the document's title: where a post begins with it, its pages say it once, at
 * their head. Undefined where anything is seen before it, or it says something else.
 */
export function titleHeading({ meta, blocks }: AnyDocument): BlockOf<"heading"> | undefined {
  const first = blocks.find((block) => !isBlank(block));
  const isTitle =
    first?.type === "heading" &&
    first.depth === 1 &&
    spansOf(first).every(({ type }) => type === "text") &&
    onOneLine(first.text) === onOneLine(meta.title);
  return isTitle ? first : undefined;
}

/** A block of which nothing is seen. */
export const isBlank = (block: AnyBlock): boolean =>
  (block.type === "paragraph" || block.type === "heading") &&
  isUnseen(block.text) &&
  spansOf(block).every(({ type }) => type === "text" || type === "break");

const onOneLine = (text: string): string => visible(text).replace(/\s+/g, " ").trim();

/** A node of a document: an ordinary block, the overview's grid, or a part with its cards. */
export type DocumentBlock = Block | Grid | Part;

/** A node of a packet: that, or what only a packet has. */
export type AnyBlock = DocumentBlock | PageStart | Panel | Comparison | Notes;

/** What follows begins a page. */
export interface PageStart {
  type: "page";
}

/** A few facts in a box, beside each other: what a packet is about. */
export interface Panel {
  type: "panel";
  facts: { name: string; value: RichText }[];
}

/** What two cards expect, side by side; both forms say the same. */
export interface Comparison {
  type: "comparison";
  /** For a page: two columns, in them what goes together in one row. */
  table: BlockOf<"table">;
  /** For a text: what becomes of what, one after the other. */
  list: Block[];
}

/** Room for notes by hand. */
export interface Notes {
  type: "notes";
  title: string;
  lines: number;
}

/** A grid whose rows belong to parts by colour and whose cells link to cards: the overview. */
export interface Grid {
  type: "grid";
  /** In the order of the page: the scale, where there is one, comes first as header row. */
  rows: Row[];
  /** The place (0-based) that the scale's row, now first, has in the source; null: no scale. */
  scale: number | null;
  /** Shown: for each row the hue (0, 1, 2 …) of its part, null where it belongs to none. */
  hues: (number | null)[];
  /** Shown in a packet: the cells that stand out, by row and by place in it. */
  marked?: { row: number; cell: number }[] | undefined;
}

/** A heading with cards under it: a track. Its heading is of the second depth. */
export interface Part {
  type: "part";
  title: RichText;
  anchors: string[];
  /** Shown: "Levels 1 to 4, grades 2 to 5 of the Persado General Ladder"; null: nothing to say. */
  standing: string | null;
  /** What heads the two columns of the cards (facts, body); empty where the post says nothing. */
  columns: RichText[];
  /** Shown: the hue of its grid row, else its own number. */
  hue: number;
  intro: Block[];
  cards: Card[];
  place?: Place | undefined;
}

/** Facts beside a body: a level. Its heading is of the third depth, its sections' of the fourth. */
export interface Card {
  anchors: string[];
  /** Shown: "1 · Software Engineer"; the card's name in a table of contents. */
  heading: string;
  facts: Fact[];
  /** Shown: facts that the post does not tell at this place: Grade 2. */
  extras: { name: string; value: string }[];
  summary: Block[];
  sections: CardSection[];
  place?: Place | undefined;
}

/** The fact that names a card where it stands: its title, else its label; undefined: none that is seen. */
export const namingFact = ({ facts }: Card): Fact | undefined => {
  const seen = facts.filter(({ value }) => !isUnseen(value.text));
  return seen.find(({ role }) => role === "title") ?? seen.find(({ role }) => role === "label");
};

/** A name and its value. */
export interface Fact {
  name: string;
  value: RichText;
  /** Shown: which facts a writer may set larger. */
  role: "label" | "title" | "other";
  place?: Place | undefined;
}

/** A heading in a card, its blocks, and the sections below it (at most three deep). */
export interface CardSection {
  title: RichText;
  anchors: string[];
  blocks: Block[];
  sections: CardSection[];
  place?: Place | undefined;
}
