import type { Fonts } from "../font/fonts.js";
import { levelsOf, needsBidi } from "./bidi.js";
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

// A space; or text up to a dash or slash after which a line may end. Not a hyphen: readers of text
// take one at a line's end for their own, and drop it.
const PARTS = /[ \t\n\v\f\r\u0085\u2028\u2029]+|[^ \t\n\v\f\r\u0085\u2028\u2029]+/g;
const BREAKS = /(?<=[\p{L}\p{N}][\u2013\u2014/])(?=[\p{L}\p{N}])|\u200b/u;
const SPACE = /^[ \t\n\v\f\r\u0085\u2028\u2029]/;

/** Cuts pieces into atoms, measures them, and finds the direction of each. */
export function atomsOf(pieces: readonly Piece[], direction: "ltr" | "rtl", fonts: Fonts): Atom[] {
  const atoms = cutPieces(pieces, fonts);
  const bidi = pieces.some((piece) => needsBidi(piece.text, direction));
  return bidi ? withLevels(atoms, direction, fonts) : atoms;
}

function cutPieces(pieces: readonly Piece[], fonts: Fonts): Atom[] {
  const atoms: Atom[] = [];
  for (const piece of pieces)
    for (const part of piece.text.match(PARTS) ?? []) {
      if (SPACE.test(part)) atoms.push(atom(" ", piece, fonts, true, true));
      else {
        const words = part.split(BREAKS);
        words.forEach((word, index) => {
          atoms.push(atom(word, piece, fonts, false, index < words.length - 1));
        });
      }
    }
  return atoms;
}

const atom = (
  text: string,
  piece: Piece,
  fonts: Fonts,
  space: boolean,
  breakable: boolean,
): Atom => ({
  text,
  piece,
  width: fonts.width(piece.face, piece.size, text),
  space,
  breakable,
  level: 0,
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
  return leveled;
}

function cut(whole: Atom, levels: Uint8Array, fonts: Fonts): Atom[] {
  const parts: Atom[] = [];
  let start = 0;
  for (let end = 1; end <= levels.length; end++) {
    if (end < levels.length && levels[end] === levels[start]) continue;
    const part = atom(whole.text.slice(start, end), whole.piece, fonts, whole.space, false);
    parts.push({ ...part, level: levels[start] ?? 0 });
    start = end;
  }
  const last = parts.at(-1);
  if (last) last.breakable = whole.breakable;
  return parts;
}
