import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { readRevision, revisionOf } from "../../src/git/revision.js";
import { GitError } from "../../src/git/run.js";
import { scratch } from "../cli/run.js";

test.each([
  ["HEAD~3:source/x.md", "HEAD~3", "source/x.md"],
  [":source/x.md", "", "source/x.md"],
  ["main@{10:00}:a:b.md", "main@{10:00}", "a:b.md"],
  ["HEAD^{/fix: it}:x.md", "HEAD^{/fix: it}", "x.md"],
])("%s is a file in a revision", (name, revision, path) => {
  expect(revisionOf(name)).toEqual({ revision, path });
});

test.each(["x.md", "C:\\x.md", "c:/x.md", "HEAD:"])("%s is none", (name) => {
  expect(revisionOf(name)).toBeNull();
});

test("a file is read as it was committed, if it is not too large", async () => {
  const folder = scratch({ "x.md": "- one\n" });
  const git = (...args: string[]) => execFileSync("git", args, { cwd: folder });
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "commit", "-qm", "one");
  const bytes = await readRevision({ revision: "HEAD", path: "x.md" }, folder, 100);
  expect(new TextDecoder().decode(bytes)).toBe("- one\n");
  const large = readRevision({ revision: "HEAD", path: "x.md" }, folder, 3);
  await expect(large).rejects.toThrow(/^Unexpected size of/);
});

test("a machine without git is told so", async () => {
  const { PATH } = process.env;
  process.env.PATH = "/nowhere";
  const reading = readRevision({ revision: "HEAD", path: "x.md" }, scratch({}), 100);
  await expect(reading)
    .rejects.toThrow(new GitError("No git on this machine"))
    .finally(() => {
      process.env.PATH = PATH;
    });
});
