import { type Message, type MessageOptions, message } from "../diagnostics.js";
import { FileError } from "../files/index.js";
import type { Finding } from "../report/report.js";

/** A finding that says why the command could not do its work. */
export const failure = (
  file: string,
  ruleId: string,
  reason: string,
  options: MessageOptions = {},
): Finding => ({
  file,
  message: message("error", ruleId, reason, options),
  failure: true,
});

/** The reader's complaints that mean: this is no text that could be read. */
const UNREADABLE = ["too-large", "binary-file", "not-utf-8", "empty-post", "overlong-line"];

/** A message about a post as a finding. */
export const about = (file: string, found: Message): Finding => ({
  file,
  message: found,
  ...(UNREADABLE.includes(found.ruleId ?? "") && { failure: true }),
});

/** Does what writes a file; a finding that says why, where that can't be done. */
export function writing(file: string, work: () => void): Finding[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return [failure(file, "unwritable", error.message)];
  }
}
