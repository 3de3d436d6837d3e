import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { CLEAN, CLI, rungbook, SEED, scratch } from "../../cli/run.js";
import { candidates, csvOf } from "./fixtures.js";
import { hashesIn, linesOf, pathsIn } from "./folder.js";

const ROWS = 40;

/** At which rows a run is killed. */
const MOMENTS = process.env.RUNGBOOK_LONG ? Array.from({ length: ROWS }, (_, i) => i) : [0, 7, 31];

const made = (manifest: string): number => {
  try {
    return linesOf(manifest).length - 1;
  } catch {
    return -1;
  }
};

/** Milliseconds between two looks at a manifest: without them looking takes the time that the batch needs. */
const MOMENT = 2;

/** Waits until a manifest tells so many rows, or the process has ended. */
async function reaches(manifest: string, rows: number, child: ChildProcess): Promise<void> {
  while (made(manifest) < rows && child.exitCode === null && child.signalCode === null)
    await setTimeout(MOMENT);
}

const args = (out: string, ...more: string[]) => [
  ...["packet", "--batch", "candidates.csv", "--out", out, "--format", "pdf,md", ...more],
];

/** Starts a batch, and stops it by a signal when its manifest tells so many rows. */
async function stopped(folder: string, signal: NodeJS.Signals, rows: number, options: string[]) {
  const child = spawn(process.execPath, [CLI, ...args("packets", ...options)], {
    cwd: folder,
    env: { ...process.env, ...CLEAN },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let err = "";
  child.stderr.on("data", (text) => {
    err += text;
  });
  await reaches(path.join(folder, "packets/manifest.jsonl"), rows, child);
  child.kill(signal);
  const [code] = await once(child, "close");
  return { code, err };
}

/** What is true of a folder at any moment. */
function expectTruth(folder: string, whole: Record<string, string>): number {
  const out = path.join(folder, "packets");
  const found = hashesIn(out);
  const files = Object.entries(found).filter(([name]) => /^[^./].*\.(?:pdf|md)$/.test(name));
  for (const [name, hash] of files) expect([name, hash]).toEqual([name, whole[name]]);
  for (const file of pathsIn(out)) {
    expect(statSync(file).mode & 0o077).toBe(0);
  }
  const hashes = new Set(Object.values(found));
  const entries = linesOf(path.join(out, "manifest.jsonl")).slice(1) as {
    files?: { sha256: string }[];
  }[];
  const told = entries.flatMap((each) => each.files ?? []);
  for (const { sha256 } of told) expect(hashes.has(sha256)).toBe(true);
  return told.length / 2;
}

/** A folder in which nothing is made yet. */
const start = (done = onTestFinished): string =>
  scratch(
    {
      [`source/${path.basename(SEED)}`]: readFileSync(SEED),
      "candidates.csv": csvOf(candidates(ROWS)),
    },
    done,
  );

/** What a batch makes that nobody stops. */
function wholeOf(folder: string): Record<string, string> {
  expect(rungbook(folder, args("whole")).code).toBe(0);
  return hashesIn(path.join(folder, "whole"));
}

// Made once for the tests that stop the same batch.
const whole = wholeOf(start(afterAll));

test("a batch that is killed is whole as far as it came, and when it is resumed as one that was not", async () => {
  const folder = start();
  for (const [round, moment] of MOMENTS.entries()) {
    const options = ["--jobs", String((round % 2) + 1)];
    // Killed again and again, on its way from where it was.
    const { code: killed } = await stopped(folder, "SIGKILL", moment, options);
    expect(killed).toBeNull();
    expectTruth(folder, whole);
    await stopped(folder, "SIGKILL", moment + 5, [...options, "--resume"]);
    expect(expectTruth(folder, whole)).toBeGreaterThanOrEqual(moment);
    const { out, code } = rungbook(folder, args("packets", "--resume", ...options));
    expect(code).toBe(0);
    expect(out).toContain("up to date");
    expect(hashesIn(path.join(folder, "packets"))).toEqual(whole);
  }
}, 300_000);

test("Ctrl-C ends what has begun, says so, and leaves nothing behind", async () => {
  const folder = start();
  const { code, err } = await stopped(folder, "SIGINT", 5, ["--jobs", "2"]);
  expect(code).toBe(2);
  expect(err).toContain("Stopped. The same command with --resume goes on from here.");
  expectTruth(folder, whole);
  const left = pathsIn(path.join(folder, "packets")).map((file) => path.basename(file));
  expect(left.filter((name) => name.startsWith("."))).toEqual([]);
  expect(rungbook(folder, args("packets", "--resume")).code).toBe(0);
  expect(hashesIn(path.join(folder, "packets"))).toEqual(whole);
}, 300_000);

test("a resumed batch whose rows have changed tells the truth while it makes them anew", async () => {
  const folder = start();
  rungbook(folder, args("packets"));
  const rows = candidates(ROWS).map((row) => ({ ...row, location: "Elsewhere" }));
  // Some of the old ones too, in another order.
  writeFileSync(path.join(folder, "candidates.csv"), csvOf([...rows.slice(10), ...candidates(10)]));
  const changed = wholeOf(folder);
  await stopped(folder, "SIGKILL", 20, ["--resume"]);
  const out = path.join(folder, "packets");
  const hashes = new Set(Object.values(hashesIn(out)));
  const lines = linesOf(path.join(out, "manifest.jsonl")).slice(1) as {
    files?: { sha256: string }[];
  }[];
  for (const { files = [] } of lines)
    for (const { sha256 } of files) expect(hashes.has(sha256)).toBe(true);
  rungbook(folder, args("packets", "--resume"));
  expect(hashesIn(out)).toMatchObject(changed);
}, 300_000);
