import { MAX_RATIO, MAX_READ_BYTES, MAX_UNPACKED_BYTES, RATIO_FROM_BYTES } from "../limits.js";
import { beyond, broken, Refusal } from "../refusal.js";
import { textAt, viewOf, type ZipEntry } from "./entry.js";

/** Throws a Refusal where the files of a zip are not such as a program that writes DOCX makes. */
export function checkEntries(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  { start, isRead }: { start: number; isRead(name: string): boolean },
): void {
  entries.forEach(checkName);
  checkTwins(entries);
  checkSizes(entries, isRead);
  checkPlaces(bytes, entries, start);
}

/** A name as a message shows it. */
export const shown = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

/** Names that would leave the folder a zip is unpacked to, on any system. */
function checkName({ name, encrypted, method }: ZipEntry): void {
  const leaves = /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\\|\0/i.test(name);
  if (leaves || name === "") {
    const reason = `Unexpected file name "${shown(name)}" in the DOCX, expected one inside of it`;
    throw new Refusal("docx-name", reason);
  }
  if (encrypted || method === 99) {
    const reason = `Unexpected password of ${shown(name)}, expected a DOCX that opens without one`;
    throw new Refusal("docx-encrypted", reason);
  }
}

/** Names that differ in case alone are one name (ECMA-376 part 2, 6.2.2.3). */
function checkTwins(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const key = name.toLowerCase();
    if (seen.has(key)) {
      const reason = `Unexpected second file of the name ${shown(name)}, expected each name once`;
      throw new Refusal("docx-name", reason);
    }
    seen.add(key);
  }
}

function checkSizes(entries: readonly ZipEntry[], isRead: (name: string) => boolean): void {
  let all = 0;
  let read = 0;
  for (const { name, packed, size } of entries) {
    all += size;
    if (all > MAX_UNPACKED_BYTES) {
      throw beyond(`more than ${MAX_UNPACKED_BYTES} bytes, it is not unpacked`);
    }
    if (!isRead(name)) continue;
    read += size;
    if (read > MAX_READ_BYTES) {
      throw beyond(`more than ${MAX_READ_BYTES} bytes of text, it is not unpacked`);
    }
    if (size > RATIO_FROM_BYTES && size > packed * MAX_RATIO) {
      throw beyond(`a part packed to less than 1/${MAX_RATIO} of its size, it is not unpacked`);
    }
  }
}

/** Files that share bytes are how a small zip becomes a large one. */
function checkPlaces(bytes: Uint8Array, entries: readonly ZipEntry[], start: number): void {
  let free = 0;
  for (const entry of [...entries].sort((a, b) => a.at - b.at)) {
    if (entry.at < free) {
      throw broken(
        `Unexpected place of ${shown(entry.name)}, expected it behind the file before it`,
      );
    }
    free = contentOf(bytes, entry) + entry.packed;
    if (free > start) {
      throw broken(
        `Unexpected size of ${shown(entry.name)}, expected it to end before the directory`,
      );
    }
  }
}

const HEADER = 0x04034b50;
const HEADER_LENGTH = 30;

/** Where a file's packed bytes begin, behind its own header (APPNOTE.TXT, 4.3.7). */
export function contentOf(bytes: Uint8Array, { name, at }: ZipEntry): number {
  const view = viewOf(bytes);
  const within = at + HEADER_LENGTH <= bytes.byteLength && view.getUint32(at, true) === HEADER;
  const length = within ? view.getUint16(at + 26, true) : 0;
  if (!within || textAt(bytes, at + HEADER_LENGTH, length) !== name) {
    throw broken(`Unexpected header of ${shown(name)}, expected what the zip's directory says`);
  }
  return at + HEADER_LENGTH + length + view.getUint16(at + 28, true);
}
