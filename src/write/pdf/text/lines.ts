import { type Fonts, graphemes } from "../font/fonts.js";
import { SOFT_HYPHEN } from "../font/shape.js";
import { type Atom, widthIn } from "./atoms.js";
import { partsOf } from "./breaks.js";

/** Fills lines of a width with atoms, as many as fit each; a word wider than a line is cut. */
export function fillLines(atoms: readonly Atom[], width: number, fonts: Fonts): Atom[][] {
  const lines: Atom[][] = [];
  let line: Atom[] = [];
  let used = 0;
  const close = () => {
    if (line.length > 0) lines.push(line);
    line = [];
    used = 0;
  };
  for (const unit of unitsOf(atoms)) {
    const room = roomOf(unit, fonts);
    if (used + room > width && line.some((atom) => !atom.space)) close();
    if (room <= width) {
      line.push(...unit);
      used += widthOf(unit);
      continue;
    }
    for (const part of unit.flatMap((atom) => smaller(atom, width, fonts))) {
      if (used + part.width > width && line.length > 0 && !part.space) close();
      line.push(part);
      used += part.width;
    }
  }
  close();
  return lines.map(joined);
}

/** Atoms between which no line may end. */
export function unitsOf(atoms: readonly Atom[]): Atom[][] {
  const units: Atom[][] = [];
  let unit: Atom[] = [];
  for (const [index, atom] of atoms.entries()) {
    unit.push(atom);
    const next = atoms[index + 1];
    if (!next || (atom.breakable && !next.space)) {
      units.push(unit);
      unit = [];
    }
  }
  return units;
}

/** What a unit takes at the end of a line: not its spaces there, but the hyphen it may end in. */
export function roomOf(unit: readonly Atom[], fonts: Fonts): number {
  const inked = unit.slice(0, unit.findLastIndex((atom) => !atom.space) + 1);
  const last = inked.at(-1);
  const hyphen = last?.text.endsWith(SOFT_HYPHEN) ? last.piece : undefined;
  return widthOf(inked) + (hyphen ? fonts.width(hyphen.face, hyphen.size, "-") : 0);
}

/** The width of atoms side by side. */
export const widthOf = (atoms: readonly Atom[]): number =>
  atoms.reduce((sum, atom) => sum + atom.width, 0);

/** A word too wide for a line is cut where it may be, and at any letter where that is not enough. */
function smaller(atom: Atom, width: number, fonts: Fonts): Atom[] {
  return partsOf(atom.text).flatMap((text) => {
    const part = { ...atom, text, width: widthIn(text, atom.piece, atom.level, fonts) };
    return part.width <= width ? [part] : letters(part, fonts);
  });
}

/** Each letter as wide as it is after the one before it. */
function letters(atom: Atom, fonts: Fonts): Atom[] {
  const measure = (text: string) => widthIn(text, atom.piece, atom.level, fonts);
  let before = "";
  return graphemes(atom.text).map((text) => {
    const width = measure(before + text) - measure(before);
    before = text;
    return { ...atom, text, width };
  });
}

/** Neighbours of one look and direction are one atom again. */
export function joined(line: readonly Atom[]): Atom[] {
  const merged: Atom[] = [];
  for (const atom of line) {
    const last = merged.at(-1);
    if (last && last.piece === atom.piece && last.level === atom.level) {
      last.text += atom.text;
      last.width += atom.width;
      last.space &&= atom.space;
    } else merged.push({ ...atom });
  }
  return merged;
}
