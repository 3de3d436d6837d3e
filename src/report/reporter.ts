import type { Outcome, Report } from "./report.js";

/** Where a report goes. */
export interface Sink {
  /** What the command was asked for. */
  out(text: string): void;
  /** What there is to say beside it. */
  err(text: string): void;
}

/** How much is told, and whether in colours. */
export interface ReportOptions {
  /** Errors only. */
  quiet: boolean;
  colour: { out: boolean; err: boolean };
}

/** A form of report. It hears of each post as soon as that is done, and of all of them at the end. */
export interface Reporter {
  outcome(outcome: Outcome): void;
  end(report: Report): void;
}

/** Makes a reporter that writes to a sink. */
export type MakeReporter = (sink: Sink, options: ReportOptions) => Reporter;
