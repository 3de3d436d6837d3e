import { harmless } from "./harmless.js";
import { type Note, notesOf } from "./notes.js";
import type { Location } from "./place.js";
import { findingsOf, type Report, severityOf } from "./report.js";
import type { MakeReporter, ReportOptions } from "./reporter.js";
import { summaryOf } from "./summary.js";
import { text } from "./text.js";

/** A step shows so many annotations of a kind; GitHub drops the rest without a word. */
const MAX_OF_A_KIND = 10;

const KINDS = { error: "error", warning: "warning", info: "notice" } as const;

/**
 * Lines for people, annotations at the posts' lines, and a summary of the step: for GitHub Actions.
 * Annotations go beside the result, which may be on its way into a file.
 */
export const github: MakeReporter = (sink, options) => {
  const lines = text(harmless(sink), options);
  return {
    outcome: (outcome) => lines.outcome(outcome),
    end(report) {
      lines.end(report);
      for (const each of annotations(report, options)) sink.err(`${each}\n`);
      const { summary } = options;
      if (summary) summary.add(summaryOf(report, summary.room()));
    },
  };
};

function annotations(report: Report, { quiet, fromRoot }: ReportOptions): string[] {
  const severities = quiet ? (["error"] as const) : (["error", "warning", "info"] as const);
  const noted = notesOf(findingsOf(report));
  return severities.flatMap((severity) => {
    const lines = noted
      .filter(({ finding }) => severityOf(finding.message) === severity)
      .map((each) => annotation(each, fromRoot));
    if (lines.length <= MAX_OF_A_KIND) return lines;
    const told = lines.slice(0, MAX_OF_A_KIND - 1);
    const more = `and ${lines.length - told.length} more, which the log tells`;
    return [...told, command(KINDS[severity], { title: `rungbook ${report.command}` }, more)];
  });
}

function annotation({ finding, located, renderings }: Note, fromRoot = same): string {
  const { message } = finding;
  const { at, other } = located;
  const told = [
    renderings.length > 0 ? `${renderings.join(", ")}: ${message.reason}` : message.reason,
    ...(message.note ? [message.note] : []),
    ...(other?.region && renderings.length === 0 ? [`See ${pointOf(other)}`] : []),
  ];
  const title = `rungbook: ${message.ruleId ?? "finding"}`;
  const properties = { file: fromRoot(at.file), ...positionOf(at), title };
  return command(KINDS[severityOf(message)], properties, told.join("\n"));
}

const same = (file: string): string => file;

const pointOf = ({ file, region }: Location): string =>
  region ? `${file}:${region.line}:${region.column}` : file;

/** The runner drops columns where the place has more than one line. */
function positionOf({ region }: Location): Record<string, number> {
  if (!region) return {};
  const { line, column: col, endLine, endColumn } = region;
  return line === endLine ? { line, endLine, col, endColumn } : { line, endLine };
}

/** A command of the runner, as the `core` package of GitHub's toolkit writes it (`command.ts`). */
function command(name: string, properties: Record<string, string | number>, data: string): string {
  const pairs = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapedProperty(value)}`,
  );
  return `::${name} ${pairs.join(",")}::${escapedData(data)}`;
}

const escapedData = (data: string): string =>
  data.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapedProperty = (value: string | number): string =>
  escapedData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C");
