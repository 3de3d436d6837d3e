import { MAX_ENTRIES, MAX_NAME_BYTES } from "../limits.js";
import { beyond, broken } from "../refusal.js";
import { textAt, viewOf, type ZipEntry } from "./entry.js";
import { type Directory, directoryIn64, isElsewhere, sizesIn64 } from "./zip64.js";

const END = 0x06054b50;
const END_LENGTH = 22;
const FILE = 0x02014b50;
const FILE_LENGTH = 46;
const LONGEST_COMMENT = 0xffff;

/**
 * The files that a zip's directory names, and where the directory begins (APPNOTE.TXT, 4.3.6).
 * Nothing is unpacked. Throws a Refusal where it is not whole.
 */
export function directoryOf(bytes: Uint8Array): { entries: ZipEntry[]; start: number } {
  const view = viewOf(bytes);
  const end = endOf(view);
  const { count, start, length } = placeOf(view, end);
  if (count > MAX_ENTRIES) throw beyond(`${count} files, expected at most ${MAX_ENTRIES}`);
  if (start + length > end) throw damaged();
  const entries: ZipEntry[] = [];
  let at = start;
  while (entries.length < count) {
    if (at + FILE_LENGTH > end || view.getUint32(at, true) !== FILE) throw damaged();
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const [name = 0, extra = 0, comment = 0] = lengths;
    const next = at + FILE_LENGTH + name + extra + comment;
    if (next > end) throw damaged();
    entries.push(entryAt(bytes, view, at, { name, extra }));
    at = next;
  }
  return { entries, start };
}

const damaged = () => broken("Unexpected directory of the zip, expected one that names each file");

/** Where the end of the directory is told: its comment, if it has one, goes to the end of the file. */
function endOf(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && last - at <= LONGEST_COMMENT; at--) {
    const ends = view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at;
    if (ends) return at;
  }
  throw broken("Unexpected end of the file, expected a whole DOCX: it is cut short or damaged");
}

function placeOf(view: DataView, end: number): Directory {
  const disks = view.getUint16(end + 4, true) | view.getUint16(end + 6, true);
  if (disks !== 0 && disks !== 0xffff) throw broken("Unexpected part of a zip, expected all of it");
  const told = {
    count: view.getUint16(end + 10, true),
    length: view.getUint32(end + 12, true),
    start: view.getUint32(end + 16, true),
  };
  return isElsewhere(told) ? directoryIn64(view, end) : told;
}

function entryAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  { name: length, extra }: { name: number; extra: number },
): ZipEntry {
  if (length > MAX_NAME_BYTES) throw beyond(`a file whose name has ${length} bytes`);
  const sizes = [24, 20, 42].map((field) => view.getUint32(at + field, true));
  const start = at + FILE_LENGTH + length;
  const [size = 0, packed = 0, place = 0] = sizesIn64(view, sizes, { start, end: start + extra });
  return {
    name: textAt(bytes, at + FILE_LENGTH, length),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    crc32: view.getUint32(at + 16, true),
    packed,
    size,
    at: place,
  };
}
