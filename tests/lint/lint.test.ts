import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lint } from "../../src/index.js";

const SEED = readFileSync("source/2019-12-17-engineering-job-ladder.md");
const FILE = "2019-12-17-engineering-job-ladder.md";
const found = (rule: string) =>
  lint(SEED, { file: FILE }).messages.filter(({ ruleId }) => ruleId === rule);

test("the seed's overview gives 7 of 12 levels another title than they have themselves", () => {
  const differing = found("overview-title").map(({ actual }) => actual);
  // The seventh is level 3/4 of the managers, whose title the overview cuts in two.
  expect(differing).toHaveLength(6);
  expect(found("two-titles").map(({ note }) => note)).toEqual([
    'The overview shows it as "Sr. Director of Engineering" and "VP Engineering".',
  ]);
});

test("its level of laser eyes lacks two sections, and is thin", () => {
  expect(found("missing-section").map(({ line }) => line)).toEqual([405]);
  expect(found("thin-level").map(({ line }) => line)).toEqual([405]);
});

test("its managers' experience is written otherwise than the engineers'", () => {
  expect(found("experience-form").map(({ actual }) => actual)).toEqual(["4+", "10+", "15+"]);
});

test("settings are for a rule, and nothing is mended unasked", () => {
  const settings = { rules: { "experience-form": "off", "thin-level": "error" } } as const;
  const { value, messages } = lint(SEED, { file: FILE, settings });
  expect(value).toBe(SEED);
  expect(messages.some(({ ruleId }) => ruleId === "experience-form")).toBe(false);
  expect(messages.filter(({ fatal }) => fatal).map(({ ruleId }) => ruleId)).toEqual(["thin-level"]);
});

test.each([
  ["an empty post", new Uint8Array(), "empty-post"],
  ["no text", Uint8Array.of(0xff, 0xfe), "not-utf-8"],
  ["broken front matter", new TextEncoder().encode("---\na: [\n---\nx\n"), "front-matter"],
])("%s is given back with the reader's errors", (_what, bytes, rule) => {
  const { value, messages } = lint(bytes, { file: "post.md", fix: true });
  expect(value).toBe(bytes);
  expect(messages.map(({ ruleId }) => ruleId)).toEqual([rule]);
});
