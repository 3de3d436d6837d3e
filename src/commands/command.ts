import type { Worker } from "node:worker_threads";
import type { Sink } from "../report/reporter.js";

/** What a command may know of the world outside. Only `cli.ts` makes one from the process. */
export interface Context extends Sink {
  /** The folder against which paths are resolved. */
  cwd: string;
  /** SOURCE_DATE_EPOCH as it was given. */
  sourceDateEpoch?: string | undefined;
  /** Whether the terminal behind a stream shows colours. */
  colour: { out: boolean; err: boolean };
  /** The thread that `pdf-worker.ts` runs in, unreferenced; absent where there is to be none. */
  startPdfWorker?: () => Worker;
  /** The thread that `pdf-reader.ts` runs in; absent where there is to be none. */
  startPdfReader?: () => Worker;
  /** The URL of the script with which threads make packets; absent where there are to be none. */
  packetWorker?: string;
  /** The terminal behind `err`; absent where there is none. */
  terminal?: NodeJS.WriteStream | undefined;
  /** Says, from when on it is asked for, that the user wants the work to stop. */
  interrupted?: AbortSignal;
  /** What Kubernetes tells of an indexed Job. */
  job?: { JOB_COMPLETION_INDEX?: string | undefined; JOB_COMPLETION_COUNT?: string | undefined };
  /** What GitHub Actions tells of the step that runs this; absent elsewhere. */
  github?: GithubStep;
  /** RUNGBOOK_PASSWORD as it was given. */
  password?: string | undefined;
  /** Asks for lines that no terminal shows, null: the user wants to stop; absent where nobody can be asked. */
  askUnseen?: (questions: readonly string[]) => Promise<string[] | null>;
  /** Asks on a terminal, null: the user wants to stop; absent where nobody can be asked. */
  ask?: (questions: readonly Question[]) => Promise<string[] | null>;
  /** Milliseconds since some moment. */
  now(): number;
  /** The day where the user is: "2027-02-01"; absent where nobody is to know. No rendering may ask. */
  today?: () => string;
}

/** What is asked on a terminal. */
export interface Question {
  message: string;
  /** The answer of those who give none. */
  initial: string;
  /** The answers that there are; absent: any text. */
  choices?: readonly string[];
  /** Says what is expected of an answer, where this is none. */
  wrong(answer: string): string | undefined;
}

/** A step of GitHub Actions. */
export interface GithubStep {
  /** GITHUB_WORKSPACE: the folder of the repository. */
  workspace?: string | undefined;
  /** GITHUB_STEP_SUMMARY: the file to which a step adds what it did. */
  summary?: string | undefined;
}

/** An option: commander's notation and what it is for. */
export interface Option {
  flags: string;
  summary: string;
  default?: string;
  /** It may be given several times: its values are a list. */
  repeatable?: true;
}

/** The values of options, by their long names. */
export type Options = Record<string, string | boolean | string[] | undefined>;

/** A command of the command line. */
export interface Command {
  name: string;
  summary: string;
  /** In commander's notation: "[POST...]". */
  arguments?: { name: string; summary: string };
  options: readonly Option[];
  /** Shown below the help. */
  help?: string;
  /** Does the work and returns the exit code. */
  run(names: readonly string[], options: Options, context: Context): Promise<number>;
}

/** A command used wrongly: told to the user, with the exit code 2. */
export class UsageError extends Error {}
