import { exitCode, type FileReport, type Outcome, type Report } from "../report/report.js";
import type { Reporter } from "../report/reporter.js";
import type { Command, Context } from "./command.js";
import { compare } from "./compare.js";
import { RENDERING_OPTIONS, reporterOf, targetOf } from "./options.js";
import { orphans } from "./orphans.js";
import type { Post, ReadPost } from "./post.js";
import { type Making, render } from "./renderings.js";
import type { Target } from "./target.js";
import { work } from "./work.js";

/** Says whether the renderings are what the posts would give today. */
export const check: Command = {
  name: "check",
  summary: "say whether the renderings are what the posts would give today; write nothing",
  arguments: { name: "[post...]", summary: "posts, or folders of posts (default: source)" },
  options: RENDERING_OPTIONS,
  help: `Exit code 0: all up to date; 1: a rendering is stale, missing, unreadable or of no post, or
a post has errors; 2: something could not be read.`,
  async run(names, options, context) {
    return exitCode(
      await checkPosts(names, targetOf(options), context, reporterOf(options, context)),
    );
  },
};

/** Checks the renderings of the posts that are named, or of all the source folder. */
export function checkPosts(
  names: readonly string[],
  target: Target,
  context: Context,
  reporter?: Reporter,
): Promise<Report> {
  const post = (each: ReadPost, making: Making) => checkPost(each, making, context);
  const end = (posts: readonly Post[]) => orphans(posts, target, context);
  return work(
    { command: "check", names, target, post, ...(names.length === 0 && { end }) },
    context,
    reporter,
  );
}

async function checkPost(post: ReadPost, making: Making, context: Context): Promise<Outcome> {
  const rendered = await render(post, making, context);
  const files: FileReport[] = [];
  for (const each of rendered.renderings) {
    files.push(await compare(each, { post: post.path, document: rendered.document }, context));
  }
  return { files, findings: rendered.findings };
}
