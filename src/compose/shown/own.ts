import type { Piece } from "./entry.js";
import { hasRightToLeft, keyOf, lettersOf } from "./keys.js";

/** Visible texts without the writer's own: marks of lists, and lines of the contents with their pages. */
export function withoutOwnWords(pieces: readonly Piece[], contents: ReadonlySet<string>): Piece[] {
  let end = 0;
  return pieces.filter((piece, index) => {
    if (piece.role === "label") return /\p{L}/u.test(piece.text);
    if (piece.role !== "contents") return true;
    if (index >= end) end = endOfLine(pieces, index, contents);
    return index >= end;
  });
}

/** A line of the contents that goes on over more pages than this is not looked for. */
const MOST_PAGES = 20;

/** Where the line of the contents ends that begins with this piece; `start` where none does. */
function endOfLine(pieces: readonly Piece[], start: number, contents: ReadonlySet<string>): number {
  let line = "";
  for (let at = start; pieces[at]?.role === "contents" && at < start + MOST_PAGES; at++) {
    line += pieces[at]?.text;
    if (isLine(line, contents)) return at + 1;
  }
  return start;
}

function isLine(text: string, contents: ReadonlySet<string>): boolean {
  const key = keyOf(text);
  return isNumbered(key, contents) || (hasRightToLeft(key) && isNumbered(lettersOf(key), contents));
}

/** A line of the contents and the page's number, if it has one. */
function isNumbered(key: string, contents: ReadonlySet<string>): boolean {
  for (let end = key.length; end >= 0; end--) {
    if (contents.has(key.slice(0, end))) return true;
    if (!/\d/.test(key[end - 1] ?? "")) return false;
  }
  return false;
}
