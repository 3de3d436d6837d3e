import * as path from "node:path";
import { FileError, makeFolder, removeFolder } from "../../files/index.js";
import { rowHasher } from "./hash.js";
import { headerOf } from "./header.js";
import type { Kitchen } from "./line.js";
import { manifestName, readManifest } from "./manifest.js";
import { ManifestWriter } from "./manifest-writer.js";
import { Names } from "./names.js";
import type { BatchRequest, World } from "./request.js";
import { BatchError, type BatchFile } from "./row.js";
import type { ReadRows } from "./rows.js";
import { isIn, type Shard } from "./shard.js";
import { survey } from "./survey.js";

/** Where the rows of a batch come from. */
export interface Source {
  read: ReadRows;
  file: BatchFile;
}

/** All that a batch needs but somebody who makes its packets. */
export interface Prepared {
  kitchen: Omit<Kitchen, "pool">;
  /** How many rows are to be made here. */
  rows: number;
}

/** Looks at the whole batch, then makes ready for its packets. Throws a BatchError, a FileError. */
export async function prepare(
  { shared, shard, resume, out }: BatchRequest,
  { read, file }: Source,
  { cwd }: World,
): Promise<Prepared> {
  const folder = path.resolve(cwd, out);
  const place = path.join(folder, manifestName(shard));
  const header = headerOf(shared);
  const hashOf = rowHasher(header, shared);
  const earlier = attempt(out, () => (resume ? readManifest(place) : null));
  const { rows, hash, kept } = await survey(read, file, hashOf, earlier);
  const ours = kept.filter(({ ordinal }) => isIn(shard, ordinal));
  const { workshop, manifest } = attempt(out, () => {
    const made = openWorkshop(folder, shard);
    const head = { ...header, batch: { rows, hash }, shard };
    return {
      workshop: made,
      manifest: new ManifestWriter({ file: place, workshop: made }, head, ours),
    };
  });
  const before = new Map(ours.map((entry) => [entry.ordinal, entry]));
  const kitchen = { shared, names: new Names(), hashOf, manifest, folder, workshop, kept: before };
  return { kitchen, rows: rowsIn(shard, rows) };
}

/** The owner alone sees who has a packet. */
const PRIVATE = 0o700;

/** Makes a folder for what is not whole; what a run that was killed has left there is gone. */
function openWorkshop(folder: string, shard: Shard | null): string {
  const workshop = path.join(folder, `.${manifestName(shard)}.work`);
  makeFolder(folder, PRIVATE);
  removeFolder(workshop);
  makeFolder(workshop, PRIVATE);
  return workshop;
}

const rowsIn = (shard: Shard | null, rows: number): number =>
  shard ? Math.ceil(Math.max(rows - shard.index + 1, 0) / shard.of) : rows;

/** An error of the folder of packets is told with that. */
function attempt<T>(out: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new BatchError(out.split(path.sep).join("/"), "unwritable", error.message);
  }
}
