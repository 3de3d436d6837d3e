import { escaped } from "../markdown-text.js";
import { type Note, notesOf } from "./notes.js";
import { exitCode, type FileReport, findingsOf, type Report, severityOf } from "./report.js";

/** What a command did, as Markdown of at most so many bytes of UTF-8: its own words, or tables. */
export function summaryOf(report: Report, room: number): string {
  const body = report.summary?.split("\n") ?? [...renderings(report.files), ...table(report)];
  return fitted([heading(report), "", ...body, ""], room);
}

const SIGNS = ["✅", "❌", "⛔"] as const;

/** Differences that were asked for are no failure. */
const signOf = (report: Report): string =>
  exitCode(report) === 1 && !findingsOf(report).some(({ message }) => message.fatal === true)
    ? "ℹ️"
    : SIGNS[exitCode(report)];

const heading = (report: Report): string => `### ${signOf(report)} rungbook ${report.command}`;

/** The renderings that are not as they should be; all of them, where all are well, in a line. */
function renderings(files: readonly FileReport[]): string[] {
  if (files.length === 0) return [];
  const states = new Map<string, string[]>();
  for (const { path, state } of files) states.set(state, [...(states.get(state) ?? []), path]);
  const lines = [...states].map(
    ([state, paths]) => `- ${paths.length} ${state}${named(state, paths)}`,
  );
  return [...lines, ""];
}

const WELL: readonly string[] = ["up to date", "unchanged"];

const named = (state: string, paths: readonly string[]): string =>
  WELL.includes(state) ? "" : `: ${paths.map(escaped).join(", ")}`;

function table(report: Report): string[] {
  const rows = notesOf(findingsOf(report)).map(row);
  if (rows.length === 0) return [];
  return ["| | where | what |", "| --- | --- | --- |", ...rows];
}

const MARKS = { error: "❌", warning: "⚠️", info: "ℹ️" } as const;

function row({ finding: { message }, located: { at }, renderings }: Note): string {
  const place = at.region ? `${at.file}:${at.region.line}` : at.file;
  const rule = message.ruleId ? ` (${message.ruleId})` : "";
  const of = renderings.length > 0 ? `${renderings.join(", ")}: ` : "";
  const cells = [place, `${of}${message.reason}${rule}`];
  return `| ${MARKS[severityOf(message)]} | ${cells.map(escaped).join(" | ")} |`;
}

/** The lines that there is room for, and how many more there are. */
function fitted(lines: readonly string[], room: number): string {
  const sizes = lines.map((line) => Buffer.byteLength(line) + 1);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= room) return lines.join("\n");
  const spare = room - REST_ROOM;
  let taken = 0;
  const cut = sizes.findIndex((size) => {
    taken += size;
    return taken > spare;
  });
  if (cut <= 0) return "";
  return [
    ...lines.slice(0, cut),
    "",
    `… and ${lines.length - cut} more lines, which the log tells`,
    "",
  ].join("\n");
}

/** Bytes that the line takes which tells of the rest. */
const REST_ROOM = 80;
