import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Ladder } from "../../../src/model/ladder.js";
import { items, tracksOf } from "../../../src/model/walk.js";
import { read, readPost } from "../../../src/read/index.js";
import { FORMATS } from "../../../src/write/index.js";
import { corpus, hasCorpus } from "../../helpers/corpus.js";
import { openDocx } from "../../helpers/edit-docx.js";
import { withoutPlaces } from "../../helpers/ladders.js";
import { renderAll } from "../../helpers/render.js";
import { changedLines, type Made, made, mergeBytes, mergeEdit } from "../../merge/made.js";

/** The published ladders that have a heading per level, and how many levels each of their tracks has. */
const LEVELS: Record<string, number[]> = {
  "etsy__Etsy-Engineering-Career-Ladder/index.md": [6],
  "jorgef__engineeringladders/Developer.md": [7],
  "jorgef__engineeringladders/EngineeringManager.md": [3],
  "jorgef__engineeringladders/TechLead.md": [4],
  "jorgef__engineeringladders/TechnicalProgramManager.md": [4],
  "learn-with-me__docs-best-practices-templates/src/career-leveling-guide.md": [8],
  "loanmarket__career-ladder/Cloud.md": [6],
  "loanmarket__career-ladder/Engineering.md": [8],
  "loanmarket__career-ladder/QA-QE.md": [6],
  "postman-open-technologies__career-ladders/career-ladder-for-open-source-contributors.md": [6],
  "postman-open-technologies__career-ladders/career-ladder-for-ospo-engineers.md": [6],
  "sourcegraph__handbook/content/departments/engineering/dev/career-development/framework.md": [5],
  "sourcegraph__handbook/content/departments/technical-success/support/career-growth/cs-career-framework.md":
    [5],
};

test.skipIf(!hasCorpus)("of the published ladders, these are tracks, and no others", () => {
  const found = corpus.flatMap(([name, path]): [string, number[]][] => {
    const { value } = readPost(readFileSync(path), { file: basename(path) });
    const tracks = tracksOf(value?.content ?? []);
    return tracks.length > 0 ? [[name, tracks.map(({ levels }) => levels.length)]] : [];
  });
  expect(Object.fromEntries(found)).toEqual(LEVELS);
});

describe.skipIf(!hasCorpus).each(Object.keys(LEVELS))(
  "%s (skipped where it is missing)",
  (name) => {
    const [, path = ""] = corpus.find(([each]) => each === name) ?? [];
    let post: Made;
    beforeAll(async () => {
      post = await made(readFileSync(path, "utf8"), basename(path));
    });

    test("law 2: read from any of its renderings it is itself", async () => {
      const renderings = await renderAll(post.ladder);
      for (const format of FORMATS) {
        const { value } = await read(renderings[format], { file: `ladder.${format}` });
        expect(withoutPlaces(value)).toEqual(withoutPlaces(post.ladder));
      }
    });

    test("law 4: a word of each expectation, all at once, is a line each", () => {
      const docx = openDocx(post.docx);
      const lines = wordsOf(post.ladder).map(([number, word, line]) => {
        docx.change({ bookmark: `_rbi${number}` }, word, "anew");
        return line;
      });
      const { text } = mergeBytes(docx.save(), post);
      expect(changedLines(post.text, text)).toEqual([...new Set(lines)]);
    });

    test("law 4: another title of each level is a line", () => {
      const levels = tracksOf(post.ladder.content).flatMap((track) => track.levels);
      for (const [index, { titles, place }] of levels.entries()) {
        const word = titles[0]?.split(" ").find((each) => /^[A-Z][a-z]{4,}$/.test(each));
        if (word === undefined) continue;
        const at = { bookmark: `_rbf${index + 1}` };
        const { text, changes } = mergeEdit(post, (docx) => docx.change(at, word, `New ${word}`));
        expect(changes.map(({ outcome }) => outcome)).toEqual(["made"]);
        expect(changedLines(post.text, text)).toEqual([place?.start.line]);
      }
    });
  },
);

/** A word of each expectation that is one of its first line: its number, and the line. */
const wordsOf = ({ content }: Ladder): [number, string, number][] =>
  items(content).flatMap(({ text, place }, index) => {
    const word = /^[^a-z]*([a-z]{3,})\b/i.exec(text)?.[1];
    return word && place ? [[index + 1, word, place.start.line] as const] : [];
  }) as [number, string, number][];
