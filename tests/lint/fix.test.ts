import { describe, expect, test } from "vitest";
import { track } from "../../src/lint/examples.js";
import { lint } from "../../src/lint/index.js";
import type { Fix, Rule } from "../../src/lint/rule.js";

const POST = track("Engineer", { label: "1", title: "Junior", experience: "0-3 years" });

/** A rule that writes other words for some, wherever they stand. */
const writing = (pairs: Record<string, string>): Rule => ({
  name: "test",
  summary: "",
  severity: "warning",
  examples: [],
  *check({ text }) {
    for (const [old, now] of Object.entries(pairs)) {
      for (const { index } of text.matchAll(new RegExp(old, "g"))) {
        const fix: Fix[] = [{ start: index, end: index + old.length, text: now }];
        yield { reason: `Unexpected ${old}`, place: undefined, fix };
      }
    }
  },
});

const fixed = (post: string, rule: Rule) => {
  const { value, messages } = lint(new TextEncoder().encode(post), {
    file: "post.md",
    fix: true,
    rules: [rule],
  });
  return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(value), messages };
};

test("a fix changes its bytes alone, whatever the line ends and the byte order mark", () => {
  const post = `\ufeff${POST.replaceAll("\n", "\r\n")}\r`;
  const { text, messages } = fixed(post, writing({ Junior: "Senior" }));
  expect(text).toBe(post.replace("Junior", "Senior"));
  expect(messages).toEqual([]);
});

describe("a fix is taken back, and told,", () => {
  const note = "Not fixed: to fix it would change more of the ladder than this.";

  test.each([
    ["that makes another node of it", { "<p>Junior</p>": "<p>Junior</p><p>Lead</p>" }],
    ["that takes a node away", { "<h3>Title</h3><p>Junior</p>": "" }],
    ["that breaks the table", { "</table>": "</tabel>" }],
    ["that changes the front matter", { "## Engineer": "---\na: b\n---\n## Engineer" }],
    ["that makes a link to nowhere", { Junior: '<a href="#x">Junior</a>' }],
  ])("%s", (_what, pairs) => {
    const { text, messages } = fixed(POST, writing(pairs));
    expect(text).toBe(POST);
    expect(messages.map((each) => each.note)).toEqual([note]);
  });

  test("while the others are made", () => {
    const rule = writing({ Junior: "Senior", "</table>": "</tabel>", "0-3 years": "0-4 years" });
    const { text, messages } = fixed(POST, rule);
    expect(text).toBe(POST.replace("Junior", "Senior").replace("0-3", "0-4"));
    expect(messages.map((each) => each.note)).toEqual([note]);
  });
});

test("of two fixes that overlap the first is made, then what is left of the other", () => {
  const rule = writing({ "Junior</p>": "Senior</p>", Senior: "Staff", "r</p>": "r II</p>" });
  expect(fixed(POST, rule).text).toContain("<p>Staff</p>");
});

test("fixes that never end are given up", () => {
  const rule = writing({ Junior: "Senior", Senior: "Junior" });
  expect(fixed(POST, rule).text).toMatch(/<p>(?:Junior|Senior)<\/p>/);
});
