import type { Fonts } from "../font/fonts.js";
import { levelsOf, needsBidi } from "./bidi.js";
import { breaksOf } from "./breaks.js";
import type { Piece } from "./pieces.js";

/** A stretch of text that is never broken unless it is wider than a line by itself. */
export interface Atom {
  text: string;
  piece: Piece;
  width: number;
  /** White space: it takes no room at the end of a line. */
  space: boolean;
  /** A line may end after it. */
  breakable: boolean;
  /** Embedding level; odd: from right to left. */
  level: number;
}

const PARTS = /[ \t\n\v\f\r\u0085\u2028\u2029]+|[^ \t\n\v\f\r\u0085\u2028\u2029]+/g;
const SPACE = /^[ \t\n\v\f\r\u0085\u2028\u2029]/;

/** Cuts pieces into atoms, measures them, and finds the direction of each. */
export function atomsOf(pieces: readonly Piece[], direction: "ltr" | "rtl", fonts: Fonts): Atom[] {
  const atoms = cutPieces(pieces, fonts);
  const bidi = pieces.some((piece) => needsBidi(piece.text, direction));
  return bidi ? withLevels(atoms, direction, fonts) : atoms;
}

function cutPieces(pieces: readonly Piece[], fonts: Fonts): Atom[] {
  const { inside, held } = breaksOf(pieces.map(({ text }) => text).join(""));
  const atoms: Atom[] = [];
  let offset = 0;
  let next = 0;
  for (const piece of pieces)
    for (const [part] of piece.text.matchAll(PARTS)) {
      const end = offset + part.length;
      if (SPACE.test(part)) atoms.push(atom(" ", piece, fonts, true, !held.has(end)));
      else
        for (let start = offset; start < end; ) {
          while ((inside[next] ?? end) <= start) next++;
          const stop = Math.min(inside[next] ?? end, end);
          const word = part.slice(start - offset, stop - offset);
          atoms.push(atom(word, piece, fonts, false, stop === inside[next]));
          start = stop;
        }
      offset = end;
    }
  return atoms;
}

/** The width of text in one direction, in points. */
export const widthIn = (text: string, piece: Piece, level: number, fonts: Fonts): number =>
  level % 2 === 0
    ? fonts.width(piece.face, piece.size, text)
    : fonts
        .runs(piece.face, text)
        .reduce((sum, run) => sum + fonts.widthFromRight(run.face, piece.size, run.text), 0);

const atom = (
  text: string,
  piece: Piece,
  fonts: Fonts,
  space: boolean,
  breakable: boolean,
  level = 0,
): Atom => ({
  text,
  piece,
  width: widthIn(text, piece, level, fonts),
  space,
  breakable,
  level,
});

/** Gives atoms their levels, cutting those in which the direction changes. */
function withLevels(atoms: readonly Atom[], direction: "ltr" | "rtl", fonts: Fonts): Atom[] {
  const levels = levelsOf(atoms.map((each) => each.text).join(""), direction);
  const leveled: Atom[] = [];
  let offset = 0;
  for (const each of atoms) {
    leveled.push(...cut(each, levels.subarray(offset, offset + each.text.length), fonts));
    offset += each.text.length;
  }
  measureFromRight(leveled, fonts);
  return leveled;
}

/**
 * From right to left, spaces and punctuation are set in the face of the letter before them, so
 * each atom is as wide as it is after the last word.
 */
function measureFromRight(atoms: readonly Atom[], fonts: Fonts): void {
  let before = "";
  for (const [index, each] of atoms.entries()) {
    const last = atoms[index - 1];
    if (last?.piece !== each.piece || last.level !== each.level) before = "";
    if (each.level % 2 === 0) continue;
    const measure = (text: string) => widthIn(text, each.piece, each.level, fonts);
    if (before !== "") each.width = measure(before + each.text) - measure(before);
    before = /\p{L}/u.test(each.text) ? each.text : before + each.text;
  }
}

function cut(whole: Atom, levels: Uint8Array, fonts: Fonts): Atom[] {
  const parts: Atom[] = [];
  let start = 0;
  for (let end = 1; end <= levels.length; end++) {
    if (end < levels.length && levels[end] === levels[start]) continue;
    const text = whole.text.slice(start, end);
    parts.push(atom(text, whole.piece, fonts, whole.space, false, levels[start]));
    start = end;
  }
  const last = parts.at(-1);
  if (last) last.breakable = whole.breakable;
  return parts;
}
