import type { JobEnvironment } from "../../packet/batch/shard.js";
import type { Shared } from "../../packet/make.js";
import type { ImageFile } from "../../resources.js";
import { type Context, type Option, type Options, UsageError } from "../command.js";

/** The options of `packet` that are for batches. */
export const BATCH_OPTIONS: readonly Option[] = [
  { flags: "--batch <file>", summary: "candidates: a .csv, .xlsx, .json or .jsonl file" },
  { flags: "--jobs <n>", summary: "threads that make packets of a batch", default: "1" },
  {
    flags: "--shard <i/n>",
    summary: "every nth row of a batch, from the ith; /n: i is JOB_COMPLETION_INDEX",
  },
  { flags: "--resume", summary: "make only what is missing or out of date, by the manifest" },
  {
    flags: "--merge-manifests",
    summary: "prove of the manifests that are named that each row was made once",
  },
];

const MOST_JOBS = 64;

/** What a batch is asked for beside what all packets have in common. */
export interface BatchOptions {
  batch: string;
  out: string;
  jobs: number;
  shard: { index: number; of: number } | null;
  resume: boolean;
  quiet: boolean;
}

/** Reads the options of a batch. */
export async function batchOptions(
  options: Options,
  environment: JobEnvironment,
): Promise<BatchOptions> {
  const { shardOf } = await import("../../packet/batch/shard.js");
  const { batch, out, shard, resume, quiet } = options;
  for (const [name, value] of Object.entries({ batch, out })) {
    // An unset variable of a script must not mean the current folder.
    if (String(value ?? "").trim() === "") throw new UsageError(`nothing given for --${name}`);
  }
  const part = shard === undefined ? null : shardOf(String(shard), environment);
  if (typeof part === "string") throw new UsageError(part);
  const flags = { resume: resume === true, quiet: quiet === true };
  return { batch: String(batch), out: String(out), jobs: jobsOf(options), shard: part, ...flags };
}

function jobsOf({ jobs = "1" }: Options): number {
  const number = Number(jobs);
  if (/^\d+$/.test(String(jobs)) && number >= 1 && number <= MOST_JOBS) return number;
  throw new UsageError(`--jobs is "${jobs}", expected a number from 1 to ${MOST_JOBS}`);
}

/** Makes a packet of each row of a file. Returns the exit code. */
export async function packetBatch(
  options: BatchOptions,
  { shared, images }: { shared: Shared; images: ReadonlyMap<string, ImageFile> },
  context: Context,
): Promise<number> {
  const { runBatch } = await import("../../packet/batch/index.js");
  return runBatch({ ...options, shared, images }, context);
}

/** Proves of manifests that each row of their batch was made once. Returns the exit code. */
export async function mergeBatch(
  names: readonly string[],
  { quiet }: Options,
  context: Context,
): Promise<number> {
  if (names.length === 0) throw new UsageError("no manifest given for --merge-manifests");
  const { mergeManifests } = await import("../../packet/batch/merge.js");
  return mergeManifests(names, context, quiet === true);
}
