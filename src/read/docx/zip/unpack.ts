import { crc32, inflateRawSync } from "node:zlib";
import { broken } from "../refusal.js";
import { contentOf, shown } from "./check.js";
import type { ZipEntry } from "./entry.js";

/** The bytes of a file in a zip: no more than it says, and no others. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const start = contentOf(bytes, entry);
  const unpacked = inflated(bytes.subarray(start, start + entry.packed), entry);
  if (unpacked.byteLength !== entry.size) throw other(entry);
  if (crc32(unpacked) !== entry.crc32) {
    throw broken(`Unexpected checksum of ${shown(entry.name)}, expected that of its header`);
  }
  return unpacked;
}

const other = ({ name, size }: ZipEntry) =>
  broken(`Unexpected size of ${shown(name)}, expected the ${size} bytes that its header tells`);

function inflated(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) {
    throw broken(
      `Unexpected compression ${entry.method} of ${shown(entry.name)}, expected Deflate`,
    );
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: entry.size || 1 });
  } catch (error) {
    if (error instanceof RangeError) throw other(entry);
    throw broken(`Unexpected bytes in ${shown(entry.name)}, expected what Deflate packs`);
  }
}
