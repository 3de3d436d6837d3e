#!/usr/bin/env node
import * as module from "node:module";
import * as v8 from "node:v8";
import { Worker } from "node:worker_threads";
import type { Context } from "./commands/command.js";

// Node 22.1 and later keep the compiled code of what is imported after this.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

// A build is over before most optimised code pays for its making: V8 is told to wait longer with it.
// The heap grows in even steps: by itself Node 20 lets it grow fourfold before it looks for garbage, a
// third more memory for a large ladder; newer ones look so often that it takes a twentieth of the time.
// The flags are V8's own and have other names elsewhere; one that it does not know, it complains of.
const FLAGS: Record<string, string[]> = {
  20: ["--interrupt-budget=1000000", "--heap-growing-percent=70"],
  22: ["--invocation-count-for-turbofan=10000", "--heap-growing-percent=40"],
  24: ["--invocation-count-for-turbofan=10000", "--heap-growing-percent=40"],
};
const { argv, env, stdout, stderr } = process;

// A batch of packets, and a watch, take long enough for all of V8's own ways.
const isBatch = argv[2] === "packet" && argv.some((each) => each.startsWith("--batch"));
const isLong = isBatch || argv[2] === "watch";
const flags = isLong ? [] : FLAGS[process.versions.node.split(".")[0] ?? ""];
for (const flag of flags ?? []) v8.setFlagsFromString(flag);

/** The thread for PDFs; it keeps no process alive that has nothing else to do. */
function startPdfWorker(): Worker {
  const worker = new Worker(new URL("./pdf-worker.js", import.meta.url));
  worker.unref();
  return worker;
}

/** The thread for reading PDFs from outside, which may use this much memory. */
const startPdfReader = (): Worker =>
  new Worker(new URL("./pdf-reader.js", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  });

// Where all formats will be asked for, the thread loads its fonts while the program is still loading.
const isEarly =
  ["build", "check", "watch"].includes(argv[2] ?? "") && !argv.join(" ").includes("--format");
const early = isEarly ? startPdfWorker() : null;

/** Writes to a stream whose reader may be gone: `rungbook … | head` ends the reading, not the work. */
function writerTo(stream: NodeJS.WriteStream): (text: string) => void {
  let open = true;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    open = false;
    if (error.code === "EPIPE") return;
    process.exitCode = 2;
    if (stream !== stderr) stderr.write(`error: can't write to standard output: ${error.code}\n`);
  });
  return (text) => {
    if (open) stream.write(text);
  };
}

function hasColour(stream: NodeJS.WriteStream): boolean {
  if (env.FORCE_COLOR !== undefined) return !["0", "false"].includes(env.FORCE_COLOR);
  return !env.NO_COLOR && env.TERM !== "dumb" && stream.isTTY === true;
}

/** What nobody expected is told in one line; the stack is for those who ask. */
function fail(error: unknown): void {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const [line] = message.split("\n");
  stderr.write(env.RUNGBOOK_DEBUG === "1" ? `${stack}\n` : `internal error: ${line}\n`);
  process.exitCode = 2;
}

let stopping: AbortController | null = null;

/** From when on it is asked for, the first signal asks the work to stop, and the second one stops it. */
function interruption(): AbortSignal {
  if (stopping) return stopping.signal;
  const controller = new AbortController();
  stopping = controller;
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => controller.abort());
  return controller.signal;
}

/** Lines that are typed unseen. */
async function askUnseen(questions: readonly string[]): Promise<string[] | null> {
  const { createInterface } = await import("node:readline/promises");
  const { Writable } = await import("node:stream");
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true });
  const answers: string[] = [];
  try {
    for (const question of questions) {
      stderr.write(question);
      answers.push(await lines.question(""));
      stderr.write("\n");
    }
    return answers;
  } catch (error) {
    // Ctrl-C and Ctrl-D.
    if ((error as Error).name === "AbortError") return null;
    throw error;
  } finally {
    lines.close();
  }
}

/** The day on the user's calendar. */
function today(): string {
  const now = new Date();
  const parts = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return [now.getFullYear(), ...parts].join("-");
}

const context: Context = {
  cwd: process.cwd(),
  sourceDateEpoch: env.SOURCE_DATE_EPOCH,
  colour: { out: hasColour(stdout), err: hasColour(stderr) },
  out: writerTo(stdout),
  err: writerTo(stderr),
  startPdfWorker: () => early ?? startPdfWorker(),
  startPdfReader,
  packetWorker: new URL("./packet-worker.js", import.meta.url).href,
  terminal: stderr.isTTY === true && env.TERM !== "dumb" ? stderr : undefined,
  get interrupted() {
    return interruption();
  },
  job: env,
  ...(env.GITHUB_ACTIONS === "true" && {
    github: { workspace: env.GITHUB_WORKSPACE, summary: env.GITHUB_STEP_SUMMARY },
  }),
  password: env.RUNGBOOK_PASSWORD,
  ...(process.stdin.isTTY && { askUnseen }),
  ...(process.stdin.isTTY &&
    stderr.isTTY && {
      ask: async (questions) =>
        (await import("./cli/ask.js")).ask(questions, process.stdin, stderr),
    }),
  today,
  now: () => performance.now(),
};

process.on("uncaughtException", fail);
try {
  const { run } = await import("./commands/program.js");
  const code = await run(argv.slice(2), context);
  process.exitCode ||= code;
} catch (error) {
  fail(error);
}
