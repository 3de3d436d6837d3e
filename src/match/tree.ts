import type { Card, CardSection, Document, Fact, Part } from "../document.js";
import type { Block, BlockOf, Cell, Item, Place, RichText, Row } from "../model/ladder.js";

/** What a node of a merge is. `shown` is what `compose` makes and no post says: it can't be merged. */
export type Kind =
  | "ladder"
  | "front"
  | "shown"
  | "track"
  | "column"
  | "level"
  | "attribute"
  | "section"
  | "overview"
  | "row"
  | "cell"
  | "item"
  | Block["type"];

/** A document as a tree of nodes of one form: what a merge compares, and puts together. */
export interface Node {
  kind: Kind;
  /** The words of its own; null for what only holds others. */
  rich: RichText | null;
  /** What it is beside words and kind: an attribute's name, a heading's depth, a cell's spans. */
  form: string;
  anchors: readonly string[];
  children: Node[];
  parent: Node | null;
  /** The document's node; that of its words, where these are a node apart. */
  of: object;
  words: object;
  place: Place | undefined;
}

type Made = Omit<Node, "parent">;

/** The tree of a document; its nodes are the document's, in their order. */
export function treeOf({ meta, blocks }: Document): Node {
  const told = [
    ["title", meta.title],
    ["excerpt", meta.subtitle],
    ["author", meta.author],
    ["date", meta.date],
  ] as const;
  const front = told.map(([form, text]) => node("front", meta, { text: text ?? "" }, form));
  const content = blocks.map((block) => {
    if (block.type === "part") return partNode(block);
    return block.type === "grid" ? rowsNode("overview", block, block.rows) : blockNode(block);
  });
  return adopted(node("ladder", blocks, null, "", [...front, ...content]), null);
}

/** Every node below one, itself first, in order. */
export function* nodesBelow(node: Node): Generator<Node> {
  // Not by itself: each node would be handed up through all that hold it.
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) waiting.push(next.children[at] as Node);
  }
}

/** The nearest node of a kind in which a node stands, itself among them; null: it stands in none. */
export function within(node: Node, kind: Kind): Node | null {
  for (let each: Node | null = node; each; each = each.parent) if (each.kind === kind) return each;
  return null;
}

function adopted(made: Made, parent: Node | null): Node {
  const own = made as Node;
  own.parent = parent;
  for (const child of own.children) adopted(child, own);
  return own;
}

function node(
  kind: Kind,
  of: { place?: Place | undefined } & object,
  rich: RichText | null,
  form = "",
  children: Made[] = [],
): Made {
  const words = rich ?? of;
  const plain: RichText | null = rich && textOf(rich);
  const anchors = "anchors" in of ? ((of.anchors as string[] | undefined) ?? []) : [];
  const all = children as Node[];
  return { kind, rich: plain, form, anchors, children: all, of, words, place: of.place };
}

const textOf = ({ text, spans }: RichText): RichText => (spans ? { text, spans } : { text });

function partNode(part: Part): Made {
  const standing = { text: part.standing ?? "" };
  return node("track", part, part.title, "", [
    node("shown", standing, standing, "standing"),
    ...part.columns.map((column, index) => node("column", column, column, String(index))),
    ...part.intro.map(blockNode),
    ...part.cards.map(cardNode),
  ]);
}

function cardNode(card: Card): Made {
  const heading = { text: card.heading };
  return node("level", card, null, "", [
    node("shown", heading, heading, "heading"),
    ...card.facts.map(factNode),
    ...card.extras.map((extra) => node("shown", extra, { text: extra.value }, extra.name)),
    ...card.summary.map(blockNode),
    ...card.sections.map(sectionNode),
  ]);
}

const factNode = (fact: Fact): Made => node("attribute", fact, fact.value, fact.name);

const sectionNode = (section: CardSection): Made =>
  node("section", section, section.title, "", [
    ...section.blocks.map(blockNode),
    ...section.sections.map(sectionNode),
  ]);

const rowsNode = (kind: "overview" | "table", of: object, rows: readonly Row[]): Made =>
  node(kind, of, null, "", rows.map(rowNode));

const rowNode = (row: Row): Made => node("row", row, null, "", row.cells.map(cellNode));

function cellNode(cell: Cell): Made {
  const { header, colspan = 1, rowspan = 1, align = "" } = cell;
  const form = `${header ? "head" : "cell"} ${colspan}x${rowspan} ${align}`;
  return node("cell", cell, null, form, cell.blocks.map(blockNode));
}

function blockNode(block: Block): Made {
  switch (block.type) {
    case "paragraph":
      return node(block.type, block, block);
    case "heading":
      return node(block.type, block, block, String(block.depth));
    case "code":
      return node(block.type, block, { text: block.text }, block.language ?? "");
    case "rule":
      return node(block.type, block, null);
    case "list":
      return listNode(block);
    case "table":
      return rowsNode("table", block, block.rows);
    case "quote":
      return node(block.type, block, null, "", block.blocks.map(blockNode));
    case "note":
      return node(block.type, block, null, block.id, block.blocks.map(blockNode));
  }
}

function listNode(list: BlockOf<"list">): Made {
  const form = list.ordered ? `from ${list.start ?? 1}` : "";
  return node("list", list, null, form, list.items.map(itemNode));
}

function itemNode(item: Item): Made {
  const form = item.checked === undefined ? "" : item.checked ? "done" : "open";
  return node("item", item, item, form, (item.blocks ?? []).map(blockNode));
}
