import * as path from "node:path";
import { buildPosts } from "./commands/build.js";
import { checkPosts } from "./commands/check/index.js";
import type { Context } from "./commands/command.js";
import type { Target } from "./commands/work/target.js";
import type { Reference } from "./docx-reference.js";
import type { Report } from "./report/report.js";
import type { Theme } from "./theme/theme.js";
import { FORMATS, type Format } from "./write/index.js";

/** What `build` and `check` work on; each may be left out. */
export interface ProjectOptions {
  /** The folder against which paths are resolved; by default the current one. */
  cwd?: string;
  /** Posts, or folders of posts; by default `["source"]`. */
  posts?: readonly string[];
  /** The folder of the renderings; by default "output". */
  out?: string;
  /** By default all four. */
  formats?: readonly Format[];
  /**
   * How a PDF looks: the name of a shipped theme, the path of a theme file, or a theme that was read;
   * by default `templates/theme.yaml` where it is there, and "default" where it is not.
   */
  theme?: string | Theme;
  /** How a DOCX looks: the path of a DOCX, or one that was read; by default it has our own looks. */
  reference?: string | Reference;
  /** The date of posts that tell none: seconds since 1970 UTC. */
  sourceDateEpoch?: number;
}

/**
 * Writes the renderings of posts, as `rungbook build` does, and says what became of each. It prints
 * nothing. What is wrong with a post or a file is among the report's findings, and `exitCode` sums
 * them up; only a theme's name that does not exist throws a `UsageError`.
 */
export const build = (options: ProjectOptions = {}): Promise<Report> =>
  buildPosts(options.posts ?? [], targetFor(options), contextFor(options));

/** Says whether the renderings are what the posts would give today, as `rungbook check` does; writes nothing. */
export const check = (options: ProjectOptions = {}): Promise<Report> =>
  checkPosts(options.posts ?? [], targetFor(options), contextFor(options));

const targetFor = ({ out = "output", formats = FORMATS, theme, reference }: ProjectOptions) =>
  ({
    out,
    formats,
    ...(theme !== undefined && { theme }),
    ...(reference !== undefined && { reference }),
  }) satisfies Target;

const contextFor = ({ cwd = ".", sourceDateEpoch }: ProjectOptions): Context => ({
  cwd: path.resolve(cwd),
  sourceDateEpoch: sourceDateEpoch?.toString(),
  colour: { out: false, err: false },
  out() {},
  err() {},
  now: () => performance.now(),
});
