import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compose } from "../../src/compose/handbook.js";
import { documentLines } from "../../src/document-lines.js";
import { lint } from "../../src/lint/index.js";
import { readPost } from "../../src/read/post/index.js";
import { htmlPosts } from "../helpers/posts.js";

const FORMS = ["4+", "2 - 6 years", "5–10 years", "10 +", "1 to 2", "3-5", "9+ years"];
const TITLES = ["Domain expertise", "DOMAIN EXPERTISE", "Domain  Expertise:", "Expertise"];

/** Three values that agree but for one, which may be at any place. */
const oddOneIn = (usual: readonly string[], odd: readonly string[]) =>
  fc
    .tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom(...odd))
    .map(([at, other]) => usual.with(at, other));

/** Posts whose levels tell years of experience and sections in many ways. */
const flawed = fc
  .record({
    post: htmlPosts,
    forms: oddOneIn(["0-3 years", "2-6 years", "5-8 years"], FORMS),
    titles: oddOneIn(Array(3).fill("Domain Expertise"), TITLES),
  })
  .map(({ post, forms, titles }) => {
    let [fact, section] = [0, 0];
    return post
      .replace(
        /<h3>Title<\/h3>/g,
        (head) => `<h3>Experience</h3><p>${forms[fact++ % 3]}</p>${head}`,
      )
      .replace(
        /(<tr id="l\d+">[\s\S]*?<h4[^>]*>)[^<]*/g,
        (_, head) => head + titles[section++ % 3],
      );
  });

const OPTIONS = { file: "post.md" };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const textsOf = (bytes: Uint8Array) => {
  const { value } = readPost(bytes, OPTIONS);
  if (!value) throw new Error("expected a post that can be read");
  return documentLines(compose(value));
};
const linesOf = (bytes: Uint8Array) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\n");

/** Mends a post and says what became of it: lines of the file, and texts of the ladder. */
function mend(post: Uint8Array) {
  const told = lint(post, OPTIONS).messages;
  const { value: fixed } = lint(post, { ...OPTIONS, fix: true });
  const [old, now] = [linesOf(post), linesOf(fixed)];
  const lines = now.flatMap((line, index) => (line === old[index] ? [] : [index + 1]));
  return { told, fixed, old, now, lines, before: textsOf(post), after: textsOf(fixed) };
}

/** What a fix may have changed: lines of which something was told, and the texts that stand there. */
function expectOnlyMeant(post: Uint8Array) {
  const { told, fixed, old, now, lines, before, after } = mend(post);
  expect(now.length).toBe(old.length);
  const toldLines = new Set(told.map(({ line }) => line));
  expect(lines.filter((line) => !toldLines.has(line))).toEqual([]);
  expect(after.map(({ kind }) => kind)).toEqual(before.map(({ kind }) => kind));
  for (const [index, { marked, place }] of after.entries()) {
    if (marked === before[index]?.marked) continue;
    const at = lines.some((line) => place && place.start.line <= line && line <= place.end.line);
    expect([marked, at]).toEqual([marked, true]);
  }
  expect(lint(fixed, { ...OPTIONS, fix: true }).value).toEqual(fixed);
  return lines.length;
}

describe("what is mended is what was told, and nothing else", () => {
  test("of generated posts", () => {
    let count = 0;
    fc.assert(
      fc.property(flawed, (post) => {
        count += expectOnlyMeant(bytesOf(post));
      }),
      { numRuns: 25 },
    );
    // A law about fixes that are never made would hold of anything.
    expect(count).toBeGreaterThan(5);
  });

  test("of generated posts without flaws of the structure", () => {
    fc.assert(
      fc.property(htmlPosts, (post) => {
        expectOnlyMeant(bytesOf(post));
      }),
      { numRuns: 10 },
    );
  });
});
