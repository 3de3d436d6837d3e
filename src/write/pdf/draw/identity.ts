import { createHash } from "node:crypto";

/** Stands for the identifier until all bytes are known. */
export const UNKNOWN_ID = new Uint8Array(16);

/**
 * Puts the identifier of a file in its place (ISO 32000-1, 14.4): a hash of all its other bytes, so
 * that files with the same content have the same, and no others. Returns the bytes given.
 */
export function identify(bytes: Buffer): Buffer {
  const blank = Buffer.from(UNKNOWN_ID).toString("hex");
  const id = createHash("sha256").update(bytes).digest("hex").slice(0, blank.length);
  const trailer = bytes.lastIndexOf("/ID [");
  for (const at of [bytes.indexOf(blank, trailer), bytes.lastIndexOf(blank)]) bytes.write(id, at);
  return bytes;
}
