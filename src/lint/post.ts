import type { Result } from "../diagnostics.js";
import type { PostOptions } from "../read/index.js";
import { readPost } from "../read/post/index.js";
import { decode } from "../read/post/text.js";
import type { LintedPost } from "./rule.js";

/** What rules may know of the world around a post. */
export interface LintedPostOptions extends PostOptions {
  /** True for a path, relative to the post's folder, at which a file or folder stands. */
  exists?: ((path: string) => boolean) | undefined;
}

/** Reads a post for the rules; null, and the messages tell why, where it can't be read. */
export function lintedPost(
  bytes: Uint8Array,
  { exists = () => true, ...options }: LintedPostOptions,
): Result<LintedPost | null> {
  const { value: ladder, messages } = readPost(bytes, options);
  const { text } = decode(bytes);
  if (ladder === null || text === null) return { value: null, messages };
  return { value: { ladder, text, file: options.file, exists, told: messages }, messages: [] };
}
