import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { parseArgs } from "node:util";
import { checkedJob, columnsOf, demandsOf, docxJob, lintJob, mergeJob, pdfJob } from "./demands.js";
import { type Cost, type Job, measure } from "./measure.js";
import { packetDemands } from "./packets.js";
import { ALL_PEERS, peers, typstJobs } from "./peers.js";
import { asHtml, asTypst, changeBullets, multiply } from "./posts.js";
import { watchDemands } from "./watch.js";

/**
 * `npm run bench -- [--runs N] [--huge] [--pdf] [--packets]`: what a cold process costs, and how that stands beside
 * what is demanded of it. `--huge` adds the seed ×1000 and 10,000 packets (minutes), `--pdf` leaves the other
 * formats out, `--packets` all but the packets.
 * BENCH_NODE names a second Node to measure beside the one that runs this.
 */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "7" },
    huge: { type: "boolean", default: false },
    pdf: { type: "boolean", default: false },
    packets: { type: "boolean", default: false },
  },
});
const runs = Math.max(5, Number(values.runs));

const CLI = path.resolve("dist/cli.js");
const SEED = readFileSync("source/2019-12-17-engineering-job-ladder.md", "utf8");
const ALL_FOUR = "rungbook: all four";
const EMPTY = "node -e 0";

const folder = mkdtempSync(path.join(tmpdir(), "rungbook-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
writeFileSync(path.join(folder, "post.html"), asHtml(SEED));
/** How many times the seed's tracks are there: in a merge, in a build. */
const MERGED = [1, 10, 100];
const SIZES = values.huge ? [1, 10, 100, 1000] : [1, 10, 100];
for (const times of SIZES) {
  mkdirSync(path.join(folder, `x${times}`));
  const post = multiply(SEED, times);
  writeFileSync(path.join(folder, `x${times}/post.md`), post);
  // Typst takes gigabytes for the next size.
  if (times <= 100) writeFileSync(path.join(folder, `x${times}/post.typ`), asTypst(post));
}

/** A build into a folder that is new each time: a file that would not change is not written. */
function build(node: string, name: string, times: number, format: string, least: number): Job {
  const out = path.join(folder, "out");
  const args = ["build", `x${times}/post.md`, "--format", format, "--quiet", "--out", out];
  const before = () => rmSync(out, { recursive: true, force: true });
  return { name, commands: [[node, CLI, ...args]], runs: least, before };
}

/** A merge of a rendering in which a hundred bullets were changed. */
function merge(node: string, times: number): Job {
  const post = `x${times}/post.md`;
  const out = `x${times}/edited`;
  const build = [CLI, "build", post, "--format", "docx", "--quiet", "--out", out];
  const before = () => {
    if (existsSync(path.join(folder, out))) return;
    spawnSync(node, build, { cwd: folder });
    const file = path.join(folder, out, "post.docx");
    writeFileSync(file, changeBullets(readFileSync(file), 100));
  };
  const args = ["merge", `${out}/post.docx`, "--into", post, "--dry-run"];
  return {
    name: mergeJob(times),
    commands: [[node, CLI, ...args]],
    runs: Math.min(runs, 5),
    before,
  };
}

const lint = (node: string, times: number): Job => ({
  name: lintJob(times),
  commands: [[node, CLI, "lint", "--quiet", `x${times}/post.md`]],
  runs: Math.min(runs, 5),
});
/** A build and a check of the seed that find its renderings as they should be, or those of an older post. */
function checks(node: string): Job[] {
  const post = "x1/post.md";
  const older = path.join(folder, "older/post.md");
  mkdirSync(path.dirname(older));
  writeFileSync(older, SEED.replaceAll("<li>You ", "<li>We "));
  return (["up to date", "stale"] as const).flatMap((state) => {
    const kept = path.join(folder, `kept ${state}`);
    const from = state === "stale" ? older : post;
    spawnSync(node, [CLI, "build", from, "--quiet", "--out", kept], { cwd: folder });
    const before = () => cpSync(kept, path.join(folder, "checked"), { recursive: true });
    return (["build", "check"] as const).map((command) => ({
      name: checkedJob(command, state),
      // What is stale is told by the exit code 1, which is no failure here.
      commands: [
        [
          "sh",
          "-c",
          '"$@" || test $? = 1',
          "sh",
          node,
          CLI,
          command,
          post,
          "--quiet",
          "--out",
          "checked",
        ],
      ],
      runs,
      before,
    }));
  });
}

function jobsOf(node: string): Job[] {
  const all = "pdf,docx,md,json";
  const runsOf = (times: number) => (times === 1 ? runs : times === 1000 ? 1 : 5);
  const pdfs = SIZES.map((times) => build(node, pdfJob(times), times, "pdf", runsOf(times)));
  const empty = { name: EMPTY, commands: [[node, "-e", "0"]], runs };
  if (values.pdf) return [empty, ...pdfs];
  return [
    empty,
    build(node, ALL_FOUR, 1, all, runs),
    ...["md", "json"].map((format) => build(node, `rungbook: ${format}`, 1, format, runs)),
    ...pdfs,
    ...checks(node),
    ...MERGED.flatMap((times) => [
      build(node, docxJob(times), times, "docx", runsOf(times)),
      merge(node, times),
    ]),
    ...[1, 100].map((times) => lint(node, times)),
    ...SIZES.slice(1).map((times) =>
      build(node, `${ALL_FOUR}, ×${times}`, times, all, runsOf(times)),
    ),
  ];
}

/** The pages of the PDF ×100, counted in its bytes: its page objects are not packed. */
function pagesOf(node: string): number {
  const { before, commands } = build(node, "", 100, "pdf", 1);
  before?.();
  const [program = "", ...args] = commands[0] ?? [];
  spawnSync(program, args, { cwd: folder });
  const out = path.join(folder, "out");
  const [name = ""] = readdirSync(out);
  return readFileSync(path.join(out, name), "latin1").match(/\/Type \/Page\n/g)?.length ?? 0;
}

/** What packets cost. */
function reportPackets(node: string): void {
  const place = { node, cli: CLI, folder: path.join(folder, "packets"), seed: SEED };
  console.log(`\n${line(["demanded of packets", "measured", "asked", ""])}`);
  for (const demand of packetDemands(place, values.huge)) console.log(line(columnsOf(demand)));
}

/** What a save costs while it is watched. */
async function reportWatch(node: string): Promise<void> {
  const place = { node, cli: CLI, folder: path.join(folder, "watched"), seed: SEED };
  for (const demand of await watchDemands(place)) console.log(line(columnsOf(demand)));
}

/** The tables of one Node: what each job costs, and what of the demands is met. */
function report(node: string): void {
  const beside = values.pdf ? [] : peers(runs, folder);
  const jobs = [...jobsOf(node), ...typstJobs(runs, folder), ...beside];
  const costs = measure(jobs, folder);
  const byName = new Map([...costs].map(([{ name }, cost]) => [name, cost]));
  const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
  const pdf = byName.get(pdfJob(1))?.ms ?? Number.NaN;
  console.log(`\nNode ${version}\n`);
  console.log(line(["", "median", "÷ the PDF", "peak"]));
  for (const [name, { ms, mb }] of byName) {
    const memory = mb === null ? "–" : `${mb.toFixed(0)} MB`;
    console.log(line([name, `${ms.toFixed(0)} ms`, (ms / pdf).toFixed(2), memory]));
  }
  compareAll(byName);
  console.log(`\n${line(["what is demanded", "measured", "asked", ""])}`);
  const major = Number(/\d+/.exec(version)?.[0]);
  for (const demand of demandsOf((name) => byName.get(name), major, pagesOf(node)))
    console.log(line(columnsOf(demand)));
}

/** All four formats beside all four peers. */
function compareAll(byName: ReadonlyMap<string, Cost>): void {
  const [ours, theirs] = [ALL_FOUR, ALL_PEERS].map((name) => byName.get(name)?.ms);
  if (ours && theirs) console.log(`\n${ALL_FOUR} ÷ ${ALL_PEERS}: ${(ours / theirs).toFixed(2)}`);
}

const line = ([name = "", ...columns]: string[]): string =>
  `${name.padEnd(28)}${columns.map((column) => column.padStart(12)).join("")}`;

for (const node of [process.execPath, process.env.BENCH_NODE]) {
  if (!node) continue;
  if (!values.packets) report(node);
  if (!values.pdf) reportPackets(node);
  if (!values.pdf) await reportWatch(node);
}
