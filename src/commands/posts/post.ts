import * as path from "node:path";
import { FileError, readFile, readInside, realPathOf, writeFile } from "../../files/index.js";
import type { Ladder } from "../../model/ladder.js";
import { MAX_POST_BYTES } from "../../read/post/text.js";
import type { Finding } from "../../report/report.js";
import { type Context, UsageError } from "../command.js";
import { about, failure } from "../findings.js";
import { POST, type PostFile } from "./index.js";

/** A post that was read: its ladder (null where it has errors), and what there is to say of it. */
export interface Post {
  path: string;
  /** Names its renderings; null: the post could not be read so far. */
  slug: string | null;
  ladder: Ladder | null;
  /** As it came; empty where it could not be read. */
  bytes: Uint8Array;
  /** Read, but nothing of it may be written: its findings say why. */
  refused?: boolean;
  findings: Finding[];
}

/** A post that could be read; one that is refused is rendered only to tell all that is wrong with it. */
export interface ReadPost {
  path: string;
  ladder: Ladder;
  bytes: Uint8Array;
  refused?: boolean;
}

/** Reads a post. */
export async function readPostFile(post: PostFile, context: Context): Promise<Post> {
  if (!POST.test(post.path)) {
    const reason = `Unexpected name of a post, expected .md, .markdown or .html`;
    return unread(post, "unknown-format", reason);
  }
  try {
    const bytes = bytesOf(post, context);
    // Loaded here, since `--help` and a mistyped name need no parser.
    const { readPost } = await import("../../read/post/index.js");
    const epoch = epochOf(context);
    const { value, messages } = readPost(bytes, { file: path.basename(post.path), epoch });
    const findings = messages.map((each) => about(post.path, each));
    return { path: post.path, slug: value?.origin.slug ?? null, ladder: value, bytes, findings };
  } catch (error) {
    if (error instanceof FileError) return unread(post, "unreadable", error.message);
    throw error;
  }
}

const unread = ({ path }: PostFile, ruleId: string, reason: string): Post => ({
  path,
  slug: null,
  ladder: null,
  bytes: new Uint8Array(),
  findings: [failure(path, ruleId, reason)],
});

const bytesOf = (post: PostFile, { cwd }: Context): Uint8Array =>
  post.folder === null
    ? readFile(path.resolve(cwd, post.path), MAX_POST_BYTES)
    : readInside(post.folder, path.basename(post.path), MAX_POST_BYTES);

/** Writes a post where it was read: a link stays one, and what it leads to is written. */
export function savePost(file: string, bytes: Uint8Array, cwd: string): void {
  const named = path.resolve(cwd, file);
  writeFile(realPathOf(named) ?? named, bytes);
}

/** SOURCE_DATE_EPOCH in seconds, where it is set. */
export function epochOf({ sourceDateEpoch }: Context): number | undefined {
  if (sourceDateEpoch === undefined || sourceDateEpoch === "") return undefined;
  // 9999-12-31: the last day that the model's dates can hold.
  if (/^\d{1,12}$/.test(sourceDateEpoch) && Number(sourceDateEpoch) < 253_402_300_800) {
    return Number(sourceDateEpoch);
  }
  throw new UsageError(`SOURCE_DATE_EPOCH is "${sourceDateEpoch}", expected seconds since 1970`);
}
