import fc from "fast-check";
import { expect, test } from "vitest";
import { lint } from "../../../src/lint/index.js";
import { RULES } from "../../../src/lint/rules/index.js";
import { leaves } from "../../../src/model/walk.js";
import { readPost } from "../../../src/read/post/index.js";
import { flawedPosts } from "../../helpers/flawed.js";

const NAMES = new Set([
  ...["doubled-space", "doubled-word", "mixed-full-stops", "mixed-quotes", "no-break-space"],
  ...["space-before-punctuation", "trailing-space"],
]);
const OPTIONS = { file: "post.md", rules: RULES.filter(({ name }) => NAMES.has(name)) };

/** Long runs are made where asked for. */
const RUNS = process.env.RUNGBOOK_LONG ? 1000 : 30;

/** The texts of a post without what the fixes are about; code as it is. */
function wordsIn(bytes: Uint8Array): string[] {
  const { value } = readPost(bytes, OPTIONS);
  if (!value) throw new Error("expected a post that can be read");
  return leaves(value.content).map(({ rich, code }) => {
    if (code) return rich.text;
    const codes = (rich.spans ?? []).flatMap((span) =>
      span.type === "text" && span.code ? [span.text] : [],
    );
    const words = rich.text
      // A no-break space that becomes a space may lay a doubled word bare.
      .replace(/\s+/g, " ")
      .replace(/[“”]/g, '"')
      .replace(/’/g, "'")
      .replace(/(?<!\p{L})(the|and) \1(?!\p{L})/gu, "$1")
      .replace(/\.$|\s/g, "");
    return [words, ...codes].join("|");
  });
}

test("fixes change nothing but spaces, quotes, full stops and doubled words, and all at once", () => {
  let count = 0;
  fc.assert(
    fc.property(flawedPosts, (post) => {
      const bytes = new TextEncoder().encode(post);
      if (!readPost(bytes, OPTIONS).value) return;
      const { value: fixed } = lint(bytes, { ...OPTIONS, fix: true });
      if (!Buffer.from(fixed).equals(Buffer.from(bytes))) count++;
      expect(wordsIn(fixed)).toEqual(wordsIn(bytes));
      expect(new TextDecoder().decode(lint(fixed, { ...OPTIONS, fix: true }).value)).toBe(
        new TextDecoder().decode(fixed),
      );
    }),
    { numRuns: RUNS },
  );
  // A law about fixes that are never made would hold of anything.
  expect(count).toBeGreaterThan(RUNS / 3);
});
