import type { Node } from "../match/tree.js";
import type { Place } from "../model/ladder.js";

/** What was done to a node. */
export type ChangeKind =
  | "reworded"
  | "marked"
  | "added"
  | "removed"
  | "moved"
  | "split"
  | "joined"
  | "autocorrected";

/**
 * What becomes of a change: it is made; the post has it already; the post says something else at
 * that place; there is no way to write it; or it is no edit, and left alone.
 */
export type Outcome = "made" | "already" | "conflict" | "unplaced" | "left";

/** One difference between the file that was edited and the ladder it was made from. */
export interface Change {
  kind: ChangeKind;
  outcome: Outcome;
  /** Where it was: "SE 2 › Role Highlights › 3"; of what is new, where it is. */
  path: string;
  /** Where it is moved to. */
  to?: string;
  /** Its words before; null where it is new. */
  before: string | null;
  /** Its words in the edited file; null where it is gone. */
  after: string | null;
  /** In a conflict: its words in the post; null where it is gone there. */
  ours?: string | null;
  /** Why a change is not made. */
  why?: string;
  /** Where the post has it, or would have it. */
  place?: Place | undefined;
  /** The nodes that the change is about, where they are. */
  nodes: { base: Node | null; theirs: Node | null; ours: Node | null };
}
