import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { expect, test } from "vitest";
import { lint } from "../../src/lint/index.js";
import { RULES } from "../../src/lint/rules/index.js";
import { corpus, hasCorpus } from "../helpers/corpus.js";

/** Long runs look at all files, others at each third: most of the time goes into reading them. */
const sample = process.env.RUNGBOOK_LONG ? corpus : corpus.filter((_, index) => index % 3 === 0);

const lintFile = (file: string, fix = false) => {
  const bytes = readFileSync(file);
  const exists = (name: string) => existsSync(path.resolve(path.dirname(file), name));
  return { bytes, ...lint(bytes, { file: path.basename(file), exists, fix }) };
};

test.skipIf(!hasCorpus)(
  "every published ladder can be linted, and mended twice changes nothing",
  () => {
    expect(sample.length).toBeGreaterThan(20);
    const names = new Set<string>(RULES.map(({ name }) => name));
    for (const [name, file] of sample) {
      const { messages } = lintFile(file);
      const unknown = messages.filter(({ ruleId }) => !names.has(ruleId ?? ""));
      expect([name, unknown]).toEqual([name, []]);
      const { value, bytes } = lintFile(file, true);
      const again =
        value.length === bytes.length
          ? value
          : lint(value, { file: path.basename(file), fix: true }).value;
      expect(again).toEqual(value);
    }
  },
);

/** Hits that were looked at, one by one: each is what the rule says of it. */
const LOOKED_AT: [file: string, rule: string, hits: number][] = [
  ["jorgef__engineeringladders/README.md", "dead-link", 5],
  ["gravitational__careers/levels/README.md", "dead-link", 4],
  ["loanmarket__career-ladder/Engineering.md", "missing-section", 0],
];

test.skipIf(!hasCorpus).each(LOOKED_AT)("%s: %s, %i times", (name, rule, hits) => {
  const [, file = ""] = corpus.find(([each]) => each === name) ?? [];
  expect(lintFile(file).messages.filter(({ ruleId }) => ruleId === rule).length).toBe(hits);
});
