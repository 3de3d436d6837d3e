import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { build as bundle } from "esbuild";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { commandsIn } from "../report/runner.js";
import { Project, recipe, stepsOf } from "./recipes.js";
import { rungbook, scratch } from "./run.js";

/** The README's recipes for CI: valid by their public schemas, and their commands do what they say. */
const WORKFLOW = ".github/workflows/ladder.yml";

const isThere = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;
const fileOf = createRequire(import.meta.url).resolve;

const DRAFT = /"(http:\/\/json-schema.org\/draft-07\/schema)"/g;

/** Of SchemaStore's schemas, as its package for use without a network has them, the last one; it may refer to the others. */
function schema(...names: string[]): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  formats.default(ajv);
  const compiled = names.map((name) => {
    const text = readFileSync(fileOf(`schemastore/schemas/json/${name}`), "utf8");
    return ajv.compile(JSON.parse(text.replace(DRAFT, '"$1#"')));
  });
  return compiled.at(-1) as ValidateFunction;
}

type Parser = typeof import("@actions/workflow-parser");

/** GitHub's own parser of workflows: it imports JSON as bundlers do, and Node does not. */
async function workflowParser(): Promise<Parser> {
  const outfile = path.join(scratch(), "parser.cjs");
  const entryPoints = ["@actions/workflow-parser"];
  await bundle({ entryPoints, outfile, bundle: true, format: "cjs", platform: "node" });
  return createRequire(import.meta.url)(outfile);
}

const GITLAB =
  "gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json";

test.each([
  [WORKFLOW, ["github-workflow.json"], { jobs: { check: { steps: "none" } } }],
  [
    ".pre-commit-config.yaml",
    ["pre-commit-hooks.json", "pre-commit-config.json"],
    { repos: [{ repo: "local", hooks: [{ id: 3 }] }] },
  ],
  [".gitlab-ci.yml", [GITLAB], { ladder: { script: { npm: "ci" } } }],
])("%s is valid by its schema, which refuses what is wrong", (name, files, wrong) => {
  const isValid = schema(...files);
  isValid(parse(recipe(name)));
  expect(isValid.errors).toBeNull();
  expect(isValid(wrong)).toBe(false);
});

test.each([
  [WORKFLOW, "github"],
  [".gitlab-ci.yml", "gitlab"],
])("%s is what init makes", (name, service) => {
  const folder = scratch();
  expect(rungbook(folder, ["init", "--yes", "--ci", service]).code).toBe(0);
  const written = readFileSync(path.join(folder, name), "utf8");
  expect(written).toBe(recipe(name));
});

test("GitHub's own parser takes the workflow", async () => {
  const { NoOperationTraceWriter, parseWorkflow } = await workflowParser();
  const errorsOf = (content: string) =>
    parseWorkflow(
      { name: WORKFLOW, content },
      new NoOperationTraceWriter(),
    ).context.errors.getErrors();
  expect(errorsOf(recipe(WORKFLOW))).toEqual([]);
  expect(errorsOf(recipe(WORKFLOW).replace("!cancelled()", "!canceled()"))).not.toEqual([]);
});

test("the workflow gives no code of a pull request a right to write, and no text to a shell", () => {
  const { on, permissions, jobs } = parse(recipe(WORKFLOW));
  expect(Object.keys(on)).toEqual(["pull_request", "push"]);
  expect(permissions).toEqual({});
  for (const { permissions: own, steps } of Object.values<{
    permissions: object;
    steps: { run?: string }[];
  }>(jobs)) {
    const commands = steps.flatMap(({ run }) => run ?? []);
    expect(commands.join("\n")).not.toContain("${{");
    if (commands.includes("npm ci") && on.pull_request === null) continue;
    expect(own).toBeDefined();
  }
  expect(jobs.check.permissions).toEqual({ contents: "read" });
  expect(jobs.comment.permissions).toEqual({ "pull-requests": "write" });
  expect(JSON.stringify(jobs.comment.steps)).not.toMatch(/checkout|npm|npx/);
});

/** A pull request as GitHub checks it out: merged into main. */
function pullRequest(change: (project: Project) => void): Project {
  const project = new Project();
  project.git("checkout", "-q", "-b", "change");
  change(project);
  project.commit("change");
  project.git("checkout", "-q", "main");
  project.git("merge", "-q", "--no-ff", "-m", "merge", "change");
  return project;
}

const build = (project: Project) => project.sh("npx rungbook build --format md,json --quiet");

test("a pull request is checked: stale renderings are told at the post's line", () => {
  const [check] = stepsOf("check").filter(({ run }) => run.includes("rungbook check"));
  if (!check) throw new Error("no step checks");
  const only = { run: `${check.run} --format md,json` };
  const stale = pullRequest((project) => project.edit("You test.", "You test and review.")).step(
    only,
  );
  expect(stale.code).toBe(1);
  expect(commandsIn(stale.err)).toMatchObject([
    { name: "error", properties: { file: "source/2020-01-01-post.md", line: "4" } },
  ]);
  expect(stale.summary).toContain("2 stale");
  const built = pullRequest((project) => {
    project.edit("You test.", "You test and review.");
    build(project);
  }).step(only);
  expect([built.code, commandsIn(built.err)]).toEqual([0, []]);
  expect(built.summary).toContain("2 up to date");
});

test("a pull request is linted where it changes a post", () => {
  const [lint] = stepsOf("check").filter(({ run }) => run.includes("rungbook lint"));
  const project = pullRequest((each) => each.edit("You test.", "You test. TODO"));
  const { code, err } = project.step(lint ?? { run: "false" });
  expect(code).toBe(0);
  expect(commandsIn(err)).toMatchObject([
    { name: "warning", properties: { file: "source/2020-01-01-post.md" } },
  ]);
});

test("a pull request is told what it changes, in the summary and in a file", () => {
  const [diff] = stepsOf("check").filter(({ run }) => run.includes("rungbook diff"));
  const project = pullRequest((each) => each.edit("You test.", "You review."));
  const { code, summary } = project.step(diff ?? { run: "false" });
  expect(code).toBe(0);
  expect(summary).toContain("review");
  const told = readFileSync(path.join(project.folder, "ladder.md"), "utf8");
  expect(summary.trim()).toBe(`### ℹ️ rungbook diff\n\n${told.trim()}`);
});

test("the comment is made once, and then changed in its place", () => {
  const [comment] = stepsOf("comment");
  if (!comment) throw new Error("no step comments");
  const folder = new Project();
  const file = (name: string) => path.join(folder.folder, name);
  const say = (words: string) => {
    writeFileSync(file("ladder.md"), words);
    const done = folder.step(comment, { ISSUES: "repos/acme/ladder/issues", NUMBER: "3" });
    expect([done.code, done.err]).toEqual([0, ""]);
    return existsSync(file("comment.md")) ? readFileSync(file("comment.md"), "utf8") : null;
  };
  expect(say("")).toBe(null);
  expect(say("- SE 1 reworded\n")).toBe("<!-- rungbook -->\n- SE 1 reworded\n");
  expect(say("- SE 2 reworded\n")).toBe("<!-- rungbook -->\n- SE 2 reworded\n");
  expect(say("")).toBe("<!-- rungbook -->\nNo level changes.\n");
  expect(say(`${"x".repeat(100_000)}\n`)).toHaveLength(60_000);
  const asked = readFileSync(file("gh.log"), "utf8")
    .split("\n")
    .filter((line) => line.includes("body=@"));
  expect(asked.map((line) => line.replace(" --field body=@body.md", ""))).toEqual([
    "--silent repos/acme/ladder/issues/3/comments",
    ...Array(3).fill("--silent --method PATCH repos/acme/ladder/issues/comments/7"),
  ]);
});

test("main is built, committed and pushed, once", () => {
  const project = new Project();
  const remote = scratch();
  project.git("init", "-q", "--bare", remote);
  project.git("remote", "add", "origin", remote);
  project.git("push", "-q", "-u", "origin", "main");
  project.edit("You test.", "You review.");
  project.commit("edit");
  for (const run of ["first", "second"]) {
    for (const step of stepsOf("build")) {
      const run = step.run.replace("rungbook build", "rungbook build --format md,json");
      expect(project.step({ run }).code).toBe(0);
    }
    expect(project.git("log", "--format=%s %an", "origin/main"), run).toBe(
      "Build the ladder github-actions[bot]\nedit Ann\nfirst Ann".replace(
        "github-actions[bot]",
        "Ann",
      ),
    );
  }
  expect(project.sh("npx rungbook check --format md,json").code).toBe(0);
});

const stage = (project: Project) => {
  project.edit("You test.", "You review.");
  project.git("add", "-A");
};

/** The commands of a recipe that this version has, with the formats that are quick to make. */
const quick = (text: string): string =>
  text.replaceAll("rungbook check", "rungbook check --format md,json");

describe.each([
  [".pre-commit-config.yaml", "pre-commit", "run --all-files rungbook-check"],
  ["lefthook.yml", "lefthook", "run pre-commit --command check --no-auto-install --force"],
])("%s", (name, program, args) => {
  test("its commands fail for what is stale, and for nothing else", () => {
    const config = parse(recipe(name));
    const hooks = config.repos?.[0].hooks ?? Object.values(config["pre-commit"].commands);
    const commands: string[] = hooks.map(
      (hook: { entry?: string; run?: string }) => hook.entry ?? hook.run,
    );
    expect(commands.map((each) => each.split(" ")[2])).toEqual(["check", "lint"]);
    const project = new Project();
    expect(project.sh(quick(commands[0] ?? "false")).code).toBe(0);
    stage(project);
    expect(project.sh(quick(commands[0] ?? "true")).code).toBe(1);
  });

  test.skipIf(!isThere(program))("the program takes it and runs it", () => {
    const project = new Project();
    writeFileSync(path.join(project.folder, name), quick(recipe(name)));
    project.commit("hook");
    expect(project.sh(`${program} ${args}`)).toMatchObject({ code: 0 });
    stage(project);
    const { code, out, err } = project.sh(`${program} ${args}`);
    expect(code).toBe(1);
    expect(out + err).toContain('"You test." should be "You review."');
    rmSync(path.join(project.folder, name));
  });
});

test("the job for GitLab leaves a report", () => {
  const { script, artifacts } = parse(recipe(".gitlab-ci.yml")).ladder;
  const project = new Project();
  stage(project);
  expect(project.sh(quick(script.join("\n"))).code).toBe(1);
  const report = readFileSync(path.join(project.folder, artifacts.reports.junit), "utf8");
  expect(report).toContain('failures="2"');
});
