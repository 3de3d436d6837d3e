import type { AnyBlock, AnyDocument, Card, CardSection, Panel, Part } from "../../document.js";
import type { Block, Place, RichText, Row } from "../../model/ladder.js";

/** A node of a document as the ledger, the notes' numbers and the links' targets need it. */
export type Node =
  | { kind: "rich"; owner: object; rich: RichText; place: Place | undefined }
  | { kind: "text"; owner: object; text: string; place: Place | undefined }
  | { kind: "note"; owner: object; id: string; place: Place | undefined }
  | { kind: "anchors"; anchors: readonly string[] };

/** All text, notes and anchors of a document's blocks, in order. */
export function* nodesOf(document: AnyDocument): Generator<Node> {
  for (const block of document.blocks) yield* ofDocumentBlock(block);
}

/** The words of a document, node by node. */
export function* textsOf(document: AnyDocument): Generator<string> {
  yield document.meta.title;
  yield document.meta.subtitle ?? "";
  for (const node of nodesOf(document)) {
    if (node.kind === "rich") yield node.rich.text;
    else if (node.kind === "text") yield node.text;
  }
}

function* ofDocumentBlock(block: AnyBlock): Generator<Node> {
  if (block.type === "grid") yield* ofRows(block.rows);
  else if (block.type === "part") yield* ofPart(block);
  else if (block.type === "comparison") yield* ofBlock(block.table);
  else if (block.type === "panel") yield* ofPanel(block);
  else if (block.type === "notes") yield text(block, block.title, undefined);
  else if (block.type !== "page") yield* ofBlock(block);
}

function* ofPanel({ facts }: Panel): Generator<Node> {
  for (const fact of facts) {
    yield text(fact, fact.name, undefined);
    yield { kind: "rich", owner: fact.value, rich: fact.value, place: undefined };
  }
}

function* ofPart(part: Part): Generator<Node> {
  yield { kind: "anchors", anchors: part.anchors };
  yield { kind: "rich", owner: part.title, rich: part.title, place: part.place };
  if (part.standing !== null) yield text(part, part.standing, part.place);
  yield* ofBlocks(part.intro);
  for (const column of part.columns)
    yield { kind: "rich", owner: column, rich: column, place: part.place };
  for (const card of part.cards) yield* ofCard(card);
}

function* ofCard(card: Card): Generator<Node> {
  yield { kind: "anchors", anchors: card.anchors };
  for (const fact of card.facts) {
    yield text(fact, fact.name, fact.place);
    yield { kind: "rich", owner: fact.value, rich: fact.value, place: fact.place };
  }
  for (const extra of card.extras) yield text(extra, `${extra.name} ${extra.value}`, card.place);
  yield* ofBlocks(card.summary);
  for (const section of card.sections) yield* ofSection(section);
}

function* ofSection(section: CardSection): Generator<Node> {
  yield { kind: "anchors", anchors: section.anchors };
  yield { kind: "rich", owner: section.title, rich: section.title, place: section.place };
  yield* ofBlocks(section.blocks);
  for (const each of section.sections) yield* ofSection(each);
}

function* ofBlocks(blocks: readonly Block[]): Generator<Node> {
  for (const block of blocks) yield* ofBlock(block);
}

function* ofBlock(block: Block): Generator<Node> {
  switch (block.type) {
    case "paragraph":
    case "heading":
      yield* ofText(block);
      return;
    case "code":
      yield { kind: "text", owner: block, text: block.text, place: block.place };
      return;
    case "rule":
      return;
    case "list":
      for (const item of block.items) {
        yield* ofText(item);
        yield* ofBlocks(item.blocks ?? []);
      }
      return;
    case "table":
      yield* ofRows(block.rows);
      return;
    case "note":
      yield { kind: "note", owner: block, id: block.id, place: block.place };
      yield* ofBlocks(block.blocks);
      return;
    case "quote":
      yield* ofBlocks(block.blocks);
      return;
    default:
      block satisfies never;
  }
}

function* ofText(
  block: RichText & { anchors?: string[] | undefined; place?: Place | undefined },
): Generator<Node> {
  if (block.anchors) yield { kind: "anchors", anchors: block.anchors };
  yield { kind: "rich", owner: block, rich: block, place: block.place };
}

function* ofRows(rows: readonly Row[]): Generator<Node> {
  for (const row of rows) for (const cell of row.cells) yield* ofBlocks(cell.blocks);
}

const text = (owner: object, words: string, place: Place | undefined): Node => ({
  kind: "text",
  owner,
  text: words,
  place,
});
