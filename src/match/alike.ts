import { likeness, sameText } from "./likeness.js";
import { type Node, nodesBelow } from "./tree.js";

/** True for trees that say the same in the same form. */
export const isAlike = (a: Node, b: Node): boolean =>
  a.kind === b.kind &&
  a.form === b.form &&
  a.children.length === b.children.length &&
  sameText(a.rich, b.rich) &&
  a.anchors.join("\n") === b.anchors.join("\n") &&
  a.children.every((child, index) => isAlike(child, b.children[index] as Node));

/** How alike two nodes are by all their words. */
export const alikeness = (a: Node, b: Node): number => likeness(wordsIn(a), wordsIn(b));

const wordsIn = (node: Node): string =>
  node.kind === "item" || node.children.length === 0
    ? (node.rich?.text ?? "")
    : Array.from(nodesBelow(node), ({ rich }) => rich?.text ?? "").join(" ");
