import { expect, test } from "vitest";
import type { Field } from "../../src/packet/template.js";
import { checkValues } from "../../src/packet/values.js";
import { textTemplate } from "./made.js";

const field = (more: Partial<Field>): Field => ({
  name: "x",
  type: "text",
  required: true,
  ...more,
});

const check = (value: unknown, more: Partial<Field>) =>
  checkValues(textTemplate("", [field(more)]), new Map([["x", { value, place: "row 3" }]]));

test.each([
  [{ type: "date" }, "2027-02-01", { type: "date", date: "2027-02-01" }],
  [{ type: "date" }, new Date("2028-02-29T00:00:00Z"), { type: "date", date: "2028-02-29" }],
  [{ type: "money" }, "85000.50 EUR", { type: "money", amount: "85000.50", currency: "EUR" }],
  [{ type: "money" }, "USD 12", { type: "money", amount: "12", currency: "USD" }],
  [{ type: "money", format: "GBP" }, "12", { type: "money", amount: "12", currency: "GBP" }],
  [{ type: "number" }, "12.50", { type: "number", number: "12.50" }],
  [{ type: "boolean" }, "Yes", { type: "boolean", value: true }],
  [{ type: "choice", choices: ["a", "b"] }, "b", { type: "choice", text: "b" }],
  [{ type: "text" }, "=cmd", { type: "text", text: "=cmd" }],
] as [Partial<Field>, unknown, object][])("reads %j %j", (more, value, wanted) => {
  expect(check(value, more).value?.get("x")).toEqual(wanted);
});

test.each([
  [{ type: "date" }, "2027-02-30"],
  [{ type: "date" }, "01.02.2027"],
  [{ type: "money" }, "85,000 EUR"],
  [{ type: "money" }, "90000"],
  [{ type: "money" }, "85000 XYZ"],
  [{ type: "money" }, "EUR 85000 EUR"],
  [{ type: "number" }, "1e9"],
  [{ type: "number" }, "0x10"],
  [{ type: "boolean" }, "constructor"],
  [{ type: "choice", choices: ["a"] }, "A"],
  [{ type: "text" }, 12345],
  [{ type: "text" }, { a: "secret" }],
  [{ type: "text" }, "secret".repeat(1000)],
] as [Partial<Field>, unknown][])("refuses %j %j, and does not tell it", (more, value) => {
  const { value: read, messages } = check(value, more);
  expect(read).toBeNull();
  expect(messages.map(({ file, ruleId }) => [file, ruleId])).toEqual([["row 3", "field-type"]]);
  if (typeof value === "string") expect(messages[0]?.reason).not.toContain(value);
});

test("tells what is missing and what is unknown, with the nearest name", () => {
  const template = textTemplate("", [field({ name: "candidate.name" })]);
  const given = new Map([["candidate.nane", { value: "Ann", place: "people.csv:2:1" }]]);
  const { value, messages } = checkValues(template, given);
  expect(value).toBeNull();
  expect(messages.map((each) => `${each.file}: ${each.reason}`)).toEqual([
    'people.csv:2:1: Unexpected field "candidate.nane" (did you mean "candidate.name"?), expected candidate.name',
    'test/packet.yaml: Missing field "candidate.name", which the template requires',
  ]);
});

test("an empty text is none: an optional field does without, another has its default", () => {
  expect(check("", { required: false }).value?.size).toBe(0);
  expect(check("", { default: "here" }).value?.get("x")).toEqual({ type: "text", text: "here" });
  expect(check("", {}).messages[0]?.ruleId).toBe("missing-field");
});
