import { unzipSync } from "fflate";
import { type Message, message, type Result } from "../../diagnostics.js";

/** No more files in a DOCX than this: a long one with many images has a few hundred. */
export const MAX_ENTRIES = 10_000;

/** All parts that are read, unpacked (1 GiB): as large as the largest rendering. */
export const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;

/** A part of more than 10 MiB is unpacked to at most 200 times its packed size. */
export const MAX_RATIO = 200;
const SMALL_BYTES = 10 * 1024 * 1024;

/** The parts that tell what a document says; images are left packed. */
const WANTED = /^(?:word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels|customXml\/[^/]+\.xml)$/;

/** Unpacks the parts of a DOCX by their paths; null, with the reason, where they can't be. */
export function unpack(bytes: Uint8Array): Result<Map<string, string> | null> {
  const limits = new Limits();
  try {
    const files = unzipSync(bytes, { filter: (file) => limits.allow(file) });
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const parts = Object.entries(files).map(([path, each]): [string, string] => [
      path,
      decoder.decode(each),
    ]);
    if (limits.passed) return { value: null, messages: [limits.passed] };
    return { value: new Map(parts), messages: [] };
  } catch {
    const reason =
      limits.passed ?? broken("Unexpected file, expected a DOCX (a zip of XML in UTF-8)");
    return { value: null, messages: [reason] };
  }
}

/** The error for a file that is not what it should be. */
export const broken = (reason: string): Message => message("error", "broken-docx", reason);

/** Adds up what a zip says of its files, before any is unpacked. */
class Limits {
  passed: Message | null = null;
  #entries = 0;
  #bytes = 0;

  allow({
    name,
    size,
    originalSize,
  }: {
    name: string;
    size: number;
    originalSize: number;
  }): boolean {
    this.#entries++;
    if (this.#entries > MAX_ENTRIES) this.#pass(`more than ${MAX_ENTRIES} files`);
    if (!WANTED.test(name) || this.passed) return false;
    this.#bytes += originalSize;
    if (this.#bytes > MAX_UNPACKED_BYTES) this.#pass(`more than ${MAX_UNPACKED_BYTES} bytes`);
    if (originalSize > SMALL_BYTES && originalSize > size * MAX_RATIO) {
      this.#pass(`a part packed to less than 1/${MAX_RATIO} of its size`);
    }
    return !this.passed;
  }

  #pass(what: string): void {
    this.passed ??= message(
      "error",
      "docx-limit",
      `Unexpected DOCX of ${what}, it is not unpacked`,
    );
  }
}
