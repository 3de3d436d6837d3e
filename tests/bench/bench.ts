import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { parseArgs } from "node:util";
import { type Cost, type Job, measure } from "./measure.js";
import { ALL_PEERS, peers } from "./peers.js";
import { asHtml, asTypst, multiply } from "./posts.js";

/**
 * `npm run bench -- [--runs N] [--huge]`: what a cold process costs. BENCH_NODE names a second Node to
 * measure beside the one that runs this.
 */
const { values } = parseArgs({
  options: { runs: { type: "string", default: "7" }, huge: { type: "boolean", default: false } },
});
const runs = Math.max(5, Number(values.runs));

const CLI = path.resolve("dist/cli.js");
const SEED = readFileSync("source/2019-12-17-engineering-job-ladder.md", "utf8");
const ALL_FOUR = "rungbook: all four";
const EMPTY = "node -e 0";

const folder = mkdtempSync(path.join(tmpdir(), "rungbook-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
writeFileSync(path.join(folder, "post.html"), asHtml(SEED));
writeFileSync(path.join(folder, "post.typ"), asTypst(SEED));
for (const times of values.huge ? [1, 10, 100, 1000] : [1, 10, 100]) {
  mkdirSync(path.join(folder, `x${times}`));
  writeFileSync(path.join(folder, `x${times}/post.md`), multiply(SEED, times));
}

/** A build into a folder that is new each time: a file that would not change is not written. */
function build(node: string, name: string, times: number, format: string, least: number): Job {
  const out = path.join(folder, "out");
  const args = ["build", `x${times}/post.md`, "--format", format, "--quiet", "--out", out];
  const before = () => rmSync(out, { recursive: true, force: true });
  return { name, commands: [[node, CLI, ...args]], runs: least, before };
}

function jobsOf(node: string): Job[] {
  const all = "pdf,docx,md,json";
  return [
    { name: EMPTY, commands: [[node, "-e", "0"]], runs },
    build(node, ALL_FOUR, 1, all, runs),
    ...all.split(",").map((format) => build(node, `rungbook: ${format}`, 1, format, runs)),
    build(node, "rungbook: all four, ×10", 10, all, 5),
    build(node, "rungbook: all four, ×100", 100, all, 5),
    ...(values.huge ? [build(node, "rungbook: all four, ×1000", 1000, all, 1)] : []),
  ];
}

/** The table of one Node, and how it stands beside the peers. */
function report(node: string): void {
  const costs = measure([...jobsOf(node), ...peers(runs, folder)], folder);
  const byName = new Map([...costs].map(([{ name }, cost]) => [name, cost]));
  const ours = byName.get(ALL_FOUR)?.ms ?? Number.NaN;
  console.log(`\nNode ${spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim()}\n`);
  console.log(line(["", "median", "÷ all four", "peak"]));
  for (const [name, { ms, mb }] of byName) {
    const memory = mb === null ? "–" : `${mb.toFixed(0)} MB`;
    console.log(line([name, `${ms.toFixed(0)} ms`, (ms / ours).toFixed(2), memory]));
  }
  const peer = byName.get(ALL_PEERS)?.ms;
  if (peer) console.log(`\n${ALL_FOUR} ÷ ${ALL_PEERS}: ${(ours / peer).toFixed(2)}`);
  console.log(`×100 ÷ ×1, beyond start-up: ${growth(byName).toFixed(0)}`);
}

const line = ([name = "", ...columns]: string[]): string =>
  `${name.padEnd(28)}${columns.map((column) => column.padStart(12)).join("")}`;

/**
 * How many times ×100 costs what ×1 does, beyond what a process costs that does nothing but load:
 * with the costs a + b and a + 100 b, where ×10 tells a.
 */
function growth(costs: ReadonlyMap<string, Cost>): number {
  const ms = (name: string) => costs.get(name)?.ms ?? Number.NaN;
  const [one, ten, hundred] = [ALL_FOUR, `${ALL_FOUR}, ×10`, `${ALL_FOUR}, ×100`].map(ms);
  const work = ((ten ?? Number.NaN) - (one ?? Number.NaN)) / 9;
  return ((hundred ?? Number.NaN) - ((one ?? Number.NaN) - work)) / work;
}

for (const node of [process.execPath, process.env.BENCH_NODE]) if (node) report(node);
