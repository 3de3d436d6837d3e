import { exitCode, type FileReport, type Finding, findingsOf, severityOf } from "./report.js";
import type { MakeReporter } from "./reporter.js";

/** One JSON object for machines, when all is done. */
export const json: MakeReporter = (sink) => ({
  outcome() {},
  end(report) {
    const { command, posts, files, ms } = report;
    const messages = findingsOf(report).map(plainFinding);
    const count = (severity: string) =>
      messages.filter((each) => each.severity === severity).length;
    const summary = {
      posts,
      files: files.length,
      errors: count("error"),
      warnings: count("warning"),
      ms: Math.round(ms),
      exitCode: exitCode(report),
    };
    const plain = { command, files: files.map(plainFile), messages, summary };
    sink.out(`${JSON.stringify(plain, null, 2)}\n`);
  },
});

const plainFile = ({ path, post, format, state, bytes, ms }: FileReport) => ({
  path,
  post,
  format,
  state,
  bytes,
  ms: ms === null ? null : Math.round(ms),
});

/** A finding as plain data. */
export const plainFinding = ({ file, message, source }: Finding) => ({
  file,
  ...(message.place && { place: message.place }),
  severity: severityOf(message),
  rule: message.ruleId ?? null,
  reason: message.reason,
  ...(message.actual !== undefined && { actual: message.actual }),
  ...(message.expected && { expected: message.expected }),
  ...(message.note && { note: message.note }),
  ...(source && { source }),
});
