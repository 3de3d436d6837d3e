import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { expect, test } from "vitest";
import { lint } from "../../src/lint/index.js";
import { corpus, hasCorpus } from "../helpers/corpus.js";

const lintFile = (file: string, fix = false) =>
  lint(readFileSync(file), {
    file: path.basename(file),
    exists: (name) => existsSync(path.resolve(path.dirname(file), name)),
    fix,
  });

test.skipIf(!hasCorpus)("every published ladder can be linted", () => {
  expect(corpus.length).toBeGreaterThan(50);
  const counts: Record<string, number> = {};
  for (const [, file] of corpus) {
    for (const { ruleId } of lintFile(file).messages) {
      counts[ruleId ?? ""] = (counts[ruleId ?? ""] ?? 0) + 1;
    }
  }
  // Each of these hits was looked at: a notation that a site would have acted on, or a file that is not there.
  expect(counts).toMatchObject({ "raw-notation": 63 });
});
