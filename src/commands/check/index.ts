import { exitCode, type Outcome, type Report } from "../../report/report.js";
import type { Reporter } from "../../report/reporter.js";
import type { Command, Context } from "../command.js";
import { RENDERING_OPTIONS, reporterOf, targetOf } from "../options.js";
import type { Post, ReadPost } from "../posts/post.js";
import { SINCE_OPTION, type Since, sinceOf } from "../posts/since.js";
import { work } from "../work/index.js";
import { type Making, render } from "../work/renderings.js";
import type { Target } from "../work/target.js";
import { compare } from "./compare.js";
import { orphans } from "./orphans.js";

/** Says whether the renderings are what the posts would give today. */
export const check: Command = {
  name: "check",
  summary: "say whether the renderings are what the posts would give today; write nothing",
  arguments: { name: "[post...]", summary: "posts, or folders of posts (default: source)" },
  options: [...RENDERING_OPTIONS, SINCE_OPTION],
  help: `Exit code 0: all up to date; 1: a rendering is stale, missing, unreadable or of no post, or
a post has errors; 2: something could not be read.`,
  async run(names, options, context) {
    const reporter = reporterOf(options, context);
    const since = await sinceOf(options, context);
    return exitCode(await checkPosts(names, targetOf(options), context, reporter, since));
  },
};

/** Checks the renderings of the posts that are named, or of all the source folder; of those that changed. */
export function checkPosts(
  names: readonly string[],
  target: Target,
  context: Context,
  reporter?: Reporter,
  since: Since | null = null,
): Promise<Report> {
  const post = (each: ReadPost, making: Making) => checkPost(each, making, context);
  const end = (posts: readonly Post[]) => orphans(posts, target, context);
  return work(
    { command: "check", names, target, since, post, ...(names.length === 0 && { end }) },
    context,
    reporter,
  );
}

async function checkPost(post: ReadPost, making: Making, context: Context): Promise<Outcome> {
  const rendered = await render(post, making, context);
  const of = { post: post.path, document: rendered.document };
  // Together: what a PDF shows is read in a thread of its own.
  const files = await Promise.all(rendered.renderings.map((each) => compare(each, of, context)));
  return { files, findings: rendered.findings };
}
