import { createHash, createHmac, scryptSync } from "node:crypto";
import type { Shared } from "../make.js";
import type { Header } from "./manifest.js";
import type { Row } from "./row.js";

/** SHA-256, in hexadecimal. */
export const sha256 = (data: Uint8Array | string): string =>
  createHash("sha256").update(data).digest("hex");

/** Data as JSON with its names in order, and bytes as their hash: the same for the same data. */
const canonical = (data: unknown): string =>
  JSON.stringify(data, (_, value) => {
    if (value instanceof Uint8Array) return sha256(value);
    if (value instanceof Map) return [...value].sort(byName);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? Object.fromEntries(Object.entries(value).sort(byName)) : value;
  });

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/** The hash of anything that makes a difference to packets. */
export const hashOf = (data: unknown): string => sha256(canonical(data));

/**
 * Hashes rows: the same for the same content, wherever it stands, as long as all that its packet is made
 * with is the same. Nothing can be read from one; who guesses a whole row, in order to find that it is
 * there, must know its password too, if it has one.
 */
export function rowHasher(
  header: Omit<Header, "batch">,
  { encryption }: Shared,
): (row: Row) => string {
  const made = canonical(header);
  // Slow to try out, unlike a plain hash.
  const key = encryption ? scryptSync(encryption.password, made, 32) : made;
  return ({ cells, problems }) => {
    const values = [...cells].map(([name, { value }]) => [name, value] as [string, unknown]);
    const content = canonical([values.sort(byName), problems.map(({ ruleId }) => ruleId)]);
    return createHmac("sha256", key).update(content).digest("hex");
  };
}
