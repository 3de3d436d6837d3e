import { message, type Result } from "../diagnostics.js";
import type { Ladder } from "../model/ladder.js";
import * as schema from "../model/schema.js";
import { type Change, type Piece, type Side, sideOf } from "./change.js";
import { ladderOf } from "./content.js";
import { sameOwn, samePiece, wholePiece } from "./piece.js";
import { toldOf } from "./tree.js";

/** A change that doesn't fit the ladder it is to be made to. */
class Misfit extends Error {}

/**
 * Makes changes to a ladder: `apply(diff(a, b), a)` is b, places aside, under the slug, file and hash
 * of a. The value is null, and the message says at which change, where they don't fit the ladder.
 */
export function apply(changes: readonly Change[], ladder: Ladder): Result<Ladder | null> {
  try {
    const root = wholePiece(toldOf(ladder).tree);
    const moved = remove(changes, root);
    insert(changes, root, moved);
    return { value: validated(ladderOf(root, ladder)), messages: [] };
  } catch (error) {
    if (!(error instanceof Misfit || error instanceof RangeError)) throw error;
    return { value: null, messages: [message("error", "unfit-change", error.message)] };
  }
}

function validated(ladder: Ladder): Ladder {
  const { error } = schema.Ladder.safeParse(ladder);
  if (!error) return ladder;
  const [issue] = error.issues;
  throw new Misfit(
    `Unexpected changes that make no ladder: ${issue?.path.join(".")}: ${issue?.message}`,
  );
}

/** A node that a change is of, in the tree that it is made to. */
interface Found {
  change: Change;
  before: Side;
  piece: Piece;
  parent: Piece;
}

/** What is moved goes on with all that it holds: the nodes that changes took from their places. */
type Moved = ReadonlyMap<Change, Piece>;

/** Takes out all that leaves its place, when all of it is found, and rewords what stays. */
function remove(changes: readonly Change[], root: Piece): Moved {
  const found = changes.flatMap((change): Found[] => {
    const { before } = change;
    if (!before) return [];
    const parent = pieceAt(root, before.at.slice(0, -1), change);
    return [{ change, before, parent, piece: pieceAt(parent, before.at.slice(-1), change) }];
  });
  const leaving = found.filter(({ change }) => leaves(change));
  const gone = new Set(leaving.map(({ piece }) => piece));
  for (const parent of new Set(leaving.map((each) => each.parent)))
    parent.parts = parent.parts?.filter((part) => !gone.has(part)) ?? [];
  for (const { change, before, piece } of found) {
    const fits = change.after ? sameOwn(piece, before.piece) : samePiece(piece, before.piece);
    if (!fits) throw misfit(change, "that is not what the ladder says there");
    if (change.after) reword(piece, change.after.piece);
  }
  return new Map(leaving.map(({ change, piece }) => [change, piece]));
}

const leaves = ({ kinds, after }: Change): boolean => !after || kinds.includes("moved");

function reword(piece: Piece, { kind, text, spans, form, anchors }: Piece): void {
  const { parts } = piece;
  for (const key of Object.keys(piece)) delete piece[key as keyof Piece];
  const own = { kind, text, spans, form, anchors, parts };
  for (const [key, value] of Object.entries(own))
    if (value !== undefined) Object.assign(piece, { [key]: value });
}

/** Puts in what comes, first things first: so each finds its place as the second ladder has it. */
function insert(changes: readonly Change[], root: Piece, moved: Moved): void {
  const coming = changes
    .filter(({ kinds }) => kinds.includes("moved") || kinds.includes("added"))
    .sort((a, b) => byOrder(a.after?.at ?? [], b.after?.at ?? []));
  for (const change of coming) {
    const at = change.after?.at ?? [];
    const parent = pieceAt(root, at.slice(0, -1), change);
    parent.parts ??= [];
    const index = at.at(-1) ?? 0;
    if (index > parent.parts.length) throw misfit(change, "for which there is no place");
    const piece = moved.get(change) ?? structuredClone(change.after?.piece);
    if (piece) parent.parts.splice(index, 0, piece);
  }
}

function byOrder(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((index, depth) => index !== b[depth]);
  return differs < 0 ? a.length - b.length : (a[differs] ?? 0) - (b[differs] ?? -1);
}

function pieceAt(root: Piece, at: readonly number[], change: Change): Piece {
  let piece: Piece | undefined = root;
  for (const index of at) piece = piece?.parts?.[index];
  if (!piece) throw misfit(change, "whose place the ladder doesn't have");
  return piece;
}

const misfit = (change: Change, why: string): Misfit =>
  new Misfit(`Unexpected change of ${sideOf(change).path}, ${why}`);
