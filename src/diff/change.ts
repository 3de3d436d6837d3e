import type { Kind as NodeKind } from "../match/tree.js";
import type { Place, Span } from "../model/ladder.js";

/**
 * What became of a node, in words of the ladder. `retitled` is a track, a level, a section or a heading
 * under another name; `regraded` a level with another label, or at another grade of the overview;
 * `marked` the same words with other marks or links; `renamed` a fact under another name; `anchored` a
 * node with other anchors; `reshaped` one that is another form of the same kind: a list's numbering, a
 * heading's depth, a task's state, what a cell spans.
 */
export type ChangeKind =
  | "added"
  | "removed"
  | "moved"
  | "retitled"
  | "regraded"
  | "reworded"
  | "marked"
  | "renamed"
  | "anchored"
  | "reshaped";

/** What a change is of, as people call it. */
export type What =
  | "track"
  | "level"
  | "section"
  | "expectation"
  | "fact"
  | "column head"
  | "overview"
  | "overview row"
  | "overview cell"
  | "front matter"
  | "table row"
  | "table cell"
  | "bullet"
  | Exclude<PieceKind, "ladder" | "front" | "column" | "attribute" | "row" | "cell" | "item">;

/** What a node is. */
export type PieceKind = Exclude<NodeKind, "shown">;

/** A node of a ladder as plain data, all that it holds with it where it is added or removed. */
export interface Piece {
  /** What it is: "item", "section", "level". */
  kind: PieceKind;
  /** The words of its own; left out: it only holds others. */
  text?: string;
  /** The same words with their marks; left out: they have none. */
  spans?: Span[];
  /** What it is beside words and kind: a fact's name, a heading's depth ("2"), a cell's spans. */
  form?: string;
  /** Its anchors; left out: it has none. */
  anchors?: string[];
  /** What it holds, in order. */
  parts?: Piece[];
}

/** One side of a change: a node as one of the ladders has it, and where. */
export interface Side {
  /** Where it stands, in words: "SE 2 › Communication › 3". */
  path: string;
  /** The title of its track; null: it stands on none. */
  track: string | null;
  /** The name of its level: "SE 2 · Software Engineer"; null: it stands in none. */
  level: string | null;
  /** The title of its section; null: it stands in none. */
  section: string | null;
  /** Where it stands in the tree of its ladder: which child of the root, which child of that … (0-based). */
  at: number[];
  /** Where it stands in the post; left out: it was read from a rendering. */
  place?: Place | undefined;
  /** The node itself. */
  piece: Piece;
  /** The grades under which the overview shows it; of levels that are regraded alone. */
  grades?: string[];
}

/** One difference between two ladders. Plain data: JSON holds all of it. */
export interface Change {
  /** All that became of the node: one that is moved and reworded is both. */
  kinds: ChangeKind[];
  /** What it is of. */
  what: What;
  /** In the first ladder; null: it is added. */
  before: Side | null;
  /** In the second ladder; null: it is removed. */
  after: Side | null;
}

/** The side on which a change is told: the second, or the first for what is gone. */
export const sideOf = ({ before, after }: Change): Side => (after ?? before) as Side;
