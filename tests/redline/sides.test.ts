import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compose } from "../../src/compose/handbook.js";
import type { Ladder } from "../../src/model/ladder.js";
import { readPost } from "../../src/read/index.js";
import { redline } from "../../src/redline/index.js";
import { editLadder, ladderEdits } from "../helpers/edit-ladder.js";
import { editedOf } from "../helpers/edited.js";
import { ladders, withoutPlaces } from "../helpers/ladders.js";
import { testResources } from "../helpers/resources.js";

const LONG = !!process.env.RUNGBOOK_LONG;

/** What a document shows: neither where it comes from, nor the colours that follow from the order. */
function shownBy(document: ReturnType<typeof compose>) {
  const { title, subtitle, author, date } = document.meta;
  const shown = { title, subtitle, author, date, blocks: document.blocks.map(plain) };
  // A bullet's leading term is derived, and not by readers.
  return JSON.parse(
    JSON.stringify(withoutPlaces(shown), (key, each) => (key === "term" ? undefined : each)),
  );
}

const plain = (block: ReturnType<typeof compose>["blocks"][number]) => {
  if (block.type === "part") return { ...block, hue: 0 };
  return block.type === "grid" ? { ...block, hues: [] } : block;
};

async function expectBoth(before: Ladder, after: Ladder): Promise<void> {
  const { value, messages } = await redline(before, after, { resources: testResources() });
  expect(messages).toEqual([]);
  expect(shownBy(editedOf(value, "accept").document)).toEqual(shownBy(compose(after)));
  expect(shownBy(editedOf(value, "reject").document)).toEqual(shownBy(compose(before)));
}

test("accepting all gives the ladder after, rejecting all the one before", async () => {
  await fc.assert(
    fc.asyncProperty(ladders, ladderEdits(8), async (ladder, edits) => {
      await expectBoth(ladder, editLadder(ladder, edits));
    }),
    { numRuns: LONG ? 2000 : 12 },
  );
});

test("also where the two are wholly different", async () => {
  await fc.assert(fc.asyncProperty(ladders, ladders, expectBoth), { numRuns: LONG ? 1000 : 6 });
});

const FILE = "2019-12-17-engineering-job-ladder.md";
const seed = readPost(readFileSync(`source/${FILE}`), { file: FILE }).value as Ladder;

test("for the seed", async () => {
  await fc.assert(
    fc.asyncProperty(ladderEdits(12), (edits) => expectBoth(seed, editLadder(seed, edits))),
    { numRuns: LONG ? 200 : 2 },
  );
});

test("for words of a level that are now in a table, which is no level's", async () => {
  const post = (text: string) => readPost(Buffer.from(text), { file: FILE }).value as Ladder;
  const words = "You try the words on those who wait.";
  const level = `## Engineer I\n\n${words}\n\n## Engineer II\n\nMore.\n`;
  await expectBoth(post(level), post(`| ${words} | |\n| - | - |\n| | |\n`));
});

test("for a text with more edits than are looked for", async () => {
  const post = (word: string) => {
    const text = Array.from({ length: 1500 }, (_, index) => `${word}${index} same`).join(" ");
    return readPost(Buffer.from(`# A ladder\n\n${text}\n`), { file: FILE }).value as Ladder;
  };
  await expectBoth(post("old"), post("now"));
});
