import { type SpawnSyncReturns, spawnSync } from "node:child_process";

/** What a command took. */
export interface Cost {
  /** Milliseconds from start to end of the process: the median of the runs. */
  ms: number;
  /** Peak of the resident memory, in MB, in a run of its own; null: not measured. */
  mb: number | null;
}

/** Something to measure. */
export interface Job {
  name: string;
  /** Programs with their arguments, run one after another. */
  commands: readonly (readonly string[])[];
  runs: number;
  /** Makes ready for a run. */
  before?(): void;
}

/**
 * Measures the jobs in turns, so that what else the machine does falls on all of them alike. A job
 * that fails has no cost, and its reason is told.
 */
export function measure(jobs: readonly Job[], cwd: string): Map<Job, Cost> {
  const times = new Map(jobs.map((job) => [job, [] as number[]]));
  for (
    let round = 0;
    times.size > 0 && round < Math.max(...jobs.map(({ runs }) => runs));
    round++
  ) {
    for (const [job, taken] of times) {
      if (round >= job.runs) continue;
      const ms = once(job, cwd);
      if (ms === null) times.delete(job);
      else taken.push(ms);
    }
  }
  return new Map(
    [...times].map(([job, taken]) => [job, { ms: median(taken), mb: peak(job, cwd) }]),
  );
}

const run = ([program = "", ...args]: readonly string[], cwd: string) =>
  spawnSync(program, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });

function once({ name, commands, before }: Job, cwd: string): number | null {
  before?.();
  const start = performance.now();
  for (const command of commands) if (!ended(run(command, cwd), name)) return null;
  return performance.now() - start;
}

function ended({ status, signal, stderr, error }: SpawnSyncReturns<string>, name: string): boolean {
  if (status === 0) return true;
  console.error(`${name}: ${error?.message ?? signal ?? `exit code ${status}`}\n${stderr}`);
  return false;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** By GNU time. */
function peak({ commands, before }: Job, cwd: string): number | null {
  before?.();
  const peaks = commands.map((command) => {
    const { status, stderr } = run(["/usr/bin/time", "-f", "%M", ...command], cwd);
    return status === 0 ? Number(stderr.trim().split("\n").at(-1)) / 1024 : Number.NaN;
  });
  const most = Math.max(...peaks);
  return Number.isFinite(most) ? most : null;
}
