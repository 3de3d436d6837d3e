import { broken } from "../refusal.js";

/** Where a zip's directory stands, in bytes, and how many files it names. */
export interface Directory {
  count: number;
  start: number;
  length: number;
}

const LOCATOR = 0x07064b50;
const LOCATOR_LENGTH = 20;
const END = 0x06064b50;
const SIZES = 1;
/** A field of 32 bits that is told elsewhere, in 64. */
const ELSEWHERE = 0xffffffff;

/** True where the directory's end tells its place in 64 bits (APPNOTE.TXT, 4.4.1.4). */
export const isElsewhere = ({ count, start, length }: Directory): boolean =>
  count === 0xffff || start === ELSEWHERE || length === ELSEWHERE;

/** The directory's place, from the record of 64 bits to which a locator before `end` leads. */
export function directoryIn64(view: DataView, end: number): Directory {
  const locator = end - LOCATOR_LENGTH;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR) throw damaged();
  const at = numberAt(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== END) throw damaged();
  return {
    count: numberAt(view, at + 32),
    length: numberAt(view, at + 40),
    start: numberAt(view, at + 48),
  };
}

/**
 * A file's size, packed size and place: those that do not fit 32 bits come from its extra field, from
 * `start` to `end`, in this order (APPNOTE.TXT, 4.5.3).
 */
export function sizesIn64(
  view: DataView,
  sizes: readonly number[],
  { start, end }: { start: number; end: number },
): number[] {
  if (!sizes.includes(ELSEWHERE)) return [...sizes];
  let at = start;
  while (at + 4 <= end && view.getUint16(at, true) !== SIZES) {
    at += 4 + view.getUint16(at + 2, true);
  }
  let next = at + 4;
  const last = Math.min(end, next + (next <= end ? view.getUint16(at + 2, true) : 0));
  return sizes.map((size) => {
    if (size !== ELSEWHERE) return size;
    if (next + 8 > last) throw damaged();
    next += 8;
    return numberAt(view, next - 8);
  });
}

/** A number of 64 bits, of which no file of ours needs more than 53. */
function numberAt(view: DataView, at: number): number {
  const number = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(number)) throw damaged();
  return number;
}

const damaged = () => broken("Unexpected sizes in 64 bits, expected a zip that tells them whole");
