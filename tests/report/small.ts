import { message } from "../../src/diagnostics.js";
import type { Place } from "../../src/model/ladder.js";
import { REPORTERS, type ReporterName } from "../../src/report/index.js";
import type { FileReport, Finding, Report } from "../../src/report/report.js";
import type { ReportOptions } from "../../src/report/reporter.js";

/** A place in one line. */
export const at = (
  line: number,
  column: number,
  endColumn = column + 5,
  endLine = line,
): Place => ({
  start: { line, column, offset: 0 },
  end: { line: endLine, column: endColumn, offset: 5 },
});

/** What two renderings lack. */
const drift = (file: string): Finding => ({
  file,
  message: message("error", "drift", 'SE 2 › Scope › 1: "You <b>lead</b>" should be "You & I"', {
    actual: "You <b>lead</b>",
    expected: ["You & I"],
  }),
  source: { file: "source/a post, 100%.md", place: at(12, 3) },
});

const rendering = (format: string, findings: Finding[]): FileReport => ({
  path: `output/a post.${format}`,
  post: "source/a post, 100%.md",
  format,
  state: findings.length > 0 ? "stale" : "up to date",
  bytes: 1000,
  ms: null,
  findings,
});

const note = 'Give it an anchor, as in <a id="x"></a>.';

/** A report with one finding of each kind. */
export const SMALL: Report = {
  command: "check",
  posts: 2,
  ms: 12,
  files: [
    rendering("pdf", [drift("output/a post.pdf")]),
    rendering("docx", [drift("output/a post.docx")]),
    rendering("md", []),
  ],
  findings: [
    {
      file: "source/a post, 100%.md",
      message: message("warning", "dangling-link", 'Unexpected link to "#x", expected an anchor', {
        place: at(3, 1, 4, 5),
        note,
      }),
    },
    {
      file: "source/a post, 100%.md",
      message: message("info", "comment", "Also at 12:3", { place: at(4, 2) }),
      source: { file: "source/b.md", place: at(12, 3) },
    },
    { file: "source/c.md", message: message("error", "unreadable", "No such file"), failure: true },
  ],
};

/** A report with these findings alone. */
export const reportOf = (findings: Finding[]): Report => ({
  ...{ command: "check", posts: 1, ms: 1, files: [], findings },
});

/** What a reporter gives of a report. */
export function told(
  name: ReporterName,
  report: Report,
  options: Partial<ReportOptions> = {},
): { out: string; err: string } {
  const given = { out: "", err: "" };
  const sink = {
    out: (text: string) => {
      given.out += text;
    },
    err: (text: string) => {
      given.err += text;
    },
  };
  const quiet = { quiet: false, colour: { out: false, err: false } };
  const reporter = REPORTERS[name](sink, { ...quiet, ...options });
  reporter.outcome(report);
  reporter.end(report);
  return given;
}

/** Texts with which a post could try to be something else. */
export const HOSTILE = [
  "two\nlines\r\nand more",
  "::error file=x::no",
  "a\n  ::stop-commands::x\n##[add-mask]b",
  "100% %0A , : ]",
  "| cell | `code` <img src=x onerror=alert(1)> **b** [l](javascript:x) $x$ &amp;",
  "]]> <![CDATA[ <!-- & \" ' \u0000\u0007\u001b[31m\ufffe",
  "\ud800 lone \udc00 \u202e \u2028",
];

/** A text whose lone surrogates are U+FFFD, as UTF-8 has them. */
export const wellFormed = (text: string): string => Buffer.from(text).toString();
