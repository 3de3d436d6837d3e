import type { Message, Result } from "../diagnostics.js";
import type { Ladder } from "../model/ladder.js";
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
  options: LintedPostOptions,
): Result<LintedPost | null> {
  const { value: ladder, messages } = readPost(bytes, options);
  if (ladder === null) return { value: null, messages };
  return { value: linted({ ladder, bytes, told: messages }, options), messages: [] };
}

/** A post that was read, for the rules. */
export const linted = (
  { ladder, bytes, told }: { ladder: Ladder; bytes: Uint8Array; told: readonly Message[] },
  { file, exists = () => true }: LintedPostOptions,
): LintedPost => ({ ladder, text: decode(bytes).text ?? "", file, exists, told });
