import type { Place, RichText } from "../../model/ladder.js";

/** A stretch of the post, as offsets in UTF-16 code units. */
export interface Stretch {
  start: number;
  end: number;
}

/** What a unit of a text is written with: where it begins, and behind it. */
type Unit = readonly [start: number, end: number];

/** White space of a source that is one space of the text. */
const SPACE = /[ \t\n\v\f\r\u0085\u2028\u2029]+/y;

/** A character reference (HTML, 13.5). */
const ENTITY = /&(?:#x([0-9a-f]+)|#(\d+)|[a-z][a-z0-9]*);?/iy;

/** What a page shows nothing of: comments, tags, addresses, marks, the signs of lists and headings. */
const MARKUP =
  /<!--[\s\S]*?-->|<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'<>])*>|\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)|\]\[[^\]]*\]|\[\^[^\]]*\]|\\(?=[\r\n])|[\s*_~`[\]!<>]/iy;
const OPENING = /(?:[-+]|\d+[.)]|#{1,6}|\||>)(?=\s)|\[[ x]\]|\|/iy;

/** A tag that the text has a space or the end of a line for. */
const BREAKING = /<\/?(?:br|p|div|li|ul|ol|h[1-6]|pre)\b[^>]*>/iy;

/**
 * Where each UTF-16 unit of a text stands in the post, by reading the text and its source side by
 * side. Null where they can't be aligned: then nobody should write there.
 */
export function unitsOf({ text }: RichText, place: Place, source: string): Unit[] | null {
  const units: Unit[] = [];
  const end = place.end.offset;
  let at = place.start.offset;
  while (units.length < text.length) {
    const unit = at < end ? unitAt(text, units.length, source, at) : null;
    if (unit) {
      const wide = (text.codePointAt(units.length) ?? 0) > 0xffff && unit[1] - unit[0] > 1;
      units.push(unit);
      if (wide) units.push(unit);
      at = unit[1];
      continue;
    }
    const skipped = at < end ? markupAt(source, at, units.length === 0) : 0;
    if (skipped === 0) return null;
    at += skipped;
  }
  return units;
}

/** The unit that begins at an offset; null where markup stands there, or another word. */
function unitAt(text: string, index: number, source: string, at: number): Unit | null {
  const wanted = text[index] as string;
  if (wanted === " " || wanted === "\n") return spaceAt(source, at);
  const given = source[at] as string;
  if (given === "&") {
    const entity = lengthAt(ENTITY, source, at);
    if (entity > 0 && !text.startsWith(source.slice(at, at + entity), index))
      return [at, at + entity];
  }
  if (given === "\\" && source[at + 1] === wanted && /[!-/:-@[-`{-~]/.test(wanted))
    return [at, at + 2];
  if (given !== wanted) return null;
  const wide = (text.codePointAt(index) ?? 0) > 0xffff;
  return [at, at + (wide ? 2 : 1)];
}

function spaceAt(source: string, at: number): Unit | null {
  const length = lengthAt(SPACE, source, at) || lengthAt(BREAKING, source, at);
  return length > 0 ? [at, at + length] : null;
}

const markupAt = (source: string, at: number, first: boolean): number =>
  (first ? lengthAt(OPENING, source, at) : 0) || lengthAt(MARKUP, source, at);

function lengthAt(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0].length ?? 0;
}

/** The place of a stretch that begins behind the start of another place. */
export function placeWithin(place: Place, { start, end }: Stretch, source: string): Place {
  const from = pointAfter(place.start, start, source);
  return { start: from, end: pointAfter(from, end, source) };
}

function pointAfter(from: Place["start"], offset: number, source: string): Place["start"] {
  let [line, column] = [from.line, from.column + offset - from.offset];
  for (const end of source.slice(from.offset, offset).matchAll(/\r\n|\n|\r/g)) {
    line++;
    column = offset - from.offset - end.index - end[0].length + 1;
  }
  return { line, column, offset };
}
