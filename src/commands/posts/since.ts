import * as path from "node:path";
import { realPathOf } from "../../files/index.js";
import { type Changes, changedSince } from "../../git/changed.js";
import { GitError } from "../../git/run.js";
import { type Context, type Option, type Options, UsageError } from "../command.js";
import { imagePathsOf } from "../work/images.js";
import { pathOf, type Target } from "../work/target.js";
import { PROJECT_THEME } from "../work/theme.js";
import type { Post } from "./post.js";

/** Leaves alone what is as it was. */
export const SINCE_OPTION: Option = {
  flags: "--since <revision>",
  summary: "only posts that changed since this revision of git, committed or not",
};

/** What changed since a revision, asked with paths as a user names them. */
export interface Since {
  /** Whether one of these files did. */
  any(files: readonly string[]): boolean;
  /** Whether a file of such a name in the folder of this one did. */
  beside(file: string, names: RegExp): boolean;
}

/** What `--since` asks for; null: it was not given. A UsageError: git can't tell. */
export async function sinceOf({ since }: Options, { cwd }: Context): Promise<Since | null> {
  if (since === undefined) return null;
  const revision = String(since);
  // An unset variable of a script must not mean all posts, nor none.
  if (revision.trim() === "") throw new UsageError("no revision given for --since");
  const changes = await changesSince(revision, cwd);
  return {
    any: (files) => files.some((file) => touches(changes, path.resolve(cwd, file))),
    beside: (file, names) => changes.hasBelow(path.dirname(path.resolve(cwd, file)), names),
  };
}

async function changesSince(revision: string, cwd: string): Promise<Changes> {
  try {
    return await changedSince(revision, cwd);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UsageError(`--since: ${error.message}`);
  }
}

/** A link changes with what it leads to. */
const touches = (changes: Changes, file: string): boolean =>
  changes.has(file) || changes.has(realPathOf(file) ?? file);

/** The posts that changed, or their images; with a target, also those whose renderings or looks did. */
export function changedPosts(
  posts: readonly Post[],
  since: Since | null,
  target?: Target,
): readonly Post[] {
  if (!since || (target && looksChanged(target, since))) return posts;
  return posts.filter((post) => since.any([...sourcesOf(post), ...renderingsOf(post, target)]));
}

function sourcesOf({ path: file, ladder }: Post): string[] {
  const images = ladder ? imagePathsOf(ladder) : [];
  return [file, ...images.map((name) => path.join(path.dirname(file), name))];
}

const renderingsOf = ({ slug }: Post, target?: Target): string[] =>
  target && slug !== null ? target.formats.map((format) => pathOf(slug, format, target)) : [];

/** What a theme file may name: it, and all that it names, stands in its folder. */
const PARTS_OF_THEMES = /\.(?:ya?ml|[ot]tf|png|jpe?g|svg)$/i;

function looksChanged({ theme, reference }: Target, since: Since): boolean {
  const isFile = typeof theme === "string" && /\.ya?ml$/i.test(theme);
  if (isFile && (since.any([theme]) || since.beside(theme, PARTS_OF_THEMES))) return true;
  // The project's own, which may have come or gone.
  if (theme === undefined && since.beside(PROJECT_THEME, PARTS_OF_THEMES)) return true;
  return typeof reference === "string" && since.any([reference]);
}
