import { beforeAll, describe, expect, it } from "vitest";
import { openDocx } from "../helpers/edit-docx.js";
import { hasOffice, savedByOffice, WITHOUT_OFFICE } from "../helpers/office.js";
import {
  bookmark,
  changedLines,
  type Made,
  markdownSeed,
  mergeBytes,
  mergeEdit,
  seed,
  wordsToChange as words,
} from "./made.js";

let posts: Record<string, Made>;

beforeAll(async () => {
  posts = { HTML: await seed(), Markdown: await markdownSeed() };
});

describe.each(["HTML", "Markdown"])(
  "each of the 184 expectations, changed by a word, in %s",
  (name) => {
    it("is one changed line, the right one", () => {
      const post = posts[name] as Made;
      expect(words(post)).toHaveLength(184);
      // Markdown is slower to read: all of it in the long run.
      const step = name === "HTML" || process.env.RUNGBOOK_LONG ? 1 : 8;
      const all = words(post).filter(([number]) => number % step === 0);
      for (const [number, word, line] of all) {
        const { text, changes } = mergeEdit(post, (docx) =>
          docx.change(bookmark(number), word, "anew"),
        );
        expect(changes.map(({ kind, outcome }) => `${outcome} ${kind}`)).toEqual(["made reworded"]);
        expect(changedLines(post.text, text)).toEqual([line]);
      }
    }, 600_000);

    it("all at once are as many changed lines, also where changes were tracked", () => {
      const post = posts[name] as Made;
      const docx = openDocx(post.docx);
      docx.tracking = { author: "Ann", date: "2026-01-02T03:04:05Z" };
      for (const [number, word] of words(post)) docx.change(bookmark(number), word, "anew");
      const lines = words(post).map(([, , line]) => line);
      expect(changedLines(post.text, mergeBytes(docx.save(), post).text)).toEqual(lines);
      const { text, changes } = mergeBytes(docx.save(), post, { changes: "reject" });
      expect(changes).toEqual([]);
      expect(text).toBe(post.text);
    });

    it.skipIf(!hasOffice)(
      `the same after LibreOffice has saved the file (${WITHOUT_OFFICE})`,
      () => {
        const post = posts[name] as Made;
        expect(mergeBytes(savedByOffice(post.docx), post)).toMatchObject({
          changes: [],
          text: post.text,
        });
        const docx = openDocx(post.docx);
        for (const [number, word] of words(post)) docx.change(bookmark(number), word, "anew");
        const { text } = mergeBytes(savedByOffice(docx.save()), post);
        expect(changedLines(post.text, text)).toEqual(words(post).map(([, , line]) => line));
      },
      120_000,
    );
  },
);
