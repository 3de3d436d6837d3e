import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import { md } from "../../src/diff/formats/markdown.js";
import { text } from "../../src/diff/formats/text.js";
import { type Change, diff } from "../../src/diff/index.js";
import { escaped } from "../../src/markdown-text.js";
import type { Ladder } from "../../src/model/ladder.js";
import { readPost } from "../../src/read/index.js";
import { visitParents } from "../helpers/visit.js";

const ladderOf = (post: string): Ladder =>
  readPost(new TextEncoder().encode(post), { file: "x.md" }).value as Ladder;

const changesOf = (before: string, after: string): Change[] =>
  diff(ladderOf(before), ladderOf(after));

const HOSTILE = [
  "@everyone see #1, o/r#2 and GH-3",
  "<img src=x onerror=alert(1)> <!-- --> &lt;",
  "https://github.com/o/r/issues/1 www.example.com a@b.cd",
  "**bold** _it_ `code` ~~gone~~ [a](b) ![c](d) | $x$ \\ :tada:",
  "1. one",
  "- two",
  "+ three",
  "# four",
  "=== five",
  "> six",
];

test.each(HOSTILE)("in Markdown a text is this text and nothing else: %s", (words) => {
  const made = escaped(words);
  const tree = unified().use(remarkParse).use(remarkGfm).parse(`- added: ${made}\n  - ${made}`);
  expect(visitParents(tree).replaceAll("\u200b", "")).toBe(`added: ${words}\n${words}`);
  expect(JSON.stringify(tree)).not.toMatch(/"type":"(?:link|html|strong|emphasis|image|heading)"/);
  expect(visitParents(tree)).not.toMatch(/@\w|#\d|GH-\d|https?:\/\/|www\.|:\w+:/);
});

test("a comment is no longer than GitHub takes, and says how many changes are left out", () => {
  const lines = (word: string) =>
    Array.from({ length: 2000 }, (_, index) => `- ${word} number ${index} of the things`).join(
      "\n",
    );
  const told = md({ changes: changesOf(lines("old"), lines("new")), colour: false });
  expect(told.length).toBeLessThanOrEqual(65_536);
  const [, more] = /\n… and (\d+) more changes\.\n$/.exec(told) ?? [];
  expect(told.match(/^- reworded: /gm)?.length).toBe(2000 - Number(more));
});

test("a list or a table that only the post holds is called after its heading", () => {
  const told = (before: string, after: string) =>
    text({ changes: changesOf(before, after), colour: false }).split("\n")[0];
  const post = "# First\n\nHere.\n";
  expect(told(post, `${post}\n## Last\n\n- one\n`)).toBe("added: Last: {+Last+} (line 5)");
  const more = `${post}\n## Last\n\nThere.\n`;
  expect(told(more, `${more}\n- one\n`)).toBe("added: Last (line 9)");
  expect(told("There.\n", "There.\n\n- one\n")).toBe("added: text (line 3)");
});

test("Markdown's marks stand where they are marks, HTML's elsewhere", () => {
  const line = (a: string, b: string) =>
    md({ changes: changesOf(a, b), colour: false })
      .split("\n")
      .find((each) => each.startsWith("- "));
  expect(line("You build good things.", "You build better things.")).toBe(
    "- reworded: text: You build ~~good~~ **better** things.",
  );
  expect(line("You build (good) things here.", "You build (better) things here.")).toBe(
    "- reworded: text: You build (<del>good</del> <strong>better</strong>) things here.",
  );
});

test("a text changes nothing about the terminal", () => {
  const told = text({ changes: changesOf("one", "one \u202e two"), colour: false });
  expect(told).toContain("\\u202e");
});

test("a link is told where it changed, and not where only words did", () => {
  const line = (a: string, b: string) =>
    text({ changes: changesOf(a, b), colour: false }).split("\n")[0];
  expect(line("See [level one](#a) here.", "See [level two](#a) here.")).toContain(
    "See level [-one-]{+two+} here.",
  );
  expect(
    line(
      "Before you ask, read [it](https://a.example) as a whole.",
      "Before you ask, read [it](https://b.example) as a whole.",
    ),
  ).toContain("[-[it](https://a.example)-]{+[it](https://b.example)+}");
});

test("a text turns no direction of what stands behind it in Markdown", () => {
  expect(escaped("a\u202eb\u2066c")).toBe("a\\\\u202eb\\\\u2066c");
});
