import type { Document } from "../document.js";
import { documentLines } from "../document-lines.js";
import { type Node, nodesBelow } from "./tree.js";

/** What the texts of a document are called, by the nodes of their words. */
export type Names = ReadonlyMap<object, string>;

/** What each text is called, by the node of its words. */
export const namesOf = (document: Document): Names =>
  new Map(documentLines(document).map(({ rich, path }) => [rich, path]));

/** What a node is called: "SE 2 › Communication › 3"; undefined: it shows no words. */
export function nameOf(node: Node | null, names: Names): string | undefined {
  if (!node) return undefined;
  if (node.kind === "front") return node.form;
  if (node.kind === "shown") return `${nameOf(node.parent, names) ?? ""} › ${node.form}`;
  const own = names.get(node.words);
  if (own !== undefined) return node.kind === "track" ? own.replace(/ › title$/, "") : own;
  for (const each of nodesBelow(node)) {
    const found = names.get(each.words);
    if (found !== undefined) return node.kind === "level" ? found.split(" › ")[0] : found;
  }
  return undefined;
}
