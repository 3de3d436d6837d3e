import { diffArrays } from "diff";
import { type Entry, fitOf, isBeside, type Piece, take } from "./entry.js";

/** A visible text that is none of the document's, and the entry that was expected in its place. */
export interface Stranger {
  piece: Piece;
  /** The index of the entry; one past the last where none was expected any more. */
  at: number;
}

/** More visible texts than this that are none of the document's: it is another document. */
export const MAX_STRANGERS = 500;

/** How far the two are looked at where they differ. */
const PIECES_AHEAD = 40;
const ENTRIES_AHEAD = 80;
/** How many of the next texts decide between two places where one fits. */
const DECIDING = 8;
/** The most columns beside each other that are looked into. */
const COLUMNS_AHEAD = 200;
/** A text alone is not taken for one that is further on than this. */
const NEAR = 3;

/** How far the reading came: all the way, unless it met too many strangers. */
export interface Alignment {
  strangers: Stranger[];
  /** The index of the first entry that was not looked at any more. */
  end: number;
}

/**
 * Reads the visible texts along with the expected ones, each of which is found, skipped or left open;
 * what fits nowhere is a stranger. On one page texts stand in the document's order; where columns run
 * over a page, the next begins again with the first of them.
 */
export function align(entries: readonly Entry[], pieces: readonly Piece[]): Alignment {
  const reader = new Reader(entries, pieces);
  const strangers: Stranger[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.page !== pieces[index - 1]?.page) reader.turnPage();
    const at = reader.next;
    if (!reader.read(index)) strangers.push({ piece, at });
    if (strangers.length > MAX_STRANGERS) return { strangers, end: at };
  }
  return { strangers, end: entries.length };
}

class Reader {
  /** Before this entry, none is open. */
  private first = 0;
  /** On this page, the reading goes on here. */
  next = 0;

  constructor(
    private readonly entries: readonly Entry[],
    private readonly pieces: readonly Piece[],
  ) {}

  turnPage(): void {
    this.first = this.openFrom(this.first);
    this.next = this.first;
  }

  /** Finds the entry of a piece; false where there is none. */
  read(index: number): boolean {
    const found = this.follow(index) ?? this.resume(index);
    const piece = this.pieces[index];
    if (!found || !piece) return false;
    this.skipTo(found);
    take(found, piece);
    this.next = this.openFrom(found.index);
    return true;
  }

  private openFrom(index: number): number {
    let at = index;
    while (at < this.entries.length && this.entries[at]?.state !== "open") at++;
    return at;
  }

  /** The entry that comes next, or the next of a column beside. */
  private follow(index: number): Entry | undefined {
    const piece = this.pieces[index] as Piece;
    const fitting = [...this.candidates()].filter((entry) => fitOf(entry, piece) !== null);
    if (fitting.length < 2) return fitting[0];
    const scores = fitting.map((entry) => this.score(entry, index));
    return fitting[scores.indexOf(Math.max(...scores))];
  }

  private *candidates(): Generator<Entry> {
    let at = this.openFrom(this.next);
    while (this.entries[at]?.optional) {
      yield this.entries[at] as Entry;
      at = this.openFrom(at + 1);
    }
    const next = this.entries[at];
    if (!next) return;
    yield next;
    for (let depth = next.columns.length - 1; depth >= 0; depth--)
      yield* this.columnsBeside(next, depth);
  }

  /** The first open entry of each column behind the one of `entry`. */
  private *columnsBeside(entry: Entry, depth: number): Generator<Entry> {
    const { of, name } = entry.columns[depth] ?? {};
    let last = name;
    let count = 0;
    for (let at = entry.index + 1; at < this.entries.length && count < COLUMNS_AHEAD; at++) {
      const other = this.entries[at] as Entry;
      const column = other.columns[depth];
      if (column?.of !== of) return;
      if (column?.name === last || other.state !== "open") continue;
      last = column?.name;
      count++;
      yield other;
    }
  }

  /** How many pieces in a row are what is expected, if this one is `entry`. */
  private score(entry: Entry, index: number): number {
    let count = fitOf(entry, this.pieces[index] as Piece) === "whole" ? 1 : 0;
    let at = this.openFrom(entry.index + 1);
    for (let ahead = 1; ahead < DECIDING; ahead++) {
      const piece = this.pieces[index + ahead];
      const next = this.entries[at];
      if (!piece || !next || fitOf(next, piece) === null) break;
      count++;
      at = this.openFrom(at + 1);
    }
    return count;
  }

  /** Where texts differ: the entry with which they agree again, if it is this piece's. */
  private resume(index: number): Entry | undefined {
    const ahead: Entry[] = [];
    for (let at = this.next; ahead.length < ENTRIES_AHEAD; at++) {
      at = this.openFrom(at);
      const entry = this.entries[at];
      if (!entry) break;
      ahead.push(entry);
    }
    const shown = this.pieces.slice(index, index + PIECES_AHEAD);
    const { skipped, agreeing } = firstAgreement(ahead, shown);
    const isSure = agreeing > 1 || (agreeing === 1 && skipped <= NEAR);
    return isSure ? ahead[skipped] : undefined;
  }

  /** Entries that are passed over are missing, but for those that another page can still show. */
  private skipTo(found: Entry): void {
    for (let at = this.next; at < found.index; at++) {
      const entry = this.entries[at] as Entry;
      if (entry.state === "open" && !isBeside(entry, found)) entry.state = "skipped";
    }
  }
}

/** How many entries come before the first piece's own, and how many agree from there; 0: none. */
function firstAgreement(
  ahead: readonly Entry[],
  shown: readonly Piece[],
): { skipped: number; agreeing: number } {
  const changes = diffArrays<Entry | Piece>([...ahead], [...shown], {
    comparator: (entry, piece) => fitOf(entry as Entry, piece as Piece) === "whole",
  });
  let skipped = 0;
  for (const { added, removed, count = 0 } of changes) {
    if (added) return { skipped, agreeing: 0 };
    if (!removed) return { skipped, agreeing: count };
    skipped += count;
  }
  return { skipped, agreeing: 0 };
}
