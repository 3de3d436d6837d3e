import { createHash } from "node:crypto";
import type { Entry, Manifest } from "./manifest.js";
import type { BatchFile, Row } from "./row.js";
import type { ReadRows } from "./rows.js";

/** What is known of a batch before anything is made: it can be read to its end, and is this long. */
export interface Survey {
  rows: number;
  /** Of all rows in their order. */
  hash: string;
  /** What an earlier run has made of rows that are still there, at the places where they are now. */
  kept: Entry[];
}

/** Reads a batch from end to end. Throws a BatchError or a FileError. */
export async function survey(
  read: ReadRows,
  file: BatchFile,
  hashOf: (row: Row) => string,
  earlier: Manifest | null,
): Promise<Survey> {
  const made = madeBefore(earlier);
  const digest = createHash("sha256");
  const kept: Entry[] = [];
  let rows = 0;
  for await (const row of read(file)) {
    const hash = hashOf(row);
    digest.update(hash);
    const entry = made.get(hash);
    if (entry) kept.push({ ...entry, ordinal: rows, row: row.number });
    // Of two rows that are the same only the first has a packet.
    made.delete(hash);
    rows++;
  }
  return { rows, hash: digest.digest("hex"), kept };
}

function madeBefore(earlier: Manifest | null): Map<string, Entry> {
  const made = earlier?.entries.filter(({ status }) => status === "made") ?? [];
  return new Map(made.map((entry) => [entry.hash, entry]));
}
