import type { BlockContent, List, ListItem, RootContent } from "mdast";
import type { Block, BlockOf, Item } from "../../model/ladder.js";
import { isEmpty } from "../../model/rich.js";
import { anchors, phrasing } from "./phrasing.js";
import { tableNodes } from "./table.js";

/** The nodes of ordinary blocks. */
export const blockNodes = (blocks: readonly Block[]): RootContent[] => blocks.flatMap(blockNode);

/** The same, where Markdown has a container. */
export const contentNodes = (blocks: readonly Block[]): BlockContent[] =>
  blockNodes(blocks) as BlockContent[];

function blockNode(block: Block): RootContent[] {
  switch (block.type) {
    case "paragraph":
      return [
        { type: "paragraph", children: [...anchors(block.anchors ?? []), ...phrasing(block)] },
      ];
    case "heading":
      return [headingNode(block.depth, block, block.anchors ?? [])];
    case "code":
      return [{ type: "code", lang: block.language ?? null, value: block.text }];
    case "rule":
      return [{ type: "thematicBreak" }];
    case "list":
      return [listNode(block)];
    case "table":
      return tableNodes(block.rows, { mark: "table" });
    case "quote":
      return [{ type: "blockquote", children: contentNodes(block.blocks) }];
    case "note":
      return [
        {
          type: "footnoteDefinition",
          identifier: block.id,
          label: block.id,
          children: contentNodes(block.blocks),
        },
      ];
  }
}

/** A heading; `name` is the class that says what it heads. */
export function headingNode(
  depth: number,
  rich: { text: string },
  ids: readonly string[],
  name?: string,
): RootContent {
  const level = Math.min(depth, 6) as 1 | 2 | 3 | 4 | 5 | 6;
  return { type: "heading", depth: level, children: [...anchors(ids, name), ...phrasing(rich)] };
}

function listNode({ ordered, start, items }: BlockOf<"list">): List {
  return {
    type: "list",
    ordered,
    start: ordered ? (start ?? 1) : null,
    spread: false,
    children: items.map(itemNode),
  };
}

/** An item; its first line, where it has one, is a paragraph. */
export function itemNode(item: Item): ListItem {
  const line = [...anchors(item.anchors ?? []), ...phrasing(item)];
  const first: BlockContent[] =
    isEmpty(item) && line.length === 0 ? [] : [{ type: "paragraph", children: line }];
  return listItem([...first, ...contentNodes(item.blocks ?? [])], item.checked);
}

/**
 * Only a line with a list of lines right below it needs no blank line to be read back as it is: an
 * ordered list that does not begin with 1 can't interrupt a paragraph (CommonMark, clause 5.3).
 */
export function listItem(children: BlockContent[], checked?: boolean): ListItem {
  const [first, second, third] = children;
  const below = second?.type === "list" ? second.children[0]?.children[0]?.type : null;
  const starts = second?.type === "list" && second.ordered ? second.start === 1 : true;
  const tight =
    !second || (first?.type === "paragraph" && below === "paragraph" && starts && !third);
  return { type: "listItem", spread: !tight, checked: checked ?? null, children };
}
