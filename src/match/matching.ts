import type { Node } from "./tree.js";

/** Which nodes of two trees are the same one, before and after an edit. */
export interface Matching {
  /** From the first tree to the second. */
  to: ReadonlyMap<Node, Node>;
  /** From the second to the first. */
  from: ReadonlyMap<Node, Node>;
}

/** For nodes of the second tree: those of the first which they are said to be. */
export type Claims = ReadonlyMap<Node, readonly Node[]>;
