import type { Block, Item, Place } from "../../model/ladder.js";
import type { ElementNode, TreeNode } from "../tree.js";
import type { BlockContext } from "./context.js";
import { type BlockReader, blocksOf } from "./index.js";
import { anchorOf, type Marks } from "./inline.js";

/** A list; what stands in it outside of items becomes an item, or belongs to the one before. */
export const list: BlockReader = (node, context, marks) => {
  const items = readItems(node, context, marks);
  if (items.length === 0) return [];
  const ordered = node.name === "ol";
  const start = Number(node.attributes.get("start") ?? "1");
  const told =
    ordered && Number.isInteger(start) && start >= 0 && start <= 999_999_999 && start !== 1;
  return [{ type: "list", ordered, ...(told && { start }), items, place: node.place }];
};

/** A bullet outside a list is a list of one. */
export const strayItem: BlockReader = (node, context, marks) => {
  context.warn("stray-item", "Unexpected <li> outside a list", node.place);
  const item = readItem(node, context, marks);
  return item ? [{ type: "list", ordered: false, items: [item], place: node.place }] : [];
};

/** A definition list: terms in bold, what they mean below them. */
export const definitions: BlockReader = (node, context, marks) =>
  node.children.flatMap((child) => {
    if (child.kind !== "element") return blocksOf([child], context, marks);
    context.anchor(anchorOf(child), child);
    if (child.name === "div") return definitions(child, context, marks);
    return blocksOf(
      child.children,
      context,
      child.name === "dt" ? { ...marks, strong: true } : marks,
    );
  });

function readItems(node: ElementNode, context: BlockContext, marks: Marks): Item[] {
  const items: Item[] = [];
  for (const child of node.children) {
    if (child.kind === "element" && child.name === "li") {
      const item = readItem(child, context, marks);
      if (item) items.push(item);
    } else addStray(child, items, context, marks);
  }
  return items;
}

/** `<ul><li>one</li><ul>…</ul></ul>`: the inner list belongs to "one". */
function addStray(node: TreeNode, items: Item[], context: BlockContext, marks: Marks): void {
  const blocks = blocksOf([node], context, marks);
  if (blocks.length === 0) return;
  const last = items.at(-1);
  if (last && blocks.every((block) => block.type === "list")) {
    last.blocks = [...(last.blocks ?? []), ...blocks];
    return;
  }
  context.warn("stray-content", "Unexpected content of a list outside its items", node.place);
  items.push(itemOf(blocks, node.place));
}

function readItem(node: ElementNode, context: BlockContext, marks: Marks): Item | null {
  context.anchor(anchorOf(node), node);
  const blocks = blocksOf(node.children, context, marks);
  if (blocks.length === 0) return null;
  const item = itemOf(blocks, node.place);
  const checked = stateOf(node);
  return checked !== null && item.text !== "" ? { ...item, checked } : item;
}

/** The first paragraph is the item's own line; the rest stands below it. */
function itemOf(blocks: Block[], place: Place): Item {
  const [first, ...rest] = blocks;
  if (first?.type !== "paragraph") return { text: "", blocks, place };
  // The same object goes on as the item, so that an anchor that lands on it later is not lost.
  const item: Item = Object.assign(first, rest.length > 0 ? { blocks: rest } : {});
  delete (item as { type?: string }).type;
  item.place = place;
  return item;
}

/** The state of a task: Markdown's, or a checkbox before the text. */
function stateOf(node: ElementNode): boolean | null {
  const told = node.attributes.get("data-checked");
  if (told !== undefined) return told === "true";
  const first = node.children.find(
    (child) => child.kind === "element" || child.value.trim() !== "",
  );
  if (first?.kind !== "element") return null;
  if (first.name === "p" || first.name === "label") return stateOf(first);
  if (first.name !== "input" || first.attributes.get("type") !== "checkbox") return null;
  return first.attributes.has("checked");
}
