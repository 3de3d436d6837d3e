import { likeness } from "../match/likeness.js";
import type { Partners } from "./partners.js";
import { type Piece, pieceText } from "./pieces.js";
import type { Woven } from "./weave.js";

/** Texts less alike than this are not one text that was moved, and reworded on the way. */
const ALIKE = 0.5;

/** Where a line that is only on one side stands. */
interface Place {
  woven: Woven;
  /** The sequence it is in, and where. */
  within: readonly Woven[];
  at: number;
}

/**
 * Names the moves: lines that are gone at one place and new at another. Those that were moved
 * together are one move.
 */
export function nameMoves(woven: readonly Woven[], partners: Partners): void {
  const gone: Place[] = [];
  const fresh = new Map<Piece, Place>();
  for (const place of placesIn(woven)) {
    const { before, after } = place.woven;
    if (before?.type === "line" && !after) gone.push(place);
    else if (after?.type === "line" && !before) fresh.set(after, place);
  }
  let last: { from: Place; to: Place } | null = null;
  let count = 0;
  for (const from of gone) {
    const to = fresh.get(partners.get(from.woven.before as Piece) as Piece);
    if (!to || likeness(textAt(from), textAt(to)) < ALIKE) continue;
    if (!last || !follows(last.from, from) || !follows(last.to, to)) count++;
    from.woven.move = to.woven.move = `move${count}`;
    last = { from, to };
  }
}

const textAt = ({ woven: { before, after } }: Place): string =>
  pieceText((before ?? after) as Piece);

const follows = (a: Place, b: Place): boolean => a.within === b.within && a.at + 1 === b.at;

/** What stands in a sequence and in the cells of tables that are on both sides. */
function* placesIn(within: readonly Woven[]): Generator<Place> {
  for (const [at, woven] of within.entries()) {
    yield { woven, within, at };
    for (const { cells } of woven.rows ?? []) for (const cell of cells ?? []) yield* placesIn(cell);
  }
}
