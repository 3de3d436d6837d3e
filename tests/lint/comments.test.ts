import { describe, expect, test } from "vitest";
import { track } from "../../src/lint/examples.js";
import { lint } from "../../src/lint/index.js";
import { readPost } from "../../src/read/post/index.js";
import { severityOf } from "../../src/report/report.js";
import { withoutPlaces } from "../helpers/ladders.js";

const bytesOf = (post: string) => new TextEncoder().encode(post);

const found = (post: string) =>
  lint(bytesOf(post), { file: "post.md" }).messages.map((each) =>
    each.ruleId === "lint-comment"
      ? `${each.line} ${each.reason}`
      : `${each.line} ${severityOf(each)} ${each.ruleId}`,
  );

/** The second and the third level have the title of the first: lines 15 and 23. */
const POST = track(
  "Engineer",
  { label: "1", title: "Engineer" },
  { label: "2", title: "Engineer" },
  { label: "3", title: "Engineer" },
);

/** The post with lines put in before those of these numbers. */
function withLines(added: Record<number, string>): string {
  const lines = POST.split("\n");
  return lines.flatMap((line, index) => [added[index + 1] ?? [], line].flat()).join("\n");
}

const comment = (words: string) => `<!-- rungbook-lint-${words} -->`;

test("without a comment both titles are told", () => {
  expect(found(POST)).toEqual(["15 warning duplicate-title", "23 warning duplicate-title"]);
});

describe("a comment inside an HTML table", () => {
  test("is for the next line", () => {
    const post = withLines({ 15: comment("disable-next-line duplicate-title") });
    expect(found(post)).toEqual(["24 warning duplicate-title"]);
  });

  test("is for what follows, until it is ended", () => {
    const off = { 15: comment("disable duplicate-title") };
    expect(found(withLines(off))).toEqual([]);
    const post = withLines({ ...off, 16: comment("enable duplicate-title") });
    expect(found(post)).toEqual(["25 warning duplicate-title"]);
  });

  test("may be for all rules", () => {
    expect(found(withLines({ 15: comment("disable"), 16: comment("enable") }))).toEqual([
      "25 warning duplicate-title",
    ]);
  });

  test("may set a severity", () => {
    const post = withLines({ 15: comment("set-next-line duplicate-title error") });
    expect(found(post)).toEqual(["16 error duplicate-title", "24 warning duplicate-title"]);
    const both = withLines({ 15: comment("set duplicate-title info") });
    expect(found(both)).toEqual(["16 info duplicate-title", "24 info duplicate-title"]);
  });

  test("changes nothing of the ladder", () => {
    const post = withLines({
      5: comment("disable"),
      13: comment("enable"),
      15: comment("disable"),
    });
    const ladderOf = (text: string) =>
      withoutPlaces(readPost(bytesOf(text), { file: "post.md" }).value?.content);
    expect(ladderOf(post)).toEqual(ladderOf(POST));
  });
});

describe("a comment in Markdown", () => {
  const link = "See [it](#nowhere).";

  test("is for the next line, over empty ones", () => {
    expect(found(`${link}\n`)).toEqual(["1 error dangling-link"]);
    expect(found(`${comment("disable-next-line dangling-link")}\n\n${link}\n`)).toEqual([]);
    const twice = `${comment("set dangling-link info")}\n\n${link}\n`;
    expect(found(twice)).toEqual(["3 info dangling-link"]);
  });

  test("may take several lines, and names with commas", () => {
    const post = `<!--\nrungbook-lint-disable dead-link,\n  dangling-link\n-->\n\n${link}\n`;
    expect(found(post)).toEqual([]);
  });

  test("is text where it is shown as code", () => {
    const shown = comment("disable dangling-link");
    expect(found(`\`${shown}\`\n\n${link}\n`)).toEqual(["3 error dangling-link"]);
    expect(found(`    ${shown}\n\n${link}\n`)).toEqual(["3 error dangling-link"]);
  });
});

describe("a comment is told", () => {
  test.each([
    [
      "that changes nothing",
      "disable duplicate-id",
      'comment "disable" for duplicate-id that changes nothing, expected something that it changes',
    ],
    [
      "that ends nothing",
      "enable",
      'comment "enable" that changes nothing, expected one that ends what an earlier one began',
    ],
    [
      "of no rule",
      "disable duplicate-titel",
      'rule "duplicate-titel" (did you mean "duplicate-title"?), expected one that "rungbook lint --rules" tells',
    ],
    [
      "of no kind",
      "disabel",
      'comment "rungbook-lint-disabel" (did you mean "rungbook-lint-disable"?), expected rungbook-lint-disable, rungbook-lint-enable, rungbook-lint-disable-next-line, rungbook-lint-set, rungbook-lint-set-next-line',
    ],
    [
      "of no severity",
      "set duplicate-title warn",
      'severity "warn", expected off, info, warning, error',
    ],
  ])("%s", (_what, words, reason) => {
    expect(found(`${comment(words)}\n\nYou build.\n`)).toEqual([`1 Unexpected ${reason}`]);
  });
});
