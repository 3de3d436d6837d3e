import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { readPost } from "../../src/read/index.js";
import { FORMATS } from "../../src/write/index.js";
import { corpus, hasCorpus } from "../helpers/corpus.js";
import { renderAll } from "../helpers/render.js";
import { TEXT_OF } from "../helpers/texts.js";

const POSTS = [
  "source/2019-12-17-engineering-job-ladder.md",
  "tests/fixtures/2024-02-29-small-ladder.md",
  "tests/fixtures/headings-labels.md",
  "tests/fixtures/headings-right-to-left.md",
];

/** The lines of text of a post, found without any reader of ours: tags, comments and marks cut out. */
function linesOf(post: string, isPage: boolean): string[] {
  const body = post.replace(/^---\n[\s\S]*?\n---\n/, "");
  const shown = body
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^```\w+$/gm, "```")
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<img [^>]*?alt="([^"]*)"[^>]*>/g, "$1")
    .replace(/<\/?[a-z][^>]*>/gi, "\n");
  const text = isPage
    ? shown
    : shown.replace(/\]\([^)]*\)/g, "]\n").replace(/^\[[^\]]*\]:.*$/gm, "");
  return text.split("\n").flatMap((line) => {
    const decoded = load(`<p>${line.replaceAll("<", "&lt;")}`).text();
    const words = decoded.match(isPage ? /.+/g : /[^*_`|#>[\]\\~]+/g) ?? [];
    return words
      .map((part) => part.replace(/^\s*(?:[-+*]|\d+[.)])\s/, ""))
      .filter((part) => /\p{L}/u.test(part));
  });
}

/** Without white space, and with ligatures and presentation forms resolved as copying does. */
const bare = (text: string): string =>
  text.normalize("NFKC").replace(/\s+|\p{Default_Ignorable_Code_Point}/gu, "");

/** A cell that goes on on the next page comes in two pieces, with the cells beside it between. */
const MAX_PIECES = 3;

/** Whether the words of a line stand in a text, in order; those of scripts written from the right in any. */
function holds(text: string, line: string): boolean {
  if (/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(line)) {
    return line.split(/[\s()،,؛:.]+/).every((word) => text.includes(bare(word)));
  }
  let rest = bare(line);
  for (let piece = 0; piece < MAX_PIECES && rest !== ""; piece++) {
    let length = rest.length;
    while (length > 0 && !text.includes(rest.slice(0, length))) length--;
    rest = rest.slice(length);
  }
  return rest === "";
}

async function missing(path: string): Promise<Record<string, string[]>> {
  const bytes = readFileSync(path);
  const { value: ladder, messages } = readPost(bytes, { file: basename(path) });
  expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  if (!ladder) throw new Error(`${path} gives no ladder`);
  const lines = linesOf(bytes.toString(), path.endsWith(".html"));
  expect(lines.length).toBeGreaterThan(3);
  const found: Record<string, string[]> = {};
  const renderings = await renderAll(ladder);
  for (const format of FORMATS) {
    const text = bare(await TEXT_OF[format](renderings[format]));
    const lost = lines.filter((line) => !holds(text, line));
    if (lost.length > 0) found[format] = lost;
  }
  return found;
}

test.each(POSTS)(
  "law 1: every line of %s is in every rendering, as other tools read it",
  async (post) => {
    expect(await missing(post)).toEqual({});
  },
);

describe.skipIf(!hasCorpus)("law 1 on published ladders (skipped where they are missing)", () => {
  test.each(corpus)("%s", async (_, path) => {
    expect(await missing(path)).toEqual({});
  });
});
