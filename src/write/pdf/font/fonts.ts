import { visible } from "../../../model/rich.js";
import type { Resources } from "../../../resources.js";
import type { FontSource } from "../../../theme/theme.js";
import { themeOf } from "../style/theme.js";
import { type Package, packageName, packagesFor } from "./eastAsian.js";
import { FACES, type Face, isBold, roleFaces } from "./faces.js";
import { fallbacks, isEastAsian } from "./fallbacks.js";
import { openFromRight } from "./fromRight.js";
import { hasAll, openFont, type ShapedFont } from "./shape.js";

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
  /** The npm package to install for a character that no face has; undefined: none is known. */
  packageFor(character: string): string | undefined;
  /** The faces asked for so far. */
  loaded(): [FontName, ShapedFont][];
}

/** Parsing a font costs some 10 ms and its shapes stay the same: kept for the whole process. */
const opened = {
  fromLeft: new Map<FontSource, ShapedFont>(),
  fromRight: new Map<FontSource, ShapedFont>(),
};

function remember<K>(
  fonts: Map<K, ShapedFont>,
  key: K,
  open: () => ShapedFont | null,
): ShapedFont | null {
  const known = fonts.get(key);
  if (known) return known;
  const made = open();
  if (made) fonts.set(key, made);
  return made;
}

const JOINER = /[\u200c\u200d]/;
const PUNCTUATION = /^[\p{P} ]$/u;
const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const SIMPLE = /^[\x20-\x7e]*$/;

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

// Two simple characters are never one (UAX #29, GB999).
const BETWEEN_SIMPLE = /(?<=[\x20-\x7e])(?=[\x20-\x7e])/;

/** What a reader takes for one character each. */
export const graphemes = (text: string): string[] =>
  text.split(BETWEEN_SIMPLE).flatMap((part) => (SIMPLE.test(part) ? [...part] : segmentsOf(part)));

/** Each segment holds a copy of the whole text: none may be kept, and no long text asked for at once. */
const segmentsOf = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Makes the fonts of a document; `own` is the package whose ideographs it wants. */
export function makeFonts(resources: Resources, own: () => Package = () => "sc"): Fonts {
  const sources: Record<Face, FontSource> = { ...FACES, ...roleFaces(themeOf(resources)) };
  const bytesOf = (source: FontSource): Uint8Array | null =>
    typeof source === "string" ? resources.font(source) : source;
  const loaded = new Map<FontName, ShapedFont>();
  const absent = new Set<FontName>();
  const load = (name: FontName, face: Face, rtl: boolean): ShapedFont | null => {
    if (absent.has(name)) return null;
    const found = remember(loaded, name, () =>
      remember(rtl ? opened.fromRight : opened.fromLeft, sources[face], () => {
        const bytes = bytesOf(sources[face]);
        return bytes && (rtl ? openFromRight(bytes) : openFont(bytes));
      }),
    );
    if (!found) absent.add(name);
    return found;
  };
  const open = (face: Face) => load(face, face, false);
  const font = (face: Face) => open(face) ?? notInstalled(sources[face]);
  const fromRight = (face: Face) =>
    load(fontName(face, true), face, true) ?? notInstalled(sources[face]);
  const has = (face: Face, character: string): boolean => {
    const found = open(face);
    return found !== null && (hasAll(found, character) || hasAll(found, character.normalize()));
  };
  const packages = (character: string) => packagesFor(character, own());
  const pick = (face: Face, grapheme: string): Run => {
    const text = visible(grapheme);
    const others = () => fallbacks(grapheme, isBold(face), () => packages(grapheme));
    const found = has(face, text) ? face : others().find((each) => has(each, text));
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
    loaded: () => [...loaded],
    packageFor: (character) => {
      const missing = isEastAsian(character) && packages(character).find((each) => !open(each));
      return missing ? packageName(missing) : undefined;
    },
    runs,
    width: (face, size, text) =>
      runs(face, text).reduce(
        (sum, run) => sum + (widthOf(font(run.face), run.text) * size) / 1000,
        0,
      ),
    widthFromRight: (face, size, text) => (fromRight(face).widthOf(text) * size) / 1000,
  };
}

function notInstalled(source: FontSource): never {
  throw new Error(`Unexpected lack of the font file ${source}, expected it to be installed`);
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
