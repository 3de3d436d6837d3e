import type { Finding, Outcome, Report } from "../report/report.js";
import type { Reporter } from "../report/reporter.js";
import type { Context } from "./command.js";
import { type Post, type ReadPost, readPostFile } from "./post.js";
import { choosePosts, type PostFile } from "./posts.js";
import { settleSlugs } from "./slugs.js";
import type { Target } from "./target.js";

/** What a command does with posts. */
export interface Work {
  command: string;
  /** The posts or folders that the user named; none: the source folder. */
  names: readonly string[];
  target: Target;
  /** What is to be done with a post that has no errors. */
  post(post: ReadPost): Promise<Outcome>;
  /** What there is to say when all posts are done. */
  end?(posts: readonly Post[]): Outcome;
}

/** Reads posts, works on each, and reports. */
export async function work(
  { command, names, target, post: workOn, end }: Work,
  context: Context,
  reporter: Reporter = SILENT,
): Promise<Report> {
  const start = context.now();
  const report: Report = { command, posts: 0, files: [], findings: [], ms: 0 };
  const tell = (outcome: Outcome) => {
    report.files.push(...outcome.files);
    report.findings.push(...outcome.findings);
    reporter.outcome(outcome);
  };
  const chosen = choosePosts(names, context);
  tell({ files: [], findings: chosen.findings });
  const posts = settleSlugs(await readPosts(chosen.posts, context), target, context);
  report.posts = posts.length;
  for (const post of posts) tell(await outcomeOf(post, workOn));
  if (end) tell(end(posts));
  report.ms = context.now() - start;
  reporter.end(report);
  return report;
}

const SILENT: Reporter = { outcome() {}, end() {} };

async function readPosts(files: readonly PostFile[], context: Context): Promise<Post[]> {
  const posts: Post[] = [];
  for (const file of files) posts.push(await readPostFile(file, context));
  return posts;
}

async function outcomeOf(post: Post, workOn: Work["post"]): Promise<Outcome> {
  const { path, ladder } = post;
  const { files, findings } = ladder ? await workOn({ path, ladder }) : { files: [], findings: [] };
  return { files, findings: [...post.findings, ...findings].sort(byPlace) };
}

const byPlace = ({ message: a }: Finding, { message: b }: Finding): number =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
