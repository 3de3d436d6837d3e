import type { Card, CardSection, Document, DocumentBlock, Fact, Part } from "./document.js";
import type { Block, Item } from "./model/ladder.js";
import { items } from "./model/walk.js";

/** A node that bears a bookmark of its own in a DOCX, by which an edited file tells it again. */
type Marked =
  | { kind: "part"; node: Part }
  | { kind: "card"; node: Card }
  | { kind: "section"; node: CardSection }
  | { kind: "fact"; node: Fact }
  | { kind: "item"; node: Item };

/** Such a node with the number of its bookmark: the how-manieth of its kind it is, from 1. */
export type MarkedNode = Marked & { number: number };

/**
 * The nodes of a document that bear bookmarks, in the order in which the DOCX writer numbers them.
 * The base of an edited file gives its nodes the numbers that stand in the file.
 */
export function* markedNodes({ blocks }: Document): Generator<MarkedNode> {
  const counts = { part: 0, card: 0, section: 0, fact: 0, item: 0 };
  for (const block of blocks) {
    for (const each of inBlock(block)) yield { ...each, number: ++counts[each.kind] };
  }
}

function* inBlock(block: DocumentBlock): Generator<Marked> {
  if (block.type === "part") yield* inPart(block);
  else if (block.type === "grid") yield* inBlocks([{ type: "table", rows: block.rows }]);
  else yield* inBlocks([block]);
}

function* inPart(part: Part): Generator<Marked> {
  yield { kind: "part", node: part };
  yield* inBlocks(part.intro);
  for (const card of part.cards) yield* inCard(card);
}

function* inCard(card: Card): Generator<Marked> {
  yield { kind: "card", node: card };
  for (const node of card.facts) yield { kind: "fact", node };
  yield* inBlocks(card.summary);
  for (const section of card.sections) yield* inSection(section);
}

function* inSection(section: CardSection): Generator<Marked> {
  yield { kind: "section", node: section };
  yield* inBlocks(section.blocks);
  for (const child of section.sections) yield* inSection(child);
}

function* inBlocks(blocks: readonly Block[]): Generator<Marked> {
  for (const node of items(blocks)) yield { kind: "item", node };
}
