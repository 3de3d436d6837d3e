import { z } from "zod";
import { kindOf, readFile } from "../../files/index.js";
import { MAX_BATCH_BYTES } from "../../limits.js";
import type { Shard } from "./shard.js";

/** The version of what stands in a manifest. */
export const SCHEMA = 1;

const HASH = z.string().regex(/^[0-9a-f]{64}$/);
const COUNT = z.number().int().nonnegative();

/** The first line of a manifest: what its packets are made with. */
export const HEADER = z.object({
  schema: z.literal(SCHEMA),
  /** Of rungbook: another one may write other bytes. */
  version: z.string(),
  ladder: HASH,
  template: HASH,
  options: z.object({
    locale: z.string(),
    formats: z.array(z.string()),
    theme: HASH.nullable(),
    reference: HASH.nullable(),
    allowFindings: z.boolean(),
    /** The permissions that go with a password; null: there is none. */
    encryption: z.unknown(),
  }),
  /** How many rows the batch has, and a hash of them all. */
  batch: z.object({ rows: COUNT, hash: HASH }),
});

/** A file of a packet. Its name is the row's own: it may tell who the row is about. */
const FILE = z.object({ format: z.string(), sha256: HASH, bytes: COUNT });

/** A row: its place in the batch (from 0), its number as its user counts, the hash of its content. */
const ENTRY = z.discriminatedUnion("status", [
  z.object({
    ordinal: COUNT,
    row: COUNT,
    hash: HASH,
    status: z.literal("made"),
    files: z.array(FILE),
  }),
  z.object({
    ordinal: COUNT,
    row: COUNT,
    hash: HASH,
    status: z.literal("failed"),
    rules: z.array(z.string()),
  }),
]);

/** Files with these hashes are about to be replaced: rows that have them are no longer made. */
const REPLACED = z.object({ replaced: z.array(HASH) });

/** The last line: all rows of the batch, or of its shard, stand above. */
const END = z.object({ end: z.literal(true), made: COUNT, failed: COUNT });

const SHARD = z.object({ shard: z.object({ index: COUNT, of: COUNT }).nullable() });
const FIRST = HEADER.extend(SHARD.shape);
const LINE = z.union([ENTRY, REPLACED, END]);

export type Header = z.infer<typeof HEADER>;
export type Entry = z.infer<typeof ENTRY>;
export type PacketFile = z.infer<typeof FILE>;

/** A manifest as it was found. */
export interface Manifest {
  header: Header;
  shard: Shard | null;
  /** In the order of the lines; of a row that has several, the last counts. */
  entries: Entry[];
  /** False: the batch that writes it was stopped, or still runs. */
  ended: boolean;
}

/** "manifest.jsonl", "manifest-2-of-5.jsonl". */
export const manifestName = (shard: Shard | null): string =>
  shard ? `manifest-${shard.index}-of-${shard.of}.jsonl` : "manifest.jsonl";

/** Reads a manifest; null: there is none, or it is not one. A last line that breaks off is left out. */
export function readManifest(file: string): Manifest | null {
  if (kindOf(file) === null) return null;
  const lines = Buffer.from(readFile(file, MAX_BATCH_BYTES)).toString().split("\n").slice(0, -1);
  const [first, ...rest] = lines.map(parsed);
  const header = FIRST.safeParse(first);
  if (!header.success) return null;
  const { shard, ...made } = header.data;
  const manifest: Manifest = { header: made, shard, entries: [], ended: false };
  const read = rest.map((line) => LINE.safeParse(line));
  if (!read.every(({ success }) => success)) return null;
  const entries = new Map<number, Entry>();
  for (const { data: line } of read) {
    if (!line) continue;
    if ("status" in line) entries.set(line.ordinal, line);
    else if ("replaced" in line) forget(entries, line.replaced);
    else manifest.ended = true;
  }
  return { ...manifest, entries: [...entries.values()] };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function forget(entries: Map<number, Entry>, replaced: readonly string[]): void {
  for (const [ordinal, entry] of entries) {
    if (entry.status === "made" && entry.files.some((each) => replaced.includes(each.sha256))) {
      entries.delete(ordinal);
    }
  }
}
