import type { ShownText } from "../../pdf-words.js";
import type { Expected } from "./expected.js";
import { keyOf, lettersOf } from "./keys.js";

/** A visible text and its two keys. */
export interface Piece extends ShownText {
  key: string;
  letters: string;
}

/** Makes a visible text ready to be compared. */
export function pieceOf(text: ShownText): Piece {
  const key = keyOf(text.text);
  return { ...text, key, letters: lettersOf(key) };
}

/** An expected text, and how much of it was found so far. */
export interface Entry extends Expected {
  index: number;
  /** How long the key of what was found is. */
  used: number;
  /** What was found, with its spaces. */
  found: string;
  /** Where it ended; null: nowhere yet. */
  page: number | null;
  /** "open": may still be found; "skipped": the reading went on behind it. */
  state: "open" | "done" | "skipped";
}

/** Makes an expected text ready to be found. */
export const entryOf = (expected: Expected, index: number): Entry => ({
  ...expected,
  index,
  used: 0,
  found: "",
  page: null,
  state: "open",
});

const keyFor = (entry: Entry, piece: Piece): string =>
  entry.lettersOnly ? piece.letters : piece.key;

/** Whether a piece is all that is left of an entry, or the next part of it. */
export function fitOf(entry: Entry, piece: Piece): "whole" | "part" | null {
  const key = keyFor(entry, piece);
  const going = entry.keys.filter((each) => each.startsWith(key, entry.used));
  if (going.length === 0) return null;
  if (going.some((each) => each.length === entry.used + key.length)) return "whole";
  // What a page may do without is one line, but for a picture's words.
  return entry.optional && !entry.keys.includes("") ? null : "part";
}

/** Takes a piece that fits. */
export function take(entry: Entry, piece: Piece): void {
  const key = keyFor(entry, piece);
  const whole = fitOf(entry, piece) === "whole";
  entry.keys = entry.keys.filter((each) => each.startsWith(key, entry.used));
  entry.used += key.length;
  entry.found += piece.text;
  entry.page = piece.page;
  if (whole) entry.state = "done";
}

/**
 * Whether two entries stand in columns beside each other. Such columns break over pages together, so
 * that the later one's first lines come before the earlier one's last.
 */
export function isBeside(a: Entry, b: Entry): boolean {
  const depth = a.columns.findIndex((column, index) => {
    const other = b.columns[index];
    return column.of !== other?.of || column.name !== other.name;
  });
  return depth >= 0 && a.columns[depth]?.of === b.columns[depth]?.of;
}
