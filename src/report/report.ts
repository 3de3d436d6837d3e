import type { Message } from "../diagnostics.js";
import type { Place } from "../model/ladder.js";

/** A message and the file it is about. */
export interface Finding {
  /** As it is shown: relative to the folder where the command runs, with "/". */
  file: string;
  message: Message;
  /** True where the command could not do its work, rather than found something. */
  failure?: true;
  /** True where it tells a difference that was asked for: no error, but not "all well" either. */
  difference?: true;
  /** Where in a post the matter of a rendering comes from. */
  source?: { file: string; place: Place };
}

/** What became of a rendering: the first two by `build`, the others by `check`. */
export type FileState =
  | "written"
  | "unchanged"
  | "up to date"
  | "stale"
  | "missing"
  | "unreadable"
  | "orphaned";

/** One rendering. */
export interface FileReport {
  path: string;
  /** The post it is of; null: of none. */
  post: string | null;
  format: string;
  state: FileState;
  /** Size as it should be; null: nothing should be there. */
  bytes: number | null;
  /** Milliseconds that writing the format took; null: it was not written. */
  ms: number | null;
  /** What `check` found in the file. */
  findings: Finding[];
}

/** What there is to say of one post, or of the command as a whole. */
export interface Outcome {
  files: FileReport[];
  /** About the post, and what kept the command from its work. */
  findings: Finding[];
}

/** All that a command did. */
export interface Report extends Outcome {
  command: string;
  posts: number;
  /** Milliseconds from the command's start. */
  ms: number;
}

/** Every finding of an outcome, those about the renderings last. */
export const findingsOf = ({ files, findings }: Outcome): Finding[] => [
  ...findings,
  ...files.flatMap((file) => file.findings),
];

/** 2: the command could not do its work; 1: there are errors or differences; 0: all well. */
export function exitCode(outcome: Outcome): 0 | 1 | 2 {
  const findings = findingsOf(outcome);
  if (findings.some((each) => each.failure)) return 2;
  const counts = ({ message, difference }: Finding) => message.fatal === true || difference;
  return findings.some(counts) ? 1 : 0;
}

/** A message's severity in a word. */
export function severityOf({ fatal }: Message): "error" | "warning" | "info" {
  if (fatal === true) return "error";
  return fatal === false ? "warning" : "info";
}
