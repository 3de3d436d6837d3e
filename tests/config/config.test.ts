import { expect, test } from "vitest";
import { readConfig } from "../../src/config/index.js";

const found = (text: string) =>
  readConfig(text).messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`);

const json = (lint: unknown) => JSON.stringify({ name: "x", rungbook: { lint } }, null, "\t");

test("what a project sets for rules", () => {
  const rules = { "dead-link": "off", "level-gap": "error" };
  expect(readConfig(json({ rules }))).toEqual({ value: { lint: { rules } }, messages: [] });
});

test("a key that stands twice counts the last time, as for everybody else who reads JSON", () => {
  const { value, messages } = readConfig(
    '{"a": 1, "a": 2, "rungbook": {"lint": {"rules": {"dead-link": "off", "dead-link": "error"}}}}',
  );
  expect(messages).toEqual([]);
  expect(value).toEqual({ lint: { rules: { "dead-link": "error" } } });
});

test("a project that sets nothing", () => {
  expect(readConfig('{"name": "x"}').value).toEqual({ lint: {} });
  expect(readConfig('{"rungbook": {}}').value).toEqual({ lint: { rules: {} } });
});

test.each([
  [
    "a rule that there is not",
    json({ rules: { "dead-lnk": "off" } }),
    [
      '6:5 Unexpected rule "dead-lnk" (did you mean "dead-link"?), expected one that "rungbook lint --rules" tells',
    ],
  ],
  [
    "a value that there is not",
    json({ rules: { "dead-link": "warn" } }),
    [
      '6:18 Unexpected "warn" for rungbook.lint.rules.dead-link, expected off, info, warning, error',
    ],
  ],
  [
    "a key that there is not",
    json({ rule: {} }),
    ['5:4 Unexpected key "rule" (did you mean "rules"?), expected rules'],
  ],
  [
    "what is no object",
    '{"rungbook": 1}',
    ['1:14 Unexpected "1" for rungbook, expected a mapping of keys'],
  ],
])("%s", (_what, text, expected) => {
  expect(found(text)).toEqual(expected);
  expect(readConfig(text).value).toBeNull();
});

test("what is no JSON", () => {
  expect(found('{"rungbook": ')[0]).toMatch(/Unexpected JSON: /);
});
