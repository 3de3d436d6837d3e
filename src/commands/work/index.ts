import { add, begun, type Finding, type Outcome, type Report } from "../../report/report.js";
import type { Reporter } from "../../report/reporter.js";
import type { Context } from "../command.js";
import { choosePosts, type PostFile } from "../posts/index.js";
import { type Post, type ReadPost, readPostFile } from "../posts/post.js";
import { changedPosts, type Since } from "../posts/since.js";
import { refuseDangling } from "./dangling.js";
import { startPdfThread } from "./pdf-thread.js";
import { chooseReference } from "./reference.js";
import type { Making } from "./renderings.js";
import { settleSlugs } from "./slugs.js";
import type { Target } from "./target.js";
import { chooseTheme } from "./theme.js";

/** What a command does with posts. */
export interface Work {
  command: string;
  /** The posts or folders that the user named; none: the source folder. */
  names: readonly string[];
  target: Target;
  /** Only posts that changed are worked on; null or left out: all. */
  since?: Since | null;
  /** What is to be done with a post that has no errors. */
  post(post: ReadPost, making: Making): Promise<Outcome>;
  /** What there is to say when all posts are done. */
  end?(posts: readonly Post[]): Outcome;
}

/** Reads posts, works on each, and reports. */
export async function work(
  { command, names, target, since = null, post: workOn, end }: Work,
  context: Context,
  reporter: Reporter = SILENT,
): Promise<Report> {
  const start = context.now();
  const report = begun(command);
  const tell = (outcome: Outcome) => {
    add(report, outcome);
    reporter.outcome(outcome);
  };
  const { theme, reference, findings } = await chooseLooks(target, context);
  tell({ files: [], findings });
  // Without its looks nothing is written: no rendering is newer than another.
  if (!findings.some(({ failure }) => failure)) {
    const making = { target, theme, reference, thread: startPdfThread(target, theme, context) };
    const chosen = choosePosts(names, context);
    tell({ files: [], findings: chosen.findings });
    const read = settleSlugs(await readPosts(chosen.posts, context), target, context);
    const posts = changedPosts(refuseDangling(read, target), since, target);
    report.posts = posts.length;
    for (const post of posts) tell(await outcomeOf(post, (each) => workOn(each, making)));
    if (end) tell(end(read));
  }
  report.ms = context.now() - start;
  reporter.end(report);
  return report;
}

const SILENT: Reporter = { outcome() {}, end() {} };

/** How the renderings of a target look, or what is wrong with the files that say it. */
export async function chooseLooks(target: Target, context: Context) {
  const { theme, findings } = await chooseTheme(target, context);
  const chosen = await chooseReference(target, context);
  return { theme, reference: chosen.reference, findings: [...findings, ...chosen.findings] };
}

async function readPosts(files: readonly PostFile[], context: Context): Promise<Post[]> {
  const posts: Post[] = [];
  for (const file of files) posts.push(await readPostFile(file, context));
  return posts;
}

/** Works on a post that has no errors; what there is to say of it stands in the order of its lines. */
export async function outcomeOf(
  post: Post,
  workOn: (post: ReadPost) => Promise<Outcome>,
): Promise<Outcome> {
  const { ladder } = post;
  const { files, findings } = ladder
    ? await workOn({ ...post, ladder })
    : { files: [], findings: [] };
  return { files, findings: [...post.findings, ...findings].sort(byPlace) };
}

const byPlace = ({ message: a }: Finding, { message: b }: Finding): number =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
