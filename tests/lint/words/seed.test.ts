import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lint } from "../../../src/lint/index.js";

const FILE = "2019-12-17-engineering-job-ladder.md";
const found = lint(readFileSync(`source/${FILE}`), { file: FILE }).messages;

/** Where a rule has found something, each as "line:column". */
const placesOf = (rule: string): string[] =>
  found.filter(({ ruleId }) => ruleId === rule).map(({ line, column }) => `${line}:${column}`);

test.each([
  ["emoticon", ["177:146", "533:71"]],
  ["repeated-expectation", ["385:17", "391:17", "395:17", "396:17", "528:17"]],
  ["mixed-full-stops", ["77:69", "102:121", "277:69", "293:120", "395:206"]],
  ["mixed-quotes", ["135:72", "135:79", "186:99", "354:73", "505:125", "505:136", "533:46"]],
  ["trailing-space", ["78:59", "175:62", "314:147"]],
])("%s finds what the post is known for", (rule, places) => {
  expect(placesOf(rule)).toEqual(places);
});

test("a doubled expectation is told with both of its places", () => {
  const notes = found.flatMap(({ ruleId, note }) =>
    ruleId === "repeated-expectation" ? note : [],
  );
  expect(notes).toEqual(
    ["349:17", "356:17", "360:17", "361:17", "492:17"].map((at) => `Also at ${at}.`),
  );
});

test.each([
  ...["doubled-space", "doubled-word", "empty-expectation", "empty-section", "mixed-person"],
  ...["no-break-space", "placeholder", "similar-expectations", "space-before-punctuation"],
])("%s finds nothing in it", (rule) => {
  expect(placesOf(rule)).toEqual([]);
});
