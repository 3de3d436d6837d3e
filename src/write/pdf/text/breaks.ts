import type LineBreaker from "linebreak";
import { isEastAsian } from "../font/fallbacks.js";

// The library's tables take some 20 ms to unpack: it is loaded for the texts that need it.
let Breaker: typeof LineBreaker | undefined;

/** Loads the rules for scripts without spaces where one of the texts is written in such a script. */
export async function prepareBreaks(texts: Iterable<string>): Promise<void> {
  if (Breaker) return;
  for (const text of texts)
    if (IDEOGRAPHS.test(text)) {
      Breaker = (await import("#linebreak")).default;
      return;
    }
}

const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;
const HANGUL = /\p{Script=Hangul}/u;

/** Where lines may and may not end in a text; offsets count UTF-16 units. */
export interface Breaks {
  /** Where a line may end inside what stands between two spaces, in their order. */
  inside: number[];
  /** The ends of spaces that keep their words together. */
  held: ReadonlySet<number>;
}

/**
 * Spaces beside punctuation that stands alone: none begins a line with "!", "»", "/" or a dash, be
 * it written as a hyphen, nor ends one with "«" (UAX #14, LB13 to LB15).
 */
const HELD =
  /(?<=(?:^|\s)[\u00ab\u2039([{]{1,3})\s+|(?<=\S)\s+(?=[-/!?;:,.%\u2026\u2013\u2014\u00bb\u203a)\]}\u060c\u061b\u061f]{1,3}(?:\s|$))/gu;

/**
 * After a dash or slash between letters; after a soft hyphen, and after a space that has no width
 * or another than the common one (UAX #14: BA, ZW). Not after a hyphen: readers of text take one at
 * a line's end for their own, and drop it.
 */
const INSIDE =
  /(?<=[\p{L}\p{N}][\u2013\u2014/])(?=[\p{L}\p{N}])|(?<=[\u00ad\u200b\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000])(?=\S)/gu;

/** Where lines may end in a text (UAX #14, as far as it serves a page). */
export function breaksOf(text: string): Breaks {
  const held = new Set(Array.from(text.matchAll(HELD), (each) => each.index + each[0].length));
  const inside = Array.from(text.matchAll(INSIDE), (each) => each.index);
  if (!Breaker || !IDEOGRAPHS.test(text)) return { inside, held };
  const all = new Set([...inside, ...ideographic(text, new Breaker(text))]);
  return { inside: [...all].sort((a, b) => a - b), held };
}

/** Beside an ideograph or kana, where no punctuation forbids it. */
function* ideographic(text: string, breaker: LineBreaker): Generator<number> {
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const { position } = next;
    const before = /.$/su.exec(text.slice(Math.max(0, position - 2), position))?.[0] ?? " ";
    const after = /^./su.exec(text.slice(position, position + 2))?.[0] ?? " ";
    const spaced = /\s/.test(before) || /\s/.test(after);
    if (!spaced && (isIdeographic(before) || isIdeographic(after))) yield position;
  }
}

/** Korean is set by words, as its spaces show. */
const isIdeographic = (character: string): boolean =>
  isEastAsian(character) && !HANGUL.test(character);

/**
 * Where a word too wide for a line is cut: an address after the signs that part it, and before its
 * hyphens (one at a line's end would be taken for a break's own); other words after hyphens and
 * such signs.
 */
const ADDRESS = /[/?&=#@_]|^www\./;
const IN_ADDRESS = /(?<=[/.?&=:@_,;#%~+])(?![/.?&=:@_,;#%~+])|(?<=[\p{L}\p{N}])(?=[-\u2010])/u;
const IN_WORD = /(?<=\p{L}[-\u2010])(?=\p{L})|(?<=[\p{L}\p{N}][/.?&=:@_,;])(?=[\p{L}\p{N}])/u;

/** A word as the parts between which it may be cut where it is too wide for a line. */
export const partsOf = (word: string): string[] =>
  word.split(ADDRESS.test(word) ? IN_ADDRESS : IN_WORD);

/** A text as the stretches that no line cuts while they fit one. */
export function unbrokenOf(text: string): string[] {
  const { inside } = breaksOf(text);
  return [0, ...inside]
    .map((start, index) => text.slice(start, inside[index]))
    .flatMap((each) => each.split(/[ \n]+/));
}
