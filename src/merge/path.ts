import type { Document } from "../document.js";
import { type Names, nameOf, namesOf } from "../match/names.js";
import type { Node } from "../match/tree.js";
import type { Change } from "./change.js";

/** Gives changes the names of their places: as the post has them, else the base, else the file. */
export function withPaths(
  changes: readonly Change[],
  documents: Record<"base" | "theirs" | "ours", Document>,
): void {
  const known = new Map<Document, Names>();
  // Few changes need the names of all three.
  const named = (node: Node | null, document: Document): string | undefined => {
    if (!node) return undefined;
    const names = known.get(document) ?? namesOf(document);
    known.set(document, names);
    return nameOf(node, names);
  };
  for (const change of changes) {
    const { base, theirs, ours } = change.nodes;
    const now = () => named(theirs, documents.theirs);
    change.path =
      named(ours, documents.ours) ??
      named(base, documents.base) ??
      now() ??
      nameAbove(theirs, (node) => named(node, documents.theirs));
    const to = change.kind === "moved" ? now() : undefined;
    if (to !== undefined) change.to = to;
  }
}

/** What holds a node that shows no words has a name. */
function nameAbove(node: Node | null, nameOf: (node: Node) => string | undefined): string {
  for (let each = node?.parent; each; each = each.parent) {
    const found = nameOf(each);
    if (found !== undefined) return found;
  }
  return "";
}
