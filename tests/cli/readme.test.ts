import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { expect, test } from "vitest";
import { parseCase, replaceExpected } from "./case-file.js";
import { scratch } from "./run.js";
import { runSteps, transcript } from "./run-steps.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const README = path.join(ROOT, "README.md");
const text = readFileSync(README, "utf8");

test("the README's commands print what it says, one after the other", () => {
  const { steps, files } = parseCase(text);
  const folder = scratch(Object.fromEntries(files));
  for (const name of ["source", "output", "templates"]) {
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  }
  const given = runSteps(steps, folder);
  if (process.env.UPDATE_CASES === "1") {
    writeFileSync(README, replaceExpected(text, steps, given));
    return;
  }
  expect(steps.length).toBeGreaterThan(3);
  expect(transcript(steps, given)).toBe(
    transcript(
      steps,
      steps.map((step) => step.expected),
    ),
  );
});

test("its example of the library prints what its last lines say", () => {
  const code = /```js\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
  const said = [...code.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => `${line}\n`).join("");
  const args = ["--input-type=module", "--eval", code];
  expect(execFileSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" })).toBe(said);
});

test("the README's pictures and the files it names are there", () => {
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map(([, link]) => link ?? "");
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) expect(() => readFileSync(path.join(ROOT, link))).not.toThrow();
});

test("the headings it leads to are there", async () => {
  const { default: GithubSlugger } = await import("github-slugger");
  const slugger = new GithubSlugger();
  const prose = text.replace(/^```[\s\S]*?^```/gm, "");
  const anchors = [...prose.matchAll(/^#+ (.*)$/gm)].map(([, words]) => slugger.slug(words ?? ""));
  const links = [...prose.matchAll(/\]\(#([^)]+)\)/g)].map(([, link]) => link ?? "");
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(anchors).toContain(link);
});

test("it names each rule of lint once, below what it is about", async () => {
  const { RULES } = await import("../../src/lint/rules/index.js");
  const lint = text.slice(text.indexOf("### Lint"), text.indexOf("says what each one finds"));
  const named = [...lint.matchAll(/`([a-z]+(?:-[a-z]+)*)`(?=,| \|)/g)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(RULES.map(({ name }) => name).toSorted());
});

test("the limits it names are those of the code", async () => {
  const { MAX_DEPTH } = await import("../../src/read/html.js");
  const { MAX_MARKS } = await import("../../src/read/markdown/parse.js");
  const { MAX_LINE_LENGTH, MAX_POST_BYTES } = await import("../../src/read/post/text.js");
  const limits = await import("../../src/limits.js");
  const said = text.slice(text.indexOf("### Limits"));
  const number = (value: number) => value.toLocaleString("en");
  for (const value of [MAX_DEPTH, MAX_MARKS, MAX_LINE_LENGTH])
    expect(said).toContain(number(value));
  for (const bytes of [
    MAX_POST_BYTES,
    limits.MAX_FONT_BYTES,
    limits.MAX_LOGO_BYTES,
    limits.MAX_IMAGE_BYTES,
    limits.MAX_IMAGES_BYTES,
    limits.MAX_REFERENCE_BYTES,
  ]) {
    expect(said).toContain(`${bytes / 1024 / 1024} MiB`);
  }
  expect(said).toContain(`${limits.MAX_THEME_BYTES / 1024} KiB`);
  expect(said).toContain(`${limits.MAX_THEME_LAYERS} that stand`);
  expect(said).toContain(`${limits.MAX_IMAGE_PIXELS / 1e6} megapixels`);
});
