import * as path from "node:path";
import { message } from "../../diagnostics.js";
import { identityAt, identityOf } from "../../files/index.js";
import type { Context } from "../command.js";
import type { Post } from "../posts/post.js";
import { pathOf, type Target } from "./target.js";

/**
 * Takes the ladder from posts whose renderings would overwrite each other, or a post, and says why.
 */
export function settleSlugs(posts: readonly Post[], target: Target, context: Context): Post[] {
  const named = bySlug(posts);
  const sources = new Map(posts.map((post) => [identityOf(resolved(post.path, context)), post]));
  return posts.map((post) => {
    if (post.slug === null) return post;
    const others = named.get(fold(post.slug))?.filter((each) => each !== post) ?? [];
    if (others.length > 0) return refuse(post, "duplicate-slug", `which ${list(others)} has too`);
    const there = target.formats
      .map((format) => identityAt(resolved(pathOf(post.slug ?? "", format, target), context)))
      .map((identity) => identity && sources.get(identity));
    const victims = there.filter((each) => !!each);
    if (victims.length === 0) return post;
    return refuse(post, "overwrites-post", `whose rendering would overwrite ${list(victims)}`);
  });
}

const resolved = (file: string, { cwd }: Context): string => path.resolve(cwd, file);

function bySlug(posts: readonly Post[]): Map<string, Post[]> {
  const named = new Map<string, Post[]>();
  for (const post of posts) {
    if (post.slug === null) continue;
    const same = named.get(fold(post.slug));
    if (same) same.push(post);
    else named.set(fold(post.slug), [post]);
  }
  return named;
}

/** The slug as file systems that ignore case, or compose accents, see it. */
const fold = (slug: string): string => slug.normalize("NFC").toLowerCase();

const list = (posts: readonly Post[]): string => posts.map((post) => post.path).join(", ");

function refuse(post: Post, ruleId: string, why: string): Post {
  const found = message("error", ruleId, `Unexpected slug "${post.slug}", ${why}`);
  return {
    ...post,
    ladder: null,
    findings: [...post.findings, { file: post.path, message: found }],
  };
}
