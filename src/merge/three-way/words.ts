import { sameText } from "../../match/likeness.js";
import { type Node, nodesBelow } from "../../match/tree.js";

/** All words of a node, a line each. */
export const wordsOf = (node: Node): string =>
  Array.from(nodesBelow(node), ({ kind, rich }) => (kind === "shown" ? "" : (rich?.text ?? "")))
    .concat(node.kind === "shown" ? [node.rich?.text ?? ""] : [])
    .filter((text) => text !== "")
    .join("\n");

/** True for trees of the same words, what is only shown aside. */
export function isSameTree(a: Node, b: Node): boolean {
  if (a.kind !== b.kind || !sameText(a.rich, b.rich)) return false;
  const [left, right] = [a, b].map(({ children }) =>
    children.filter(({ kind }) => kind !== "shown"),
  );
  return (
    left?.length === right?.length &&
    (left ?? []).every((child, index) => isSameTree(child, right?.[index] as Node))
  );
}

const imagesOf = (node: Node | null): string[] =>
  (node?.rich?.spans ?? []).flatMap((span) => (span.type === "image" ? [span.src] : []));

/** True where a text shows an image that it did not show before. */
export function hasNewImage(base: Node | null, theirs: Node): boolean {
  const known = imagesOf(base);
  return imagesOf(theirs).some((src) => !known.includes(src));
}
