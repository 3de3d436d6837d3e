import type { Result } from "../diagnostics.js";
import { mended, type LintOptions as Options, unmended } from "./fix/index.js";
import { lintedPost } from "./post.js";

/** How a post is linted. */
export interface LintOptions extends Options {
  /** Makes the fixes that are safe. */
  fix?: boolean | undefined;
}

/**
 * Looks at a post (`.md`, `.markdown`, `.html`, by the extension of `file`) with the rules about
 * ladders. The value is the post's bytes, mended where `fix` asks for it, else as they came; the
 * messages tell what is left to mend. A post that can't be read is as it came, and the messages
 * hold the reader's errors. Nothing is thrown for a post, whatever is in it.
 */
export function lint(bytes: Uint8Array, options: LintOptions): Result<Uint8Array> {
  const { value: post, messages } = lintedPost(bytes, options);
  if (!post) return { value: bytes, messages };
  const { bytes: value, findings } = (options.fix ? mended : unmended)(bytes, post, options);
  return { value, messages: findings.map(({ message }) => message) };
}
