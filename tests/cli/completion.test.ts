import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/commands/index.js";
import { rungbook, scratch } from "./run.js";

const NAMES = COMMANDS.map(({ name }) => name);

/** What a shell says that has read its script; null: it is not installed. */
function shell(name: string, code: string): string[] | null {
  const folder = scratch({ "post.md": "", script: rungbook(scratch(), ["completion", name]).out });
  const flags = { bash: ["--norc"], zsh: ["-f"], fish: ["--no-config"] }[name] ?? [];
  const args = [...flags, "-c", code];
  const { status, stdout, stderr } = spawnSync(name, args, { cwd: folder, encoding: "utf8" });
  if (status === null) return null;
  expect(stderr).toBe("");
  return stdout.split("\n").filter(Boolean);
}

describe("bash", () => {
  const complete = (...words: string[]) =>
    shell(
      "bash",
      `source ./script; COMP_WORDS=(rungbook ${words.map((word) => `"${word}"`).join(" ")})
       COMP_CWORD=${words.length}; _rungbook; printf '%s\\n' "\${COMPREPLY[@]}"; complete -p rungbook`,
    );

  test("completes commands, the options of each, and else files", (context) => {
    const all = complete("");
    if (all === null) return context.skip("bash is not installed");
    // Nothing of our own: bash completes files.
    const files = "complete -o default -F _rungbook rungbook";
    expect(all).toEqual([...NAMES, "help", "--help", "--version", files]);
    expect(complete("chec")).toEqual(["check", files]);
    expect(complete("build", "--f")).toEqual(["--format", files]);
    expect(complete("schema", "--")).toEqual(["--theme", "--diff", "--help", files]);
    expect(complete("build", "po")).toEqual([files]);
  });
});

test("zsh takes its script, and knows each command and its options", (context) => {
  // _describe and _arguments work inside an editor of lines alone: here they say what they were given.
  const code = `compdef() { :; }; _describe() { print -l -- $commands; }; _arguments() { print -l -- "$@"; }
    source ./script; CURRENT=2; words=(rungbook ''); _rungbook; CURRENT=3; words=(rungbook schema ''); _rungbook`;
  const said = shell("zsh", code);
  if (said === null) return context.skip("zsh is not installed");
  const summaries = COMMANDS.map(({ name, summary }) => `${name}:${summary.replaceAll("'", "’")}`);
  expect(said.slice(0, NAMES.length)).toEqual(summaries);
  expect(said.at(-1)).toBe("*:file:_files");
  expect(said.find((line) => line.startsWith("--theme["))).toBeDefined();
});

test("fish completes commands and the options of each", (context) => {
  const complete = (line: string) => shell("fish", `source ./script; complete -C "${line}"`);
  const commands = complete("rungbook ");
  if (commands === null) return context.skip("fish is not installed");
  const words = (said: string[] | null) => (said ?? []).map((each) => each.split("\t")[0]);
  expect(words(commands)).toEqual([...NAMES].sort());
  expect(words(complete("rungbook build --fo"))).toEqual(["--format"]);
  expect(words(complete("rungbook build po"))).toEqual(["post.md"]);
});

test("a shell that there is no script for is a mistake", () => {
  const { code, err } = rungbook(scratch(), ["completion", "tcsh"]);
  expect({ code, err }).toEqual({
    code: 2,
    err: 'error: unknown shell "tcsh", expected bash, zsh, fish\n',
  });
});
