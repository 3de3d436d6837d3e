#!/usr/bin/env node
import * as module from "node:module";
import * as v8 from "node:v8";
import { Worker } from "node:worker_threads";
import type { Context } from "./commands/command.js";

// Node 22.1 and later keep the compiled code of what is imported after this.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

// A build is over before most optimised code pays for its making: V8 is told to wait longer with it.
// The flag is V8's own and has other names elsewhere; one that it does not know, it complains of.
const PATIENCE: Record<string, string> = {
  20: "--interrupt-budget=1000000",
  22: "--invocation-count-for-turbofan=10000",
  24: "--invocation-count-for-turbofan=10000",
};
const patience = PATIENCE[process.versions.node.split(".")[0] ?? ""];
if (patience) v8.setFlagsFromString(patience);

const { env, stdout, stderr } = process;

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

const context: Context = {
  cwd: process.cwd(),
  sourceDateEpoch: env.SOURCE_DATE_EPOCH,
  colour: { out: hasColour(stdout), err: hasColour(stderr) },
  out: writerTo(stdout),
  err: writerTo(stderr),
  startPdfWorker: () => new Worker(new URL("./pdf-worker.js", import.meta.url)),
  now: () => performance.now(),
};

process.on("uncaughtException", fail);
try {
  const { run } = await import("./commands/program.js");
  const code = await run(process.argv.slice(2), context);
  process.exitCode ||= code;
} catch (error) {
  fail(error);
}
