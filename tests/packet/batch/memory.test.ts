import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { expect, test } from "vitest";
import { TELL_PEAK } from "../../cli/peak.js";
import { CLEAN, CLI, SEED, scratch } from "../../cli/run.js";
import { candidates, csvOf } from "./fixtures.js";

/** Rows that are long and all wrong: reading and planning is all there is to do. */
const wrong = (count: number) =>
  candidates(count).map((row) => ({ ...row, level: "none", location: "x".repeat(2000) }));

function peakOf(name: string, content: string, rows: number): number {
  const folder = scratch({ [`source/${path.basename(SEED)}`]: readFileSync(SEED) });
  writeFileSync(path.join(folder, name), content);
  const args = ["--import", TELL_PEAK, CLI, "packet", "--batch", name, "--format", "md", "--quiet"];
  const { stderr } = spawnSync(process.execPath, args, {
    ...{ cwd: folder, env: { ...process.env, ...CLEAN }, encoding: "utf8", timeout: 120_000 },
    maxBuffer: 1 << 28,
  });
  const lines = stderr.trimEnd().split("\n");
  expect(lines.filter((line) => line.includes("(unknown-level)"))).toHaveLength(rows);
  return Number(lines.at(-1)) / 1024;
}

test("memory does not grow with the rows", () => {
  const jsonl = (rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  for (const [name, write] of [
    ["x.csv", csvOf],
    ["x.jsonl", jsonl],
  ] as const) {
    const [few, many] = [100, 10_000].map((count) => peakOf(name, write(wrong(count)), count));
    // The 20 MB that the file is larger by would show.
    expect((many ?? 0) - (few ?? 0)).toBeLessThan(100);
    expect(many).toBeLessThan(300);
  }
}, 300_000);
