import * as path from "node:path";
import { add, begun, type Finding, type Outcome, type Report } from "../../report/report.js";
import type { Reporter } from "../../report/reporter.js";
import { buildPost } from "../build.js";
import type { Context } from "../command.js";
import { choosePosts, SOURCE } from "../posts/index.js";
import { type Post, readPostFile } from "../posts/post.js";
import { refuseDangling } from "../work/dangling.js";
import { chooseLooks, outcomeOf } from "../work/index.js";
import { type PdfThread, startPdfThread } from "../work/pdf-thread.js";
import { settleSlugs } from "../work/slugs.js";
import type { Target } from "../work/target.js";
import { Remembered } from "./remembered.js";

type Looks = Awaited<ReturnType<typeof chooseLooks>>;

/** A post that is watched: as it was read last, and what became of it. */
interface Kept {
  read: Remembered<Post>;
  built: Remembered<Outcome>;
}

/** Posts, what they were built from, and what is kept warm between two builds: looks, fonts, a thread. */
export class Watched {
  readonly #looks = new Remembered<Looks>();
  readonly #posts = new Map<string, Kept>();
  #thread: PdfThread | undefined;
  #told = "";

  constructor(
    private readonly names: readonly string[],
    private readonly target: Target,
    private readonly context: Context,
  ) {}

  /** The folders and posts that were asked for, absolute. */
  get places(): string[] {
    const names = this.names.length > 0 ? this.names : [SOURCE];
    return names.map((name) => path.resolve(this.context.cwd, name));
  }

  /** All files that a build read or looked for, absolute. */
  get files(): string[] {
    const kept = [...this.#posts.values()].flatMap(({ read, built }) => [read, built]);
    return [this.#looks, ...kept].flatMap(({ files }) => [...files]);
  }

  /** Builds what is not as it was when it was built last, and tells it; nothing is told of the rest. */
  async refresh(reporter: Reporter): Promise<void> {
    const start = this.context.now();
    const report = begun("watch");
    const looks = await this.#looks.get(() => chooseLooks(this.target, this.context));
    const failed = looks.value.findings.some(({ failure }) => failure);
    if (looks.isNew) tell(report, { files: [], findings: looks.value.findings }, reporter);
    if (looks.isNew && !failed) this.#dress(looks.value);
    if (!failed) await this.#build(looks.value, report, reporter);
    report.ms = this.context.now() - start;
    if (report.posts > 0 || report.findings.length > 0) reporter.end(report);
  }

  /** Ends what was kept warm. */
  async close(): Promise<void> {
    await this.#thread?.stop();
  }

  #dress({ theme }: Looks): void {
    if (this.#thread && theme) this.#thread.dress(theme);
    else this.#thread = startPdfThread(this.target, theme, this.context);
  }

  async #build(looks: Looks, report: Report, reporter: Reporter): Promise<void> {
    const making = { ...looks, target: this.target, thread: this.#thread };
    for (const post of await this.#read(report, reporter)) {
      const kept = this.#kept(post.path);
      const work = () => outcomeOf(post, (each) => buildPost(each, making, this.context));
      const outcome = await kept.built.get(work, looks, post.ladder, said(post.findings));
      if (!outcome.isNew) continue;
      report.posts++;
      tell(report, outcome.value, reporter);
    }
  }

  /** The posts as they are now. Of those that are gone nothing is kept. */
  async #read(report: Report, reporter: Reporter): Promise<Post[]> {
    const { posts, findings } = choosePosts(this.names, this.context);
    if (said(findings) !== this.#told) tell(report, { files: [], findings }, reporter);
    this.#told = said(findings);
    const chosen = new Set(posts.map((post) => post.path));
    for (const known of this.#posts.keys()) if (!chosen.has(known)) this.#forget(known);
    const read: Post[] = [];
    for (const post of posts) {
      const kept = this.#kept(post.path);
      read.push((await kept.read.get(() => readPostFile(post, this.context))).value);
    }
    return refuseDangling(settleSlugs(read, this.target, this.context), this.target);
  }

  #kept(post: string): Kept {
    const kept = this.#posts.get(post) ?? { read: new Remembered(), built: new Remembered() };
    this.#posts.set(post, kept);
    return kept;
  }

  #forget(post: string): void {
    this.#posts.delete(post);
    this.context.err(`${post}: gone; what was built of it is left\n`);
  }
}

/** Findings as one text, to see whether there is something new to say. */
const said = (findings: readonly Finding[]): string =>
  findings.map(({ file, message }) => `${file}:${message}`).join("\n");

/** Adds to a report; of renderings that are as they were no line is told. */
function tell(report: Report, outcome: Outcome, reporter: Reporter): void {
  add(report, outcome);
  const files = outcome.files.filter(({ state }) => state !== "unchanged");
  reporter.outcome({ ...outcome, files });
}
