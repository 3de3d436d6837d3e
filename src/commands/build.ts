import * as path from "node:path";
import { FileError, holds, makeFolder, sweep, writeFile } from "../files/index.js";
import { exitCode, type FileReport, type Outcome, type Report } from "../report/report.js";
import type { Reporter } from "../report/reporter.js";
import type { Command, Context } from "./command.js";
import { failure } from "./findings.js";
import { RENDERING_OPTIONS, reporterOf, targetOf } from "./options.js";
import { shown } from "./posts/index.js";
import type { ReadPost } from "./posts/post.js";
import { work } from "./work/index.js";
import { type Making, type Rendering, render } from "./work/renderings.js";
import type { Target } from "./work/target.js";

/** Writes the renderings of posts. */
export const build: Command = {
  name: "build",
  summary: "write the renderings of posts",
  arguments: { name: "[post...]", summary: "posts, or folders of posts (default: source)" },
  options: RENDERING_OPTIONS,
  help: `Exit code 0: all well; 1: a post has errors, and nothing of it was written;
2: something could not be read or written.`,
  async run(names, options, context) {
    return exitCode(
      await buildPosts(names, targetOf(options), context, reporterOf(options, context)),
    );
  },
};

/** Builds the posts that are named, or all of the source folder. */
export function buildPosts(
  names: readonly string[],
  target: Target,
  context: Context,
  reporter?: Reporter,
): Promise<Report> {
  const post = (each: ReadPost, making: Making) => buildPost(each, making, context);
  return work({ command: "build", names, target, post }, context, reporter);
}

/** Writes the renderings of one post. */
export async function buildPost(
  post: ReadPost,
  making: Making,
  context: Context,
): Promise<Outcome> {
  const { renderings, findings } = await render(post, making, context);
  const outcome: Outcome = { files: [], findings };
  let at = shown(making.target.out);
  try {
    if (renderings.length > 0) prepare(path.resolve(context.cwd, making.target.out));
    for (const each of renderings) {
      at = each.path;
      outcome.files.push(save(each, post.path, context));
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    outcome.findings.push(failure(at, "unwritable", error.message));
  }
  return outcome;
}

function prepare(folder: string): void {
  makeFolder(folder);
  sweep(folder);
}

function save(rendering: Rendering, post: string, { cwd }: Context): FileReport {
  const { path: name, format, bytes, ms } = rendering;
  const file = path.resolve(cwd, name);
  const same = holds(file, bytes);
  if (!same) writeFile(file, bytes);
  const state = same ? "unchanged" : "written";
  return { path: name, post, format, state, bytes: bytes.length, ms, findings: [] };
}
