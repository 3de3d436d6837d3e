import type { PhrasingContent, RootContent } from "mdast";
import type { AnyBlock, Meta, Panel } from "../../document.js";
import { plainText } from "../../model/rich.js";
import { blockNodes, headingNode } from "./blocks.js";
import { gridNodes } from "./grid.js";
import { factItem, partNodes } from "./part.js";

/** A packet: its title, and its blocks. It is no source that is read back, so that nothing marks what is what. */
export function packetNodes(meta: Meta, blocks: readonly AnyBlock[]): RootContent[] {
  const subtitle: RootContent[] = meta.subtitle === null ? [] : [paragraph(meta.subtitle)];
  return [
    headingNode(1, plainText(meta.title), []),
    ...subtitle,
    ...blocks.flatMap(blockOf).map(unmarked),
  ];
}

const paragraph = (value: string): RootContent => ({
  type: "paragraph",
  children: [{ type: "text", value }],
});

function blockOf(block: AnyBlock): RootContent[] {
  switch (block.type) {
    case "page":
      return [];
    case "grid":
      return gridNodes(block);
    case "part":
      return partNodes(block);
    case "panel":
      return panelNodes(block);
    case "comparison":
      return blockNodes(block.list);
    case "notes":
      return [headingNode(2, plainText(block.title), [])];
    default:
      return blockNodes([block]);
  }
}

const panelNodes = ({ facts }: Panel): RootContent[] => [
  {
    type: "list",
    ordered: false,
    spread: false,
    children: facts.map((fact) => factItem({ ...fact, role: "other" })),
  },
];

/** Without the anchors by which a ladder's rendering is read back; those that links lead to stay. */
function unmarked<T extends RootContent | PhrasingContent>(node: T): T {
  if (!("children" in node)) return node;
  const children = (node.children as PhrasingContent[]).filter((child) => !isMark(child));
  const ids = children.map((child) =>
    child.type === "html" ? { ...child, value: child.value.replace(/ class="[^"]*"/, "") } : child,
  );
  return { ...node, children: ids.map(unmarked) } as T;
}

const isMark = (node: PhrasingContent): boolean =>
  node.type === "html" && /^<a class="[^"]*"><\/a>$/.test(node.value);
