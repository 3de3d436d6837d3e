import { readFileSync } from "node:fs";
import * as path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lintedPost } from "../../../src/lint/post.js";
import { placeWithin, unitsOf } from "../../../src/lint/words/shown.js";
import type { Node } from "../../../src/match/tree.js";
import { inlineOf } from "../../../src/merge/source/inline.js";
import { PostSource } from "../../../src/merge/source/post.js";
import { leaves } from "../../../src/model/walk.js";
import { Source } from "../../../src/read/source.js";
import { corpus, hasCorpus } from "../../helpers/corpus.js";
import { flawedPosts } from "../../helpers/flawed.js";
import { htmlPosts } from "../../helpers/posts.js";

/** White space may be counted from either end, and halves of a character have one place or two. */
const LETTER = /[^\s\ud800-\udfff]/;

/** Long runs are made where asked for. */
const RUNS = process.env.RUNGBOOK_LONG ? 1000 : 25;

/**
 * How many texts of a post are found where the tree of the post has them, which knows tags from words;
 * of those in which both find each unit.
 */
function expectSameUnits(bytes: Uint8Array, file: string): number {
  const { value } = lintedPost(bytes, { file });
  if (!value) return 0;
  const post = new PostSource(value.text, /\.html?$/.test(file));
  let count = 0;
  for (const { rich, place, code } of leaves(value.ladder.content)) {
    // Of an image, the tree has the words where the image stands.
    const isPlain = !code && !rich.spans?.some(({ type }) => type === "image");
    const units = place && isPlain ? unitsOf(rich, place, value.text) : null;
    const node = { kind: "paragraph", rich, place } as unknown as Node;
    const chars = units && inlineOf(node, post)?.chars;
    if (!units || !chars) continue;
    const startsOf = (starts: readonly number[]) =>
      starts.flatMap((start, index) => (LETTER.test(rich.text[index] ?? "") ? [start] : []));
    expect(startsOf(units.map(([start]) => start))).toEqual(
      startsOf(chars.map(({ start }) => start)),
    );
    count++;
  }
  return count;
}

describe("each unit of a text is found where it is written", () => {
  const check = (posts: fc.Arbitrary<string>) => {
    let count = 0;
    fc.assert(
      fc.property(posts, (post) => {
        count += expectSameUnits(new TextEncoder().encode(post), "post.md");
      }),
      { numRuns: RUNS },
    );
    expect(count).toBeGreaterThan(2 * RUNS);
  };

  test("of posts full of slips", () => check(flawedPosts));
  test("of posts of tables", () => check(htmlPosts));

  test.skipIf(!hasCorpus)("of published ladders", () => {
    const some = corpus.filter((_, index) => process.env.RUNGBOOK_LONG || index % 10 === 0);
    const counts = some.map(([, file]) => expectSameUnits(readFileSync(file), path.basename(file)));
    expect(counts.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(50 * some.length);
  });
});

test("a place within another counts its lines and columns as the whole text does", () => {
  const text = "- one\r\n  two\n- three\r  four";
  const source = new Source(text);
  const offset = fc.nat(text.length).filter((at) => text.slice(at - 1, at + 1) !== "\r\n");
  fc.assert(
    fc.property(fc.array(offset, { minLength: 3, maxLength: 3 }), (offsets) => {
      const [from = 0, start = 0, end = 0] = offsets.sort((a, b) => a - b);
      const place = source.place(from, text.length);
      expect(placeWithin(place, { start, end }, text)).toEqual(source.place(start, end));
    }),
  );
});
