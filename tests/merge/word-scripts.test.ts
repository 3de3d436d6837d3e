import fc from "fast-check";
import { expect, test } from "vitest";
import { compose } from "../../src/compose/handbook.js";
import { treeOf } from "../../src/match/tree.js";
import { decompose } from "../../src/read/decompose.js";
import { editBoth, type WordEdit, wordScripts } from "../helpers/edit-both/index.js";
import { openDocx } from "../helpers/edit-docx.js";
import { headingPosts } from "../helpers/heading-posts.js";
import { htmlPosts } from "../helpers/posts.js";
import { ladderOf, made, mergeBytes, renderedMarkdown, said } from "./made.js";

/** The short run is the same each time; the long one looks elsewhere. */
/** For each form of a post: 500 in all, and 10,000 in the long run. */
const RUNS = process.env.RUNGBOOK_LONG ? 5000 : 150;

interface Form {
  posts: fc.Arbitrary<string>;
  written(post: string): Promise<string>;
  /** Of how many changes one may have no place. */
  oneIn: number;
}

const FORMS: Record<string, Form> = {
  "HTML tables": { posts: htmlPosts, written: async (post) => post, oneIn: 10 },
  "our own Markdown": { posts: htmlPosts, written: renderedMarkdown, oneIn: 10 },
  // A heading that names no level any more, a track of one level: these the post can't be given.
  headings: { posts: headingPosts, written: async (post) => post, oneIn: 6 },
};

test.each(Object.entries(FORMS))(
  "any edits in Word of a post in %s are in the post, or told",
  async (form, { posts, written, oneIn }) => {
    const counts = { scripts: 0, made: 0, unplaced: 0, left: 0 };
    const kinds: Partial<Record<WordEdit["kind"], number>> = {};
    await fc.assert(
      fc.asyncProperty(posts, wordScripts(4), async (raw, script) => {
        const post = await made(await written(raw.replace(/^\ufeff/, "")), "x.md");
        const docx = openDocx(post.docx);
        const document = compose(structuredClone(post.ladder));
        counts.scripts++;
        for (const kind of editBoth(docx, document, script)) kinds[kind] = (kinds[kind] ?? 0) + 1;
        const bytes = docx.save();
        const { changes, text } = mergeBytes(bytes, post);
        for (const { outcome } of changes) if (outcome in counts) counts[outcome as "made"]++;
        expect(changes.filter(({ outcome }) => outcome === "conflict")).toEqual([]);
        if (changes.some(({ outcome }) => outcome === "unplaced")) return;
        const now = ladderOf(text ?? "", "x.md");
        expect(said(treeOf(compose(now)))).toEqual(said(treeOf(compose(decompose(document)))));
        expect(mergeBytes(bytes, post, { now: text ?? "" }).text).toBe(text);
      }),
      { numRuns: RUNS },
    );
    console.log(`edits in Word, ${form}: ${JSON.stringify({ ...counts, kinds })}`);
    expect(counts.made).toBeGreaterThan(RUNS / 2);
    expect(counts.unplaced).toBeLessThan(counts.made / oneIn);
  },
  3_600_000,
);
