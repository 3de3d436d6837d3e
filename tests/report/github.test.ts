import { expect, test } from "vitest";
import { message } from "../../src/diagnostics.js";
import type { Finding } from "../../src/report/report.js";
import { commandsIn } from "./runner.js";
import { at, HOSTILE, reportOf, SMALL, told } from "./small.js";

const finding = (reason: string, severity: "error" | "warning" | "info", line = 1): Finding => ({
  file: "source/post.md",
  message: message(severity, "rule", reason, { place: at(line, 1) }),
});

test("each finding is an annotation at its place, one for what several renderings lack", () => {
  const { out, err } = told("github", SMALL);
  expect(out).toBe(told("text", SMALL).out);
  expect(commandsIn(out)).toEqual([]);
  expect(commandsIn(err)).toEqual([
    {
      name: "error",
      properties: { file: "source/c.md", title: "rungbook: unreadable" },
      data: "No such file",
    },
    {
      name: "error",
      properties: {
        ...{ file: "source/a post, 100%.md", line: "12", endLine: "12", col: "3", endColumn: "8" },
        title: "rungbook: drift",
      },
      data: 'output/a post.pdf, output/a post.docx: SE 2 › Scope › 1: "You <b>lead</b>" should be "You & I"',
    },
    {
      name: "warning",
      // The runner refuses columns where there are several lines.
      properties: {
        ...{ file: "source/a post, 100%.md", line: "3", endLine: "5" },
        title: "rungbook: dangling-link",
      },
      data: 'Unexpected link to "#x", expected an anchor\nGive it an anchor, as in <a id="x"></a>.',
    },
    {
      name: "notice",
      properties: {
        ...{ file: "source/a post, 100%.md", line: "4", endLine: "4", col: "2", endColumn: "7" },
        title: "rungbook: comment",
      },
      data: "Also at 12:3\nSee source/b.md:12:3",
    },
  ]);
});

test("paths are those from the repository's root", () => {
  const { err } = told("github", SMALL, { fromRoot: (file) => `sub/${file}` });
  const files = commandsIn(err).map(({ properties }) => properties.file);
  expect(new Set(files)).toEqual(new Set(["sub/source/c.md", "sub/source/a post, 100%.md"]));
});

test.each(["error", "warning", "info"] as const)("of each kind ten at most: %s", (severity) => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => finding(`${n}`, severity, n + 1));
  const ten = commandsIn(told("github", reportOf(many(10))).err);
  expect(ten.map(({ data }) => data)).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
  const eleven = commandsIn(told("github", reportOf(many(11))).err);
  expect(eleven).toHaveLength(10);
  expect(eleven.at(-1)).toEqual({
    name: ten[0]?.name,
    properties: { title: "rungbook check" },
    data: "and 2 more, which the log tells",
  });
});

test("quiet: errors only", () => {
  const { err } = told("github", SMALL, { quiet: true });
  expect(commandsIn(err).map(({ name }) => name)).toEqual(["error", "error"]);
});

test.each(HOSTILE)("no text gives the runner a command: %j", (hostile) => {
  const found: Finding = {
    file: `${hostile}.md`,
    message: message("error", "rule", hostile, { place: at(1, 1), note: hostile }),
  };
  const { out, err } = told("github", reportOf([found]));
  expect(commandsIn(out)).toEqual([]);
  const [command, ...others] = commandsIn(err);
  expect(others).toEqual([]);
  expect(command?.name).toBe("error");
  expect(command?.data).toBe(`${hostile}\n${hostile}`);
  expect(command?.properties).toEqual({
    ...{ file: `${hostile}.md`, line: "1", endLine: "1", col: "1", endColumn: "6" },
    title: "rungbook: rule",
  });
});
