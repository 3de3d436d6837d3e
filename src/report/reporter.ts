import type { Outcome, Report } from "./report.js";

/** Where a report goes. */
export interface Sink {
  /** What the command was asked for. */
  out(text: string): void;
  /** What there is to say beside it. */
  err(text: string): void;
}

/** How much is told, whether in colours, and what forms of report for machines ask beside. */
export interface ReportOptions {
  /** Errors only. */
  quiet: boolean;
  colour: { out: boolean; err: boolean };
  /** A path as it is shown, as one from the repository's root; left out: they are the same. */
  fromRoot?: (file: string) => string;
  /** Where a step of GitHub Actions tells what it did; left out: nowhere. */
  summary?: StepSummary;
}

/** The summary of a step, in Markdown; several commands may add to one. */
export interface StepSummary {
  /** Bytes that there is room for. */
  room(): number;
  add(markdown: string): void;
}

/** A form of report. It hears of each post as soon as that is done, and of all of them at the end. */
export interface Reporter {
  outcome(outcome: Outcome): void;
  end(report: Report): void;
}

/** Makes a reporter that writes to a sink. */
export type MakeReporter = (sink: Sink, options: ReportOptions) => Reporter;
