import type { Place } from "../model/ladder.js";
import { type FileReport, type Finding, findingsOf, type Report, severityOf } from "./report.js";
import type { MakeReporter } from "./reporter.js";

/** Lines for people: a line a file and the summary as result, messages beside it. */
export const text: MakeReporter = (sink, { quiet, colour }) => {
  const told = (finding: Finding) => !quiet || finding.message.fatal === true;
  return {
    outcome({ files, findings }) {
      for (const each of findings.filter(told)) sink.err(`${findingLine(each, colour.err)}\n`);
      const width = Math.max(0, ...files.map(({ path }) => path.length));
      for (const file of files) {
        if (!quiet && file.findings.length === 0) {
          sink.out(`${fileLine(file, width, colour.out)}\n`);
        }
        for (const each of file.findings.filter(told)) {
          sink.out(`${findingLine(each, colour.out)}\n`);
        }
      }
    },
    end(report) {
      if (!quiet) sink.out(`${summaryLine(report)}\n`);
    },
  };
};

const COLOURS = { error: 31, warning: 33, info: 36, dim: 2, green: 32 } as const;

const paint = (on: boolean, colour: keyof typeof COLOURS, words: string): string =>
  on ? `\u001b[${COLOURS[colour]}m${words}\u001b[0m` : words;

function fileLine({ path, state, bytes, ms }: FileReport, width: number, colour: boolean): string {
  const word = paint(colour, state === "written" ? "green" : "dim", state.padEnd(10));
  const facts = [bytes === null ? "" : size(bytes), ms === null ? "" : time(ms)];
  return `${printable(path.padEnd(width))}  ${word} ${facts.map((fact) => fact.padStart(9)).join(" ")}`.trimEnd();
}

/** What says by itself what it is. */
const PLAIN: ReadonlySet<string> = new Set(["drift", "comment"]);

function findingLine({ file, message, source }: Finding, colour: boolean): string {
  const severity = severityOf(message);
  const place = message.line ? `:${message.line}:${message.column ?? 1}` : "";
  const word = PLAIN.has(message.ruleId ?? "") ? "" : `${paint(colour, severity, severity)} `;
  const told = source
    ? `${source.file}:${point(source.place)}`
    : message.ruleId === "comment"
      ? ""
      : (message.ruleId ?? "");
  const tail = told && paint(colour, "dim", ` (${printable(told)})`);
  const note = message.note ? `\n  ${printable(message.note)}` : "";
  return `${printable(file + place)}: ${word}${printable(message.reason)}${tail}${note}`;
}

const point = ({ start }: Pick<Place, "start">): string => `${start.line}:${start.column}`;

// Control characters, and those that turn the direction of what follows, come from outside.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text that changes nothing about the terminal it is shown on. */
const printable = (words: string): string =>
  words.replace(UNSAFE, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);

const time = (ms: number): string =>
  ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`;

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function summaryLine(report: Report): string {
  const states = new Map<string, number>();
  for (const { state } of report.files) states.set(state, (states.get(state) ?? 0) + 1);
  const messages = findingsOf(report).map(({ message }) => severityOf(message));
  const count = (severity: string) => messages.filter((each) => each === severity).length;
  const parts = [
    ...[...states].map(([state, number]) => `${number} ${state}`),
    ...[plural(count("error"), "error"), plural(count("warning"), "warning")].filter(Boolean),
  ];
  const posts = plural(report.posts, "post") || "0 posts";
  const files = plural(report.files.length, "file") || "0 files";
  const differences = report.findings.filter(({ difference }) => difference).length;
  // The files of `lint` are its posts; `diff` has none.
  const heads: Record<string, string> = {
    lint: posts,
    diff: plural(differences, "difference") || "no differences",
  };
  const head = heads[report.command] ?? `${posts}, ${files}`;
  return `${head}${parts.length > 0 ? `: ${parts.join(", ")}` : ""} (${time(report.ms)})`;
}

const plural = (number: number, word: string): string =>
  number === 0 ? "" : `${number} ${word}${number === 1 ? "" : "s"}`;
