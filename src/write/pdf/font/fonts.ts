import type { Resources } from "../../../resources.js";
import { FACES, type Face, fallbacks } from "./faces.js";
import { openFromRight } from "./fromRight.js";
import { openFont, type ShapedFont } from "./shape.js";

/** A stretch of text that one face can draw. */
export interface Run {
  face: Face;
  text: string;
  /** The character that no face has; U+FFFD is drawn for it. */
  missing?: string;
}

/** The name of a font in a document: a face, in one direction or the other. */
export type FontName = Face | `${Face} from right`;

/** The font of a face for runs of one direction. */
export const fontName = (face: Face, rtl: boolean | undefined): FontName =>
  rtl ? `${face} from right` : face;

/** The fonts of one document: they measure, and find for each character the face that has it. */
export interface Fonts {
  /** The width of text in points. */
  width(face: Face, size: number, text: string): number;
  /** The width of a run from right to left, which is shaped as one. */
  widthFromRight(face: Face, size: number, text: string): number;
  /** Text as runs of one face each. */
  runs(face: Face, text: string): Run[];
  font(face: Face): ShapedFont;
  /** The faces asked for so far, in this process. */
  loaded(): [FontName, ShapedFont][];
}

/** Parsing a font costs some 10 ms and its shapes stay the same: kept for the whole process. */
const opened = new Map<FontName, ShapedFont>();

function remember(name: FontName, open: () => ShapedFont): ShapedFont {
  const known = opened.get(name);
  if (known) return known;
  const made = open();
  opened.set(name, made);
  return made;
}

// Characters without a glyph of their own: Unicode's Default_Ignorable_Code_Point.
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const JOINER = /[\u200c\u200d]/;
const PUNCTUATION = /^[\p{P} ]$/u;
const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const SIMPLE = /^[\x20-\x7e]*$/;

/** Text without characters that are never drawn: joiners, variation selectors, soft hyphens. */
export const visible = (text: string): string =>
  SIMPLE.test(text) ? text : text.replace(IGNORABLE, "");

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** What a reader takes for one character each. */
export const graphemes = (text: string): string[] =>
  SIMPLE.test(text) ? [...text] : [...segmenter.segment(text)].map(({ segment }) => segment);

/** Makes the fonts of a document. */
export function makeFonts(resources: Resources): Fonts {
  const font = (face: Face): ShapedFont =>
    remember(face, () => openFont(resources.font(FACES[face])));
  const fromRight = (face: Face): ShapedFont =>
    remember(fontName(face, true), () => openFromRight(resources.font(FACES[face])));
  const has = (face: Face, character: string): boolean =>
    [...character].every((each) => font(face).hasGlyphForCodePoint(each.codePointAt(0) ?? 0));
  const pick = (face: Face, grapheme: string): Run => {
    const text = visible(grapheme);
    const found = [face, ...fallbacks(face)].find((each) => has(each, text));
    if (found) return { face: found, text: text === grapheme ? text : joining(grapheme, found) };
    // A space of a width that no face has is a space all the same.
    if (/^\p{Zs}$/u.test(text)) return { face, text: " " };
    return { face: "wide", text: "\ufffd", missing: grapheme };
  };
  /** Joiners shape the letters beside them, so a face that has them is given them. */
  const joining = (grapheme: string, face: Face): string =>
    [...grapheme]
      .filter((each) => visible(each) === each || (JOINER.test(each) && has(face, each)))
      .join("");
  /** Punctuation after a letter from right to left is set in that letter's face. */
  const pickAll = (text: readonly string[], face: Face): Run[] => {
    let last: Run | undefined;
    return text.map((each) => {
      const follows = last && PUNCTUATION.test(each) && FROM_RIGHT.test(last.text);
      if (last && follows && has(last.face, each)) return { face: last.face, text: each };
      last = pick(face, each);
      return last;
    });
  };
  const split = new Map<string, Run[]>();
  const runs = (face: Face, text: string): Run[] => {
    if (SIMPLE.test(text)) return [{ face, text }];
    const key = `${face} ${text}`;
    const known = split.get(key) ?? join(pickAll(graphemes(text), face));
    split.set(key, known);
    return known;
  };
  return {
    font,
    loaded: () => [...opened],
    runs,
    width: (face, size, text) =>
      runs(face, text).reduce(
        (sum, run) => sum + (widthOf(font(run.face), run.text) * size) / 1000,
        0,
      ),
    widthFromRight: (face, size, text) => (fromRight(face).widthOf(text) * size) / 1000,
  };
}

/** Word by word with its space, as pdfkit lays text out. */
function widthOf(font: ShapedFont, text: string): number {
  let sum = 0;
  for (const word of text.match(/[^ \t]*[ \t]|[^ \t]+$/g) ?? []) sum += font.widthOf(word);
  return sum;
}

function join(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.face === run.face && !last.missing && !run.missing) last.text += run.text;
    else if (run.text !== "") joined.push({ ...run });
  }
  return joined;
}
