import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { expect, test } from "vitest";
import { parseCase, replaceExpected, type Step } from "./case-file.js";
import { CLEAN, CLI, SEED, scratch } from "./run.js";

const CASES = path.resolve(import.meta.dirname, "../cases");

for (const name of readdirSync(CASES).filter((file) => file !== "README.md")) {
  test(name.replace(/\.md$/, ""), () => runCase(path.join(CASES, name)));
}

function runCase(file: string): void {
  const text = readFileSync(file, "utf8");
  const { files, steps } = parseCase(text);
  const folder = scratch(Object.fromEntries(files));
  const bin = scratch({ rungbook: `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n` });
  chmodSync(path.join(bin, "rungbook"), 0o755);
  const given = steps.map((step) => runStep(step, folder, bin));
  if (process.env.UPDATE_CASES === "1") {
    writeFileSync(file, replaceExpected(text, steps, given));
    return;
  }
  const told = (lines: (step: Step, index: number) => string[]) =>
    steps.map((step, index) => [`$ ${step.command}`, ...lines(step, index)].join("\n")).join("\n");
  expect(told((_, index) => given[index] ?? [])).toBe(told((step) => step.expected));
}

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
