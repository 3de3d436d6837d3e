import * as path from "node:path";
import { FileError, kindSeen, listFiles } from "../../files/index.js";
import type { Finding } from "../../report/report.js";
import type { Context } from "../command.js";
import { failure } from "../findings.js";

/** Where posts are looked for when none is named. */
export const SOURCE = "source";

/** The names of posts. */
export const POST = /\.(?:md|markdown|html)$/i;

/** A post that a command is to work on. */
export interface PostFile {
  /** As shown in messages. */
  path: string;
  /** The folder that the file must not leave; null: the user named the file. */
  folder: string | null;
}

/** The posts to work on, and what there is to say of names that give none. */
export interface Choice {
  posts: PostFile[];
  findings: Finding[];
}

/** The posts that are named, or all of the source folder; a folder stands for the posts in it. */
export function choosePosts(names: readonly string[], { cwd }: Context): Choice {
  const chosen = new Map<string, PostFile>();
  const findings: Finding[] = [];
  const folders = names.length > 0 ? names.filter((name) => isFolder(name, cwd)) : [SOURCE];
  for (const name of names.length > 0 ? names : folders) {
    const { posts, finding } = folders.includes(name) ? postsIn(name, cwd) : named(name);
    if (finding) findings.push(finding);
    for (const post of posts) {
      const absolute = path.resolve(cwd, post.path);
      if (!chosen.has(absolute)) chosen.set(absolute, post);
    }
  }
  return { posts: [...chosen.values()], findings };
}

const isFolder = (name: string, cwd: string): boolean =>
  kindSeen(path.resolve(cwd, name)) === "folder";

const named = (name: string) => ({ posts: [{ path: shown(name), folder: null }], finding: null });

function postsIn(name: string, cwd: string): { posts: PostFile[]; finding: Finding | null } {
  const folder = path.resolve(cwd, name);
  try {
    const files = listFiles(folder).filter((file) => POST.test(file));
    const posts = files.map((file) => ({ path: shown(path.join(name, file)), folder }));
    const reason = "No post in this folder, expected .md, .markdown or .html";
    return { posts, finding: posts.length > 0 ? null : noPosts(name, reason) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { posts: [], finding: noPosts(name, error.message) };
  }
}

/** Who has no posts yet where they usually are may be at the very beginning. */
const noPosts = (name: string, reason: string): Finding =>
  failure(shown(name), "no-posts", reason, {
    ...(name === SOURCE && { note: "A first post is made by `rungbook init`." }),
  });

/** A path as messages show it: the same on every system. */
export const shown = (file: string): string => path.normalize(file).split(path.sep).join("/");
