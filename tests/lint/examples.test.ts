import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { failed } from "../../src/diagnostics.js";
import { lint } from "../../src/lint/index.js";
import type { Example, Rule } from "../../src/lint/rule.js";
import { RULES } from "../../src/lint/rules/index.js";

const lintExample = (rule: Rule, { post, files = [] }: Example, fix = false) => {
  const bytes = new TextEncoder().encode(post);
  const exists = (path: string) => files.includes(path);
  const { value, messages } = lint(bytes, { file: "post.md", exists, rules: [rule], fix });
  expect(failed(messages) && messages.some(({ ruleId }) => ruleId !== rule.name)).toBe(false);
  return {
    text: new TextDecoder().decode(value),
    found: messages.map(({ place, reason }) => {
      const point = place && "start" in place ? place.start : undefined;
      return `${point?.line ?? 0}:${point?.column ?? 0} ${reason}`;
    }),
  };
};

test("every file of a rule is in the list, in the order of the names", () => {
  const files = readdirSync("src/lint/rules").filter((file) => file !== "index.ts");
  expect(RULES.map(({ name }) => `${name}.ts`)).toEqual(files.sort());
});

describe.each(RULES.map((rule): [string, Rule] => [rule.name, rule]))("%s", (_name, rule) => {
  test("its first example shows what is found", () => {
    expect(rule.examples[0]?.found).not.toEqual([]);
  });

  test.each(rule.examples.map((each): [string, Example] => [each.shows, each]))(
    "%s",
    (_shows, example) => {
      expect(lintExample(rule, example).found).toEqual(example.found);
      const fixed = lintExample(rule, example, true);
      expect(fixed.text).toBe(example.fixed ?? example.post);
      if (example.fixed !== undefined) {
        expect(fixed.text).not.toBe(example.post);
        expect(lintExample(rule, { ...example, post: fixed.text }, true).text).toBe(fixed.text);
      }
    },
  );
});
