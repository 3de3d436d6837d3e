import type { Message } from "../diagnostics.js";
import type { Place } from "../model/ladder.js";

/** A message and the file it is about. */
export interface Finding {
  /** As it is shown: relative to the folder where the command runs, with "/". */
  file: string;
  /** What is wrong, and where. */
  message: Message;
  /** True where the command could not do its work, rather than found something. */
  failure?: true;
  /** True where it tells a difference that was asked for: no error, but not "all well" either. */
  difference?: true;
  /** Where in a post the matter of a rendering comes from. */
  source?: { file: string; place: Place };
}

/**
 * What became of a rendering: the first two by `build`, the next by `check`; the last three are what
 * `lint` found of a post.
 */
export type FileState =
  | "written"
  | "unchanged"
  | "up to date"
  | "stale"
  | "missing"
  | "unreadable"
  | "orphaned"
  | "clean"
  | "faulty"
  | "fixed";

/** One rendering. */
export interface FileReport {
  /** As it is shown: relative to the folder where the command runs, with "/". */
  path: string;
  /** The post it is of; null: of none. */
  post: string | null;
  /** "pdf", "docx", "md" or "json". */
  format: string;
  /** What became of it. */
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

/** A rule as reports explain it. */
export interface RuleInfo {
  /** Its id: kebab-case. */
  name: string;
  /** What it finds, in a line. */
  summary: string;
  /** How to mend it. */
  help?: string;
}

/** All that a command did. */
export interface Report extends Outcome {
  /** "build", "check", "watch". */
  command: string;
  /** How many posts were worked on. */
  posts: number;
  /** The rules that were asked, where the command has some of its own. */
  rules?: readonly RuleInfo[];
  /** What it found, in Markdown, where that says more than a table of its findings. */
  summary?: string;
  /** Milliseconds from the command's start. */
  ms: number;
}

/** The report of a command that has done nothing yet. */
export const begun = (command: string): Report => ({
  command,
  posts: 0,
  files: [],
  findings: [],
  ms: 0,
});

/** Adds what there is to say of one post, or of the command, to its report. */
export function add({ files, findings }: Report, outcome: Outcome): void {
  files.push(...outcome.files);
  findings.push(...outcome.findings);
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
