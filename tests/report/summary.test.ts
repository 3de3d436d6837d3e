import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import { message } from "../../src/diagnostics.js";
import { summaryOf } from "../../src/report/summary.js";
import { at, HOSTILE, reportOf, SMALL, told } from "./small.js";

const parser = unified().use(remarkParse).use(remarkGfm);

/** The kinds of node in a tree, and its text. */
function kindsOf(node: object, kinds = new Set<string>()): Set<string> {
  if ("type" in node) kinds.add(String(node.type));
  if ("children" in node) for (const child of node.children as object[]) kindsOf(child, kinds);
  return kinds;
}

const PLAIN = ["root", "heading", "text", "table", "tableRow", "tableCell"];

test.each(HOSTILE)("text is nothing but text: %j", (hostile) => {
  const found = { file: hostile, message: message("error", "rule", hostile, { place: at(1, 1) }) };
  const kinds = kindsOf(parser.parse(summaryOf(reportOf([found]), 10_000)));
  expect([...kinds].filter((kind) => !PLAIN.includes(kind))).toEqual([]);
});

test("addresses are no links, and nobody is called", () => {
  const found = {
    file: "a.md",
    message: message("info", "rule", "https://evil.example www.evil.example a@evil.example"),
  };
  expect(kindsOf(parser.parse(summaryOf(reportOf([found]), 10_000)))).not.toContain("link");
  expect(summaryOf(reportOf([found]), 10_000)).not.toMatch(/@\w/);
});

test("a command's own words come in the place of tables", () => {
  const summary = summaryOf({ ...SMALL, command: "diff", summary: "- **SE 2** reworded" }, 1000);
  expect(summary).toBe("### ⛔ rungbook diff\n\n- **SE 2** reworded\n");
});

test("a summary keeps to the room that is left, and tells how much it leaves out", () => {
  const many = Array.from({ length: 2000 }, (_, n) => ({
    file: `ä${n}.md`,
    message: message("error", "r", "é"),
  }));
  for (const room of [500, 5000, 50_000]) {
    const summary = summaryOf(reportOf(many), room);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(room);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(room - 200);
    const rows = summary.match(/^\| ❌/gm)?.length ?? 0;
    expect(summary).toContain(`… and ${2000 - rows + 1} more lines, which the log tells`);
  }
  expect(summaryOf(reportOf(many), 20)).toBe("");
});

test("a step's summary is added to what is there", () => {
  const added: string[] = [];
  told("github", SMALL, { summary: { room: () => 5000, add: (text) => added.push(text) } });
  expect(added).toEqual([summaryOf(SMALL, 5000)]);
});
