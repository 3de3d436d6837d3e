import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { expect, test } from "vitest";
import { parseCase, replaceExpected } from "./case-file.js";
import { scratch } from "./run.js";
import { runSteps, transcript } from "./run-steps.js";

const CASES = path.resolve(import.meta.dirname, "../cases");

for (const name of readdirSync(CASES).filter((file) => file !== "README.md")) {
  test(name.replace(/\.md$/, ""), () => runCase(path.join(CASES, name)));
}

function runCase(file: string): void {
  const text = readFileSync(file, "utf8");
  const { files, steps } = parseCase(text);
  const folder = scratch(Object.fromEntries(files));
  const given = runSteps(steps, folder);
  if (process.env.UPDATE_CASES === "1") {
    writeFileSync(file, replaceExpected(text, steps, given));
    return;
  }
  const expected = steps.map((step) => step.expected);
  expect(transcript(steps, given)).toBe(transcript(steps, expected));
}
