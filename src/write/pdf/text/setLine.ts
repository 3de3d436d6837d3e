import type { Fonts } from "../font/fonts.js";
import { SOFT_HYPHEN } from "../font/shape.js";
import type { Box, RectBox, TextBox } from "../layout/box.js";
import type { Atom } from "./atoms.js";
import { visualOrder } from "./bidi.js";

/** Where a line is set. */
export interface LinePlace {
  x: number;
  width: number;
  /** The baseline, from the strip's top. */
  baseline: number;
  align: "left" | "center" | "right";
  /** The last line of a paragraph ends without a space. */
  last: boolean;
}

/** The boxes of one line, in reading order whatever its direction. */
export function setLine(line: Atom[], place: LinePlace, fonts: Fonts): Box[] {
  const runs = trimmed(line, place.last).flatMap((atom) => runsOf(atom, place, fonts));
  const end = line.at(-1);
  if (!place.last && end?.text.endsWith(SOFT_HYPHEN)) runs.push(...hyphen(end, place, fonts));
  const final = runs.at(-1);
  if (final?.atom.space && !place.last) final.hangs = true;
  const room = runs.reduce((sum, run) => sum + (run.hangs ? 0 : run.box.width), 0);
  const spare = place.width - room;
  let x = place.x + (place.align === "right" ? spare : place.align === "center" ? spare / 2 : 0);
  for (const index of visualOrder(runs.map((run) => run.level))) {
    const run = runs[index] as SetRun;
    if (run.hangs && run.level % 2 === 1) run.box.x = x - run.box.width;
    else run.box.x = x;
    if (!(run.hangs && run.level % 2 === 1)) x += run.box.width;
  }
  return runs.flatMap((run) => [...groundOf(run), run.box, ...linesOf(run)]);
}

interface SetRun {
  box: TextBox;
  atom: Atom;
  level: number;
  /** The space at a line's end: it is there to be read, and takes no room. */
  hangs: boolean;
}

/**
 * The space at the end stays, as a run of its own, so that words of two lines stay two. It goes in
 * the direction of the line, whatever stands before it (UAX #9, L1).
 */
function trimmed(line: Atom[], last: boolean): Atom[] {
  const final = line.at(-1);
  if (!final?.text.endsWith(" ")) return line;
  const text = final.text.replace(/ +$/, "");
  const words = [...line.slice(0, -1), ...(text === "" ? [] : [{ ...final, text }])];
  const level = Math.min(...line.map((atom) => atom.level));
  return last ? words : [...words, { ...final, text: " ", space: true, level }];
}

function runsOf(atom: Atom, place: LinePlace, fonts: Fonts): SetRun[] {
  const { piece, level } = atom;
  const rtl = level % 2 === 1;
  return fonts.runs(piece.face, atom.text).map((run): SetRun => {
    const { text } = run;
    const width = rtl
      ? fonts.widthFromRight(run.face, piece.size, text)
      : fonts.width(run.face, piece.size, text);
    const box: TextBox = {
      kind: "text",
      x: 0,
      y: place.baseline - (piece.rise ?? 0),
      width,
      face: run.face,
      size: piece.size,
      color: piece.color,
      text,
      tag: piece.tag,
      leaf: piece.leaf,
    };
    if (rtl) box.rtl = true;
    if (run.missing) Object.assign(box, { actual: run.missing, missing: true });
    return { box, atom, level, hangs: false };
  });
}

/** As wide as a hyphen, for so it is seen, and read as the soft one (ISO 32000-1, 14.8.2.2.3). */
const hyphen = (atom: Atom, place: LinePlace, fonts: Fonts): SetRun[] =>
  runsOf({ ...atom, text: "-" }, place, fonts).map((run) => ({
    ...run,
    box: { ...run.box, text: SOFT_HYPHEN },
  }));

/** What code among words stands on: a little wider than it. */
function groundOf({ atom, box, hangs }: SetRun): RectBox[] {
  const color = atom.piece.ground;
  if (!color || hangs) return [];
  const { x, y, width, size } = box;
  const area = { x: x - 1, y: y - size, width: width + 2, height: size * 1.3 };
  return [{ kind: "rect", ...area, radius: 1.5, color }];
}

/** The lines under a link and through deleted text. */
function linesOf(run: SetRun): RectBox[] {
  const { piece } = run.atom;
  const { x, y, width, size } = run.box;
  const rule = (dy: number, color: string): RectBox => ({
    kind: "rect",
    x,
    y: y + dy,
    width,
    height: 0.5,
    color,
  });
  return [
    ...(piece.underline && !run.hangs ? [rule(size * 0.16, piece.underline)] : []),
    ...(piece.strike ? [rule(-size * 0.26, piece.color)] : []),
  ];
}
