import { readdirSync } from "node:fs";
import * as path from "node:path";
import { expect, test } from "vitest";
import { build, check, exitCode, UsageError } from "../src/index.js";
import { scratch } from "./cli/run.js";

const POST = "source/2027-01-01-one.md";

test("build and check work on a folder, and give a report", async () => {
  const cwd = scratch({ [POST]: "# A post\n\nWords.\n", "more/2027-01-02-two.md": "# Two\n" });
  const project = { cwd, formats: ["md", "json"] } as const;
  const built = await build(project);
  expect(built.files.map(({ path, state }) => [path, state])).toEqual([
    ["output/one.md", "written"],
    ["output/one.json", "written"],
  ]);
  expect(exitCode(await check(project))).toBe(0);
  expect((await build({ ...project, posts: ["more"], out: "else" })).posts).toBe(1);
  expect(readdirSync(path.join(cwd, "else"))).toEqual(["two.json", "two.md"]);
});

test("what is wrong with a post is in the report, a wrong name of a theme is thrown", async () => {
  const cwd = scratch({ [POST]: "---\nslug: [\n---\n\n# A post\n" });
  const report = await build({ cwd, formats: ["md"] });
  expect(exitCode(report)).toBe(1);
  expect(report.findings[0]).toMatchObject({ file: POST });
  await expect(build({ cwd, theme: "defualt" })).rejects.toThrow(UsageError);
});
