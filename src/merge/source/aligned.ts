/** Where in a source each UTF-16 unit of a decoded text stands, as offsets from the slice's start. */
export type Ranges = readonly (readonly [start: number, end: number])[];

const ENTITY = /&(?:#x([0-9a-f]+)|#(\d+)|[a-z][a-z0-9]*);?/iy;
const LINE_END = /[ \t]*(?:\r\n|\n|\r)[ \t>]*/y;

/**
 * Aligns a text with the source that it was decoded from: character references (HTML, 13.5), and in
 * Markdown escapes and the indent of further lines (CommonMark, 2.4, 2.5, 4.8). Null where they
 * can't be aligned.
 */
export function aligned(text: string, slice: string, html: boolean): Ranges | null {
  const ranges: [number, number][] = [];
  let at = html ? 0 : startIn(slice, text);
  while (ranges.length < text.length) {
    const step = stepAt(text, ranges.length, slice, at, html);
    if (!step) return null;
    for (let unit = 0; unit < step.units; unit++) ranges.push([at, at + step.length]);
    at += step.length;
  }
  return ranges;
}

/** Code stands between its ticks. */
const startIn = (slice: string, text: string): number =>
  slice.startsWith("`") ? Math.max(0, slice.indexOf(text)) : 0;

interface Step {
  /** How many units of the text, and how many of the source. */
  units: number;
  length: number;
}

function stepAt(
  text: string,
  index: number,
  slice: string,
  at: number,
  html: boolean,
): Step | null {
  const wanted = text[index];
  if (slice[at] === "&") {
    const entity = entityAt(text, index, slice, at);
    if (entity) return entity;
  }
  if (wanted === "\n") return lineEndAt(slice, at, html);
  if (slice[at] === wanted) return { units: 1, length: 1 };
  const escaped = !html && slice[at] === "\\" && slice[at + 1] === wanted;
  return escaped ? { units: 1, length: 2 } : null;
}

function entityAt(text: string, index: number, slice: string, at: number): Step | null {
  ENTITY.lastIndex = at;
  const found = ENTITY.exec(slice);
  if (!found) return null;
  const [whole, hex, decimal] = found;
  // What names nothing stands for itself.
  if (text.startsWith(whole, index)) return null;
  const wide = (text.codePointAt(index) ?? 0) > 0xffff;
  const point = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null;
  if (point !== null && point !== text.codePointAt(index)) return null;
  return { units: wide ? 2 : 1, length: whole.length };
}

function lineEndAt(slice: string, at: number, html: boolean): Step | null {
  if (html) {
    if (slice.startsWith("\r\n", at)) return { units: 1, length: 2 };
    return slice[at] === "\n" || slice[at] === "\r" ? { units: 1, length: 1 } : null;
  }
  LINE_END.lastIndex = at;
  const found = LINE_END.exec(slice);
  return found ? { units: 1, length: found[0].length } : null;
}
