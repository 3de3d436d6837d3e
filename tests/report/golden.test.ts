import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REPORTER_NAMES, type ReporterName } from "../../src/report/index.js";
import { summaryOf } from "../../src/report/summary.js";
import { SMALL, told } from "./small.js";

/** `UPDATE_GOLDEN=1` writes them anew; read the difference before committing it. */
const FOLDER = join(import.meta.dirname, "../golden/report");

function expectGolden(name: string, given: string): void {
  mkdirSync(FOLDER, { recursive: true });
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(join(FOLDER, name), given);
  expect(given).toBe(readFileSync(join(FOLDER, name), "utf8"));
}

const NAMES: Record<ReporterName, string> = {
  text: "small.txt",
  github: "small.github.txt",
  sarif: "small.sarif",
  json: "small.json",
  junit: "small.xml",
};

test.each(REPORTER_NAMES)("%s", (name) => {
  const { out, err } = told(name, SMALL);
  expectGolden(NAMES[name], err === "" ? out : `${out}\n--- standard error\n${err}`);
});

test("the summary of a step", () => expectGolden("small.summary.md", summaryOf(SMALL, 10_000)));
