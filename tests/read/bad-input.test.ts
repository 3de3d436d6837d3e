import { expect, test } from "vitest";
import { readPost } from "../../src/read/index.js";

const encode = (text: string) => new TextEncoder().encode(text);

/** What reading a post gives: each message as "line:column severity rule". */
function read(text: string | Uint8Array, file = "post.md") {
  const bytes = typeof text === "string" ? encode(text) : text;
  const { value, messages } = readPost(bytes, { file });
  const told = messages.map(
    ({ line, column, fatal, ruleId }) =>
      `${line}:${column} ${fatal ? "error" : "warning"} ${ruleId}`,
  );
  return { value, told, messages };
}

const refused: [string, string | Uint8Array, string][] = [
  ["an empty post", "", "1:1 error empty-post"],
  ["white space alone", " \n\t\n", "1:1 error empty-post"],
  ["a binary file", "a\0b", "1:1 error binary-file"],
  ["Latin-1", new Uint8Array([0x0a, 0x63, 0x61, 0x66, 0xe9]), "2:4 error not-utf-8"],
  ["a line of 20 MB", `text\n${"a ".repeat(10_000_000)}`, "2:1 error overlong-line"],
  ["10,000 nested blocks", "<div>".repeat(10_000), "1:1006 error too-deep"],
  ["10,000 nested marks", `x ${"<b>".repeat(10_000)}`, "1:603 error too-deep"],
  ["10,000 nested quotes", `text\n\n${">".repeat(10_000)}a`, "3:1 error too-deep"],
  ["3,000 nested lists", `${"- ".repeat(3000)}a`, "1:1 error too-deep"],
  ["a paragraph of nothing but marks", `a\n\n${"**a".repeat(20_000)}`, "3:1 error too-many-marks"],
  ["front matter that never ends", "---\ntitle: x\n\n# H\n", "1:1 error front-matter"],
  ["broken front matter", "---\na: [1\n---\ntext", "2:6 error front-matter"],
  ["a key told twice", "---\na: 1\nb: 2\na: 2\n---\ntext", "4:1 error front-matter"],
  ["front matter that is a list", "---\n- a\n---\ntext", "2:1 error front-matter"],
  ["a paragraph of nothing but backticks", "`a ".repeat(6000), "1:1 error too-many-marks"],
  ["a paragraph of nothing but comments", `x ${"<!--".repeat(60_000)}`, "1:1 error too-many-marks"],
  ["a slug that is a device on Windows", "---\nslug: CON\n---\ntext", "2:1 error unsafe-slug"],
  [
    "a slug that leaves the folder",
    "---\ntitle: x\nslug: ../../etc/passwd\n---\ntext",
    "3:1 error unsafe-slug",
  ],
];

test.each(refused)("%s is refused with its place", (_, text, message) => {
  const { value, told } = read(text);
  expect(value).toBeNull();
  expect(told.filter((each) => each.includes(" error "))).toEqual([message]);
});

test("aliases that multiply are refused", () => {
  const level = (name: string, of: string) =>
    `${name}: &${name} [${Array(10).fill(`*${of}`).join(",")}]`;
  const yaml = [
    "a: &a [x,x,x,x,x,x,x,x,x,x]",
    level("b", "a"),
    level("c", "b"),
    level("d", "c"),
  ].join("\n");
  const { value, messages } = read(`---\n${yaml}\n---\ntext`);
  expect(value).toBeNull();
  expect(messages[0]?.reason).toContain("resource exhaustion");
});

const mended: [string, string, string[]][] = [
  ["an unclosed table", "<table><tr><td>a<td>b\n\n## Next\n\nfoo", ["1:1 warning unbalanced-tag"]],
  [
    "crossed tags",
    "<div><b>x</div></b>",
    ["1:6 warning unbalanced-tag", "1:16 warning unbalanced-tag"],
  ],
  [
    "crossed tags in a paragraph",
    "<p><b>x<i>y</b></i></p>",
    ["1:8 warning unbalanced-tag", "1:16 warning unbalanced-tag"],
  ],
  ["a stray end tag between blocks", "a\n\n</div>\n\nb", ["3:1 warning unbalanced-tag"]],
  ["a wrapper around Markdown", "<div>\n\n**b**\n\n</div>", []],
  ["a stray end tag in a line", "a</i> b", ["1:2 warning unbalanced-tag"]],
  ["a bullet outside a list", "text\n\n<li>stray</li>\n", ["3:1 warning stray-item"]],
  [
    "a table in a table in a cell",
    "<table><tr><td>a<table><tr><td>in</td></tr></table></td></tr></table>",
    ["1:17 warning nested-table"],
  ],
  [
    "two elements with one id",
    "<p id=__proto__>a</p>\n\n<p id=__proto__>b</p>\n\n[c](#__proto__)",
    ["3:1 warning duplicate-id"],
  ],
  ["an anchor that leads nowhere", "# A\n\n[a](#nowhere)", ["3:1 warning dangling-link"]],
  [
    "Liquid and kramdown",
    "{% include x %}\n\n# T\n{: .no_toc}\n",
    ["1:1 warning raw-notation", "4:1 warning raw-notation"],
  ],
];

test.each(mended)("%s is read, and told", (_, text, messages) => {
  const { value, told } = read(text);
  expect(value).not.toBeNull();
  expect(told).toEqual(messages);
});

test.each([
  "[a](javascript:alert(1))",
  "[a](JaVaScRiPt:x)",
  "[a](&#106;avascript&colon;x)",
  '<a href="java&#10;script:x">a</a>',
  "<a href=' \u0001javascript:x'>a</a>",
  '<a href="java\u00adscript:x">a</a>',
  "[a](vbscript:x)",
  "[a](data:text/html;base64,eA==)",
  "![a](data:image/svg+xml,<svg/>)",
  '<img alt="a" src="javascript:x">',
])("the script in %j does not survive, its text does", (text) => {
  const { value, told } = read(text);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/^1:\d+ warning unsafe-(?:link|image)$/);
  expect(value?.content).toMatchObject([{ type: "paragraph", text: "a" }]);
  expect(JSON.stringify(value)).not.toMatch(/script:|data:/i);
});

test.each(["{{", "{%", "\n<script ", "\n<!-- ", "<td"])(
  "50,000 times %j is read without taking the square of it",
  (part) => {
    expect(read(`a\n\n${part.repeat(50_000)}\n`).told.length).toBeLessThan(30);
  },
  10_000,
);

test("Windows line ends and a byte order mark change nothing but places and hash", () => {
  const text =
    "---\ntitle: T\n---\n\n# H\n\n<table>\n<tr><td>a</td>\n\n<td>b</td></tr></table>\n\nend\n";
  const windows = read(`\ufeff${text.replaceAll("\n", "\r\n")}`).value;
  const unix = read(text).value;
  expect(windows?.origin).toEqual(unix?.origin);
  const strip = (key: string, value: unknown) => (key === "place" ? undefined : value);
  expect(JSON.stringify(windows, strip)).toBe(JSON.stringify(unix, strip));
  expect(windows?.content[1]?.place?.start).toMatchObject({ line: 7, column: 1 });
});

test("a blank line or an indent inside a table ends nothing", () => {
  const { value } = read(
    "<table>\n  <tr>\n\n        <td>a</td>\n\n    </tr>\n</table>\nafter *it*\n",
  );
  expect(value?.content.map(({ type }) => type)).toEqual(["table", "paragraph"]);
});

test("tables in code, comments and lists are left to Markdown", () => {
  const { value } = read(
    "```\n<table>\n```\n\n<!--\n<table>\n\n-->\n\n- item\n\n  <table><tr><td>in</td></tr></table>\n\nafter\n",
  );
  expect(value?.content.map(({ type }) => type)).toEqual(["code", "list", "paragraph"]);
});

test("what is ignored is on the list: comments, style, script, template", () => {
  const { value, told } = read(
    "a <style>x</style>b <script>y</script>c\n\n<style>z</style>\n\n<template><p>t</p></template>\n\n<!-- w -->\n",
  );
  expect(told).toEqual([]);
  expect(value?.content).toMatchObject([{ text: "a b c" }]);
});
