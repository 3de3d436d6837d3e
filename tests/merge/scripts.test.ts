import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compose } from "../../src/compose/handbook.js";
import { nodesBelow, treeOf } from "../../src/match/tree.js";
import { type Favour, merge } from "../../src/merge/index.js";
import { decompose } from "../../src/read/decompose.js";
import { type Edit, editDocument, scripts } from "../helpers/edit-document.js";
import { headingPosts } from "../helpers/heading-posts.js";
import { htmlPosts } from "../helpers/posts.js";
import { ladderOf, renderedMarkdown, said } from "./made.js";

const LONG = process.env.RUNGBOOK_LONG ? 40 : 1;
/** The short run is the same each time; the long one looks elsewhere. */
const TIMEOUT = 1_800_000;

/** A post, what was done to its document in words of its own, and the merge of that. */
function merged(
  base: string,
  file: string,
  script: readonly Edit[],
  prefix: string,
  now = base,
  favour: Favour = null,
) {
  const ladder = ladderOf(base, file);
  const theirs = editDocument(compose(ladder), script, prefix);
  const ours = { ladder: now === base ? ladder : ladderOf(now, file), text: now, file };
  const result = merge({ theirs, base: ladder, ours, favour, keepAutocorrect: true });
  return { ...result, theirs };
}

const withoutMarkOf = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  texts.map((post) => post.replace(/^\ufeff/, ""));
const withoutMark = withoutMarkOf(htmlPosts);
const fixture = (name: string) => fc.constant(readFileSync(`tests/fixtures/${name}`, "utf8"));
const SEED = "2019-12-17-engineering-job-ladder.md";
const posts: [string, fc.Arbitrary<string>, number][] = [
  [SEED, fc.constant(readFileSync(`source/${SEED}`, "utf8")), 6],
  ["ladder.md", fc.constant(readFileSync("output/engineering-job-ladder.md", "utf8")), 4],
  ["small.md", fixture("2024-02-29-small-ladder.md"), 50],
  ["made.md", withoutMark, process.env.RUNGBOOK_LONG ? 125 : 80],
  ["headings-labels.md", fixture("headings-labels.md"), 30],
  ["headings-two-tracks.md", fixture("headings-two-tracks.md"), 30],
  ["made-headings.md", withoutMarkOf(headingPosts), process.env.RUNGBOOK_LONG ? 125 : 80],
];

test.each(posts)(
  "edits of every kind in %s come out as they were made, once, or are told",
  (file, texts, runs) => {
    fc.assert(
      fc.property(texts, scripts(4), (text, script) => {
        const result = merged(text, file, script, "zq");
        const outcomes = new Set(result.changes.map(({ outcome }) => outcome));
        expect([...outcomes].filter((each) => each === "conflict")).toEqual([]);
        const now = result.text ?? "";
        expect(merged(text, file, script, "zq", now).text).toBe(now);
        if (outcomes.has("unplaced")) return;
        const shown = said(treeOf(compose(decompose(result.theirs.document))));
        expect(said(treeOf(compose(ladderOf(now, file))))).toEqual(shown);
      }),
      { numRuns: runs * LONG },
    );
  },
  TIMEOUT,
);

const markersIn = (text: string, prefix: string) =>
  new Set(text.match(new RegExp(`${prefix}\\d+`, "g")));

/** All texts that a post says, in no order. */
const textsOf = (text: string, file: string): string[] =>
  Array.from(nodesBelow(treeOf(compose(ladderOf(text, file)))), ({ kind, rich }) =>
    kind === "shown" ? "" : (rich?.text ?? ""),
  ).sort();

const forms: [string, fc.Arbitrary<string>, (post: string) => Promise<string>][] = [
  ["HTML tables", withoutMark, async (post) => post],
  ["our own Markdown", withoutMark, renderedMarkdown],
  ["headings", withoutMarkOf(headingPosts), async (post) => post],
];

test.each(forms)(
  "of edits in Word and in the post, in %s, none is lost: each is in the post, or in a conflict",
  async (form, texts, written) => {
    const counts = { scripts: 0, merges: 0, conflicts: 0, kept: 0, told: 0, eitherWay: 0 };
    await fc.assert(
      fc.asyncProperty(texts, scripts(4), scripts(4), async (raw, inWord, inPost) => {
        const text = await written(raw);
        const post = merged(text, "made.md", inPost, "zo").text;
        if (post === null) return;
        const { changes, text: now, theirs } = merged(text, "made.md", inWord, "zq", post);
        const told = JSON.stringify(
          changes.flatMap(({ outcome, before, after, ours }) =>
            outcome === "conflict" || outcome === "unplaced" ? [before, after, ours] : [],
          ),
        );
        counts.scripts++;
        counts[now === null ? "conflicts" : "merges"]++;
        for (const word of markersIn(JSON.stringify(theirs.document.blocks), "zq")) {
          const isIn = now?.includes(word) ?? changes.some(({ after }) => after?.includes(word));
          counts[isIn ? "kept" : "told"]++;
          expect(isIn || told.includes(word), `${word} of Word`).toBe(true);
        }
        for (const word of markersIn(post, "zo"))
          expect((now ?? post).includes(word) || told.includes(word), `${word} of the post`).toBe(
            true,
          );
        // What is taken away or moved brings no word: it is gone whichever edits come first.
        const word = merged(text, "made.md", inWord, "zq").text;
        const other = word === null ? null : merged(text, "made.md", inPost, "zo", word);
        if (now === null || !other?.text) return;
        const all = [...changes, ...other.changes];
        if (all.some(({ outcome }) => outcome === "unplaced")) return;
        counts.eitherWay++;
        expect(textsOf(other.text, "made.md")).toEqual(textsOf(now, "made.md"));
      }),
      { numRuns: (LONG > 1 ? 125 : 80) * LONG },
    );
    console.log(`edits on both sides, ${form}: ${JSON.stringify(counts)}`);
    expect(counts.merges).toBeGreaterThan(counts.conflicts);
  },
  TIMEOUT,
);

test(
  "--ours keeps all of the post, --theirs all of the Word file that has a place",
  () => {
    fc.assert(
      fc.property(withoutMark, scripts(4), scripts(4), (text, inWord, inPost) => {
        const post = merged(text, "made.md", inPost, "zo").text ?? text;
        const ours = merged(text, "made.md", inWord, "zq", post, "ours").text ?? "";
        for (const word of markersIn(post, "zo")) expect(ours).toContain(word);
        const {
          theirs,
          changes,
          text: now,
        } = merged(text, "made.md", inWord, "zq", post, "theirs");
        const told = JSON.stringify(
          changes.filter(({ outcome }) => outcome === "unplaced").map(({ after }) => after),
        );
        for (const word of markersIn(JSON.stringify(theirs.document.blocks), "zq"))
          expect((now ?? "").includes(word) || told.includes(word), word).toBe(true);
      }),
      { numRuns: 40 * LONG },
    );
  },
  TIMEOUT,
);
