import { expect, test } from "vitest";
import { makePacket } from "../../src/packet/make.js";
import { readTemplate } from "../../src/packet/read.js";
import { scratch } from "../cli/run.js";
import { orderOf, sharedOf, textTemplate } from "./made.js";

const GOOD = `title: Hello
file: hello
fields:
  name: { type: text, required: true }
  start: { type: date }
parts:
  - file: text.md
`;

/** What a template's reader complains of. */
async function complaints(
  yaml: string,
  files: Record<string, string> = { "text.md": "Hi {{name}}" },
) {
  const folder = scratch({ "packet.yaml": yaml, ...files });
  const { messages } = await readTemplate(folder, "t");
  return messages.map(
    (each) => `${each.file}:${each.line ?? ""}:${each.column ?? ""} ${each.reason}`,
  );
}

test("a good template has nothing to complain of", async () => {
  expect(await complaints(GOOD)).toEqual([]);
});

test.each([
  [
    "an unknown key",
    GOOD.replace("title:", "titel:"),
    [
      't/packet.yaml:1:1 Unexpected key "titel" (did you mean "title"?)',
      'expected the key "title"',
    ],
  ],
  [
    "a wrong type",
    GOOD.replace("type: date", "type: day"),
    ['t/packet.yaml:5:18 Unexpected "day" for fields.start.type, expected one of text, date'],
  ],
  [
    "a wrong format",
    GOOD.replace("type: date", "type: date, format: tall"),
    ["t/packet.yaml:5:32 Unexpected format of a date, expected full, long, medium, short"],
  ],
  [
    "an unknown slice",
    GOOD.replace("file: text.md", "slice: levels"),
    ['t/packet.yaml:7:12 Unexpected "levels" for parts.0.slice'],
  ],
  [
    "a file that is not there",
    GOOD.replace("text.md", "other.md"),
    ['t/packet.yaml:7:5 No file "other.md" beside packet.yaml'],
  ],
  [
    "a file elsewhere",
    GOOD.replace("text.md", "../x.md"),
    [
      't/packet.yaml:7:11 Unexpected "../x.md" for parts.0.file, expected a .md file beside packet.yaml',
    ],
  ],
  [
    "a part of two kinds",
    GOOD.replace("- file: text.md", "- { file: text.md, slice: level }"),
    ["t/packet.yaml:7:5 Unexpected part"],
  ],
  [
    "a field of the ladder's",
    GOOD.replace("start:", "level.x:"),
    ['t/packet.yaml:5:3 Unexpected field "level.x": the ladder fills it'],
  ],
  [
    "pages that can't be",
    `${GOOD}pages: { least: 3, most: 2 }\n`,
    ["t/packet.yaml:8:8 Unexpected pages"],
  ],
  [
    "a slot in the title that nothing fills",
    GOOD.replace("Hello", '"{{nane}}"'),
    ['Unexpected slot "nane" (did you mean "name"?)'],
  ],
  ["broken YAML", "title: [", ["t/packet.yaml:1:9 Unexpected YAML"]],
])("tells of %s", async (_, yaml, expected) => {
  const found = await complaints(yaml);
  for (const each of expected) expect(found.join("\n")).toContain(each);
});

test.each([
  ["{{nane}}", 't/text.md:2:3 Unexpected slot "nane" (did you mean "name"?)'],
  ["{{level.titel}}", 't/text.md:2:3 Unexpected slot "level.titel" (did you mean "level.title"?)'],
  ["{{ name | upcase }}", "t/text.md:2:1 Unexpected slot: undefined filter: upcase"],
  ["{{ name | raw }}", "t/text.md:2:1 Unexpected slot: undefined filter: raw"],
  ["{% include 'x' %}", 't/text.md:2:1 Unexpected slot: tag "include" not found'],
  ["{% render 'x' %}", 't/text.md:2:1 Unexpected slot: tag "render" not found'],
  ["{% assign x = 1 %}", 't/text.md:2:1 Unexpected slot: tag "assign" not found'],
  ["{% if name %}", "t/text.md:2:1 Unexpected slot: tag {% if name %} not closed"],
  ["\ue000", "t/text.md:: Unexpected private-use character"],
])("tells of %s in a text", async (text, expected) => {
  expect((await complaints(GOOD, { "text.md": `Hi\n${text}\n` })).join("\n")).toContain(expected);
});

const fields = [{ name: "name", type: "text" as const, required: false }];

/** Why a packet of this text is not made. */
async function refusal(text: string, values: Record<string, unknown> = {}): Promise<string> {
  const template = textTemplate(text, fields);
  const { value, messages } = await makePacket(
    orderOf(template, values),
    sharedOf(template, { formats: ["md"] }),
  );
  expect(value).toBeNull();
  return messages
    .map((each) => `${each.file}:${each.line}:${each.column} ${each.reason}`)
    .join("\n");
}

test("a slot of an optional field that was not given is told, unless a condition asks for it", async () => {
  expect(await refusal("Hi\n\n{{name}}")).toBe(
    "test/text.md:3:1 Unexpected slot: nothing fills this slot",
  );
  const template = textTemplate("Hi{% if name %} {{name}}{% endif %}", fields);
  const { value } = await makePacket(
    orderOf(template, {}),
    sharedOf(template, { formats: ["md"] }),
  );
  expect(new TextDecoder().decode(value?.[0]?.bytes)).toMatch(/\nHi\n$/);
});

test("a slot is no address", async () => {
  expect(await refusal("[x](https://example.com/{{name}})", { name: "a" })).toContain(
    "Unexpected slot in an address",
  );
});

test("a template that would never end is stopped", async () => {
  const text = "{% for a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endfor %}";
  expect(await refusal(text)).toMatch(
    /Unexpected slot: (?:memory alloc|template render) limit exceeded/,
  );
});

test("conditions and loops go over the parts of the level", async () => {
  const text =
    "{% for s in level.sections %}\n## {{s.title}}\n{% for e in s.expectations %}\n- {{e}}\n{% endfor %}{% endfor %}";
  const template = textTemplate(text, fields);
  const { value } = await makePacket(
    orderOf(template, {}),
    sharedOf(template, { formats: ["md"] }),
  );
  const markdown = new TextDecoder().decode(value?.[0]?.bytes);
  expect(markdown).toContain("## Communication\n");
  expect(markdown).toContain("- You help mentor new hires.");
});
