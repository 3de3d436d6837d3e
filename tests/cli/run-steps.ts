import { spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import * as path from "node:path";
import type { Step } from "./case-file.js";
import { CLEAN, CLI, SEED, scratch } from "./run.js";

/** What stands for a person who edits a Word file. */
const WORD = path.resolve(import.meta.dirname, "word.mjs");

/** Runs commands in a folder, `rungbook` and `word` among them, and returns the lines that each gives. */
export function runSteps(steps: readonly Step[], folder: string): string[][] {
  const runs = (script: string) => `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`;
  const bin = scratch({ rungbook: runs(CLI), word: runs(WORD) });
  for (const name of ["rungbook", "word"]) chmodSync(path.join(bin, name), 0o755);
  return steps.map((step) => runStep(step, folder, bin));
}

/** Commands and what they gave, as a terminal shows them. */
export const transcript = (steps: readonly Step[], given: readonly string[][]): string =>
  steps.map((step, index) => [`$ ${step.command}`, ...(given[index] ?? [])].join("\n")).join("\n");

function runStep({ command }: Step, cwd: string, bin: string): string[] {
  const PATH = `${bin}${path.delimiter}${process.env.PATH}`;
  const env = { ...process.env, ...CLEAN, PATH, SEED };
  const done = spawnSync("sh", ["-c", command], { cwd, env, encoding: "utf8", timeout: 60_000 });
  return [
    ...linesOf(done.stdout),
    ...linesOf(done.stderr).map((line) => `! ${line}`),
    ...(done.status === 0 ? [] : [`(exit ${done.status ?? done.signal})`]),
  ];
}

/** Times and sizes are of this run only. */
const linesOf = (text: string): string[] =>
  text
    .replace(/( |\() *\b[\d.]+ (?:ms|s)\b/g, "$1N ms")
    .replace(/ *\b[\d.]+ (?:B|kB|MB)\b */g, "  N kB ")
    .replace(/"(ms|bytes)": \d+/g, '"$1": N')
    .replace(/ +$/gm, "")
    .split("\n")
    .slice(0, text.endsWith("\n") ? -1 : undefined)
    .filter((line, index, all) => line !== "" || all.length > 1 || index > 0);
