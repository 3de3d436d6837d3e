import type { Node } from "../../match/tree.js";
import { anchorOf } from "../../read/blocks/inline.js";
import type { TreeNode } from "../../read/tree.js";
import { headingOf } from "./headed.js";
import type { PostSource } from "./post.js";

/**
 * Anchors in front of a heading's new words, for those that it had by its old ones: links lead there,
 * and would lead nowhere.
 */
export function anchorsFor(node: Node, after: string, post: PostSource): string {
  const { kind, anchors } = node.parent && headingOf(node.parent) === node ? node.parent : node;
  if (anchors.length === 0 || !HEADINGS.has(kind)) return "";
  const told = new Set(post.nodes.flatMap(idsIn));
  return anchors
    .filter((anchor) => !told.has(anchor) && !after.includes(`{#${anchor}}`))
    .map((anchor) => `<a id="${anchor}"></a>`)
    .join("");
}

/** What is headed by words from which a link's target is made. */
const HEADINGS: ReadonlySet<string> = new Set(["heading", "section", "track", "level"]);

function idsIn(node: TreeNode): string[] {
  if (node.kind !== "element") return [];
  const own = anchorOf(node);
  return [...(own === undefined ? [] : [own]), ...node.children.flatMap(idsIn)];
}
