import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { candidates, csvOf } from "../packet/batch/fixtures.js";
import type { Demand } from "./demands.js";

/** What a run took, by GNU time. */
interface Taken {
  /** Milliseconds of the processor, and from start to end. */
  cpu: number;
  wall: number;
  mb: number;
}

/** Where packets are made: the bundle, and a folder that is there for it alone. */
export interface Place {
  node: string;
  cli: string;
  folder: string;
  seed: string;
}

/** What is asked of packets; `huge`: with 10,000 rows too. */
export function packetDemands(place: Place, huge: boolean): Demand[] {
  prepare(place, huge ? [1, 100, 1000, 10_000] : [1, 100, 1000]);
  const few = batch(place, 100, 1);
  const many = batch(place, 1000, 1);
  // One after the other, so that what else the machine does falls on both alike.
  const pairs = [1, 2, 3].map(() => [batch(place, 1000, 1), batch(place, 1000, 2)] as const);
  const colds = Array.from({ length: 9 }, () => [batch(place, 1, 1), build(place)] as const);
  const each = (many.cpu - few.cpu) / 900;
  const demands: Demand[] = [
    { what: "a packet of 1,000", value: each, unit: " ms CPU", most: 15 },
    { what: "1,000 packets, peak", value: many.mb, unit: " MB", most: 400 },
    {
      what: "two jobs ÷ one",
      value: median(pairs.map(([a, b]) => b.wall / a.wall)),
      unit: "×",
      most: 1 / 1.7,
    },
    {
      what: "a packet, cold ÷ a build",
      value: median(colds.map(([a, b]) => a.wall / b.wall)),
      unit: "×",
      most: 1.5,
    },
  ];
  return huge ? [...demands, ...growth(place, few, each)] : demands;
}

/** What a row of 10,000 costs beside one of 1,000, and what 10,000 take of memory. */
function growth(place: Place, few: Taken, each: number): Demand[] {
  const most = batch(place, 10_000, 1);
  const ratio = (most.cpu - few.cpu) / 9900 / each;
  return [
    { what: "a packet of 10,000 ÷ of 1,000", value: ratio, unit: "×", most: 1.1 },
    { what: "10,000 packets, peak", value: most.mb, unit: " MB", most: 400 },
  ];
}

function prepare({ folder, seed }: Place, sizes: readonly number[]): void {
  mkdirSync(path.join(folder, "source"), { recursive: true });
  writeFileSync(path.join(folder, "source/2019-12-17-engineering-job-ladder.md"), seed);
  for (const rows of sizes) {
    writeFileSync(path.join(folder, `${rows}.csv`), csvOf(candidates(rows)));
  }
}

const batch = (place: Place, rows: number, jobs: number): Taken =>
  run(place, [
    "packet",
    "--batch",
    `${rows}.csv`,
    "--jobs",
    String(jobs),
    "--out",
    "made",
    "--quiet",
  ]);

const build = (place: Place): Taken =>
  run(place, ["build", "--format", "pdf", "--out", "made", "--quiet"]);

function run({ node, cli, folder }: Place, args: readonly string[]): Taken {
  rmSync(path.join(folder, "made"), { recursive: true, force: true });
  const timed = ["-f", "%U %S %e %M", node, cli, ...args];
  const { status, stderr } = spawnSync("/usr/bin/time", timed, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`rungbook ${args.join(" ")}: ${stderr}`);
  const [user = 0, system = 0, wall = 0, kb = 0] = (stderr.trim().split("\n").at(-1) ?? "")
    .split(" ")
    .map(Number);
  return { cpu: (user + system) * 1000, wall: wall * 1000, mb: kb / 1024 };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
