import type { AnyDocument } from "../../document.js";
import { nodesOf } from "./walk.js";

/** The numbers of a document's notes, by id. */
export interface Notes {
  numberOf(id: string): number;
  /** True where the document holds the note's text. */
  has(id: string): boolean;
}

/** Numbers notes by their first reference; those that nothing refers to come last. */
export function numberNotes(document: AnyDocument): Notes {
  const numbers = new Map<string, number>();
  const texts = new Set<string>();
  const give = (id: string) => numbers.set(id, numbers.get(id) ?? numbers.size + 1);
  const nodes = [...nodesOf(document)];
  for (const node of nodes)
    if (node.kind === "rich")
      for (const span of node.rich.spans ?? []) if (span.type === "note") give(span.id);
  for (const node of nodes)
    if (node.kind === "note") {
      give(node.id);
      texts.add(node.id);
    }
  return {
    numberOf: (id) => numbers.get(id) ?? 0,
    has: (id) => texts.has(id),
  };
}
