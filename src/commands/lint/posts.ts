import * as path from "node:path";
import { message } from "../../diagnostics.js";
import { kindSeen } from "../../files/index.js";
import type { Mended } from "../../lint/fix/index.js";
import type { Settings } from "../../lint/settings.js";
import {
  add,
  begun,
  type FileState,
  type Finding,
  findingsOf,
  type Outcome,
  type Report,
  severityOf,
} from "../../report/report.js";
import type { Reporter } from "../../report/reporter.js";
import type { Context } from "../command.js";
import { writing } from "../findings.js";
import { patchOf } from "../patch.js";
import { choosePosts } from "../posts/index.js";
import { type Post, readPostFile, savePost } from "../posts/post.js";
import { changedPosts, type Since } from "../posts/since.js";
import { lintSettings } from "./settings.js";

/** How posts are linted. */
export interface How {
  fix: boolean;
  /** What `fix` would write is printed as a patch. */
  dryRun: boolean;
  /** More of them are an error; null: any number is well. */
  maxWarnings: number | null;
  /** Only posts that changed are linted; null: all. */
  since: Since | null;
}

/** Lints the posts that are named, or all of the source folder. */
export async function lintPosts(
  names: readonly string[],
  how: How,
  context: Context,
  reporter: Reporter,
): Promise<Report> {
  const start = context.now();
  const report = begun("lint");
  const tell = (outcome: Outcome) => {
    add(report, outcome);
    reporter.outcome(outcome);
  };
  const { settings, findings } = await lintSettings(context);
  tell({ files: [], findings });
  if (findings.length === 0) {
    const chosen = choosePosts(names, context);
    tell({ files: [], findings: chosen.findings });
    report.rules = (await import("../../lint/rules/index.js")).RULES;
    for (const each of chosen.posts) {
      const [post] = changedPosts([await readPostFile(each, context)], how.since);
      if (!post) continue;
      report.posts++;
      tell(await lintPost(post, how, settings, context));
    }
    tell({ files: [], findings: tooMany(report, how) });
  }
  report.ms = context.now() - start;
  reporter.end(report);
  return report;
}

async function lintPost(
  post: Post,
  how: How,
  settings: Settings,
  context: Context,
): Promise<Outcome> {
  if (!post.ladder) return { files: [], findings: post.findings };
  const { mended, unmended } = await import("../../lint/fix/index.js");
  const { linted } = await import("../../lint/post.js");
  const folder = path.dirname(path.resolve(context.cwd, post.path));
  const options = {
    file: path.basename(post.path),
    settings,
    exists: (name: string) => isThere(path.resolve(folder, name)),
  };
  const told = post.findings.map((each) => each.message);
  const seen = linted({ ladder: post.ladder, bytes: post.bytes, told }, options);
  const done = how.fix ? mended(post.bytes, seen, options) : unmended(post.bytes, seen, options);
  const failures = save(post, done, seen.text, how, context);
  const findings = done.findings.map((each) => ({ file: post.path, message: each.message }));
  return outcomeOf(post, done, findings, failures);
}

/** Whether something stands there; a name that no file can have is of nothing. */
const isThere = (file: string): boolean => !file.includes("\0") && kindSeen(file) !== null;

function save(
  post: Post,
  { bytes, post: now, count }: Mended,
  before: string,
  { dryRun }: How,
  { cwd, out }: Context,
): Finding[] {
  if (count === 0) return [];
  if (!dryRun) return writing(post.path, () => savePost(post.path, bytes, cwd));
  out(`${patchOf(post.path, before, now.text)}\n`);
  return [];
}

function outcomeOf(
  { path: name }: Post,
  { bytes, count }: Mended,
  findings: Finding[],
  failures: Finding[],
): Outcome {
  const state: FileState = count > 0 ? "fixed" : findings.length > 0 ? "faulty" : "clean";
  const file = { path: name, post: name, format: "post", state, bytes: bytes.length, ms: null };
  return { files: [{ ...file, findings }], findings: failures };
}

function tooMany(report: Report, { maxWarnings }: How): Finding[] {
  const told = findingsOf(report).filter((each) => severityOf(each.message) === "warning");
  if (maxWarnings === null || told.length <= maxWarnings) return [];
  const reason = `Unexpected ${told.length} warnings, expected at most ${maxWarnings}`;
  return [{ file: ".", message: message("error", "max-warnings", reason) }];
}
