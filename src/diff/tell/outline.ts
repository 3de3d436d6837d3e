import { markedText } from "../../document-lines.js";
import type { Piece } from "../change.js";
import { richOf } from "../piece.js";

/** A line of what was added or removed as a whole, and how deep below it stands. */
export interface OutlineLine {
  depth: number;
  text: string;
}

/** What a node holds, line by line; of a track's levels only what they are called. */
export function outline({ kind, parts = [] }: Piece): OutlineLine[] {
  // What a level is called says its facts.
  const told = kind === "level" ? parts.filter((part) => part.kind !== "attribute") : parts;
  return told.flatMap((part) => linesOf(part, 0));
}

function linesOf(piece: Piece, depth: number): OutlineLine[] {
  const own = ownLine(piece);
  const below = piece.kind === "level" ? [] : (piece.parts ?? []);
  const inner = own === "" ? depth : depth + 1;
  return [
    ...(own === "" ? [] : [{ depth, text: own }]),
    ...below.flatMap((part) => linesOf(part, inner)),
  ];
}

function ownLine(piece: Piece): string {
  if (piece.kind === "level") return `level ${titleOf(piece)}`;
  const words = wordsOf(piece);
  return piece.kind === "attribute" ? `${piece.form}: ${words}` : words;
}

/** The words of a node itself, with their marks in Markdown's notation. */
export const wordsOf = (piece: Piece): string => markedText(richOf(piece));

/** What a level's facts say: "2 · Software Engineer · 3 years". */
export const titleOf = (level: Piece): string =>
  (level.parts ?? [])
    .filter(({ kind, text }) => kind === "attribute" && text)
    .map(({ text }) => text)
    .join(" · ");
