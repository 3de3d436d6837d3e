import type { RichText } from "../../../model/ladder.js";
import { atomsOf } from "../text/atoms.js";
import { directionOf } from "../text/bidi.js";
import { type Fit, fitLines } from "../text/fit.js";
import { chunksOf, type Look, type Piece } from "../text/pieces.js";
import { setLine } from "../text/setLine.js";
import type { Context, Frame } from "./context.js";
import type { Strip } from "./flow.js";
import { imageStrip } from "./image.js";

/** How far a baseline stands below the top of its line. */
export const baselineOf = (type: { size: number; leading: number }): number =>
  type.leading / 2 + type.size * 0.33;

/** A text as strips, a line each; the first and last two lines of a paragraph stay together. */
export function setText(rich: RichText, frame: Frame, context: Context, look: Look = {}): Strip[] {
  const chunks = chunksOf(rich, frame, context, look);
  const base = chunks.some((chunk) => Array.isArray(chunk))
    ? directionOf(rich.text, context.direction)
    : context.direction;
  const strips = chunks.flatMap((chunk, index) => {
    if (!Array.isArray(chunk)) return [imageStrip(chunk.image, chunk.tag, frame, context)];
    const ends = index === chunks.length - 1 && !look.goesOn;
    const pieces = ends ? chunk : [...chunk, spaceAfter(chunk)];
    return setPieces(pieces, frame, context, { base, ends, fit: look.fit });
  });
  return held(strips);
}

/** A line that the author ended is a word's end too, for who listens or copies. */
function spaceAfter(pieces: readonly Piece[]): Piece {
  const { underline: _, strike: __, ...last } = pieces.at(-1) as Piece;
  return { ...last, text: " " };
}

interface Setting {
  base: "ltr" | "rtl";
  /** False where more of the text follows: the last line ends with its space. */
  ends: boolean;
  fit: Fit | undefined;
}

/** Pieces as lines of a frame. */
function setPieces(
  pieces: readonly Piece[],
  frame: Frame,
  context: Context,
  { base, ends, fit }: Setting,
): Strip[] {
  const { fonts } = context;
  const lines = fitLines(atomsOf(pieces, base, fonts), frame.width, fonts, fit);
  const rtl = base === "rtl" || context.direction === "rtl";
  const align = frame.align ?? (rtl ? "right" : "left");
  return lines.map((line, index) => ({
    kind: "strip",
    before: 0,
    height: frame.type.leading,
    boxes: setLine(
      line,
      {
        x: frame.x,
        width: frame.width,
        baseline: baselineOf(frame.type),
        align,
        last: ends && index === lines.length - 1,
      },
      fonts,
    ),
  }));
}

/** No first line alone at a page's foot, no last one alone at a page's head. */
export function held(strips: Strip[]): Strip[] {
  strips.forEach((strip, index) => {
    const second = index === strips.length - 2;
    if (strips.length > 1 && (index === 0 || second)) strip.keep = true;
  });
  return strips;
}
