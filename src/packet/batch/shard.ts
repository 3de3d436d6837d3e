/** A part of a batch: every `of`th row, from the `index`th (from 1). */
export interface Shard {
  index: number;
  of: number;
}

/** What the environment tells of a Kubernetes Job with indexed completion. */
export interface JobEnvironment {
  JOB_COMPLETION_INDEX?: string | undefined;
  JOB_COMPLETION_COUNT?: string | undefined;
}

const MOST = 10_000;

/**
 * Reads "2/5"; or "/5", where Kubernetes tells the index (from 0), or "/", where the environment tells
 * the count too. A string: why it is none.
 */
export function shardOf(text: string, environment: JobEnvironment): Shard | string {
  const [, first, second] = /^(\d*)\/(\d*)$/.exec(text.trim()) ?? [];
  if (first === undefined) return `Unexpected shard "${text}", expected I/N as in 2/5, or /N`;
  const { JOB_COMPLETION_INDEX: job = "", JOB_COMPLETION_COUNT: count = "" } = environment;
  const of = Number(second || number(count));
  const index = first ? Number(first) : Number(number(job)) + 1;
  if (!first && !number(job)) return `Unexpected shard "${text}" without JOB_COMPLETION_INDEX`;
  if (!second && !number(count)) return `Unexpected shard "${text}" without JOB_COMPLETION_COUNT`;
  const isOne = index >= 1 && index <= of && of <= MOST;
  return isOne ? { index, of } : `Unexpected shard ${index}/${of}, expected 1/${of} to ${of}/${of}`;
}

const number = (text: string): string => (/^\d{1,6}$/.test(text) ? text : "");

/** Whether a shard has the row at this place of the batch (from 0); without shards all are in one. */
export const isIn = (shard: Shard | null, ordinal: number): boolean =>
  !shard || ordinal % shard.of === shard.index - 1;
