import { readFileSync } from "node:fs";
import { basename } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compose } from "../../src/compose/handbook.js";
import { diffShown } from "../../src/compose/shown/index.js";
import type { Document } from "../../src/document.js";
import type { Block, Cell, Ladder } from "../../src/model/ladder.js";
import { readPost, readShownTexts } from "../../src/read/index.js";
import { corpus, hasCorpus } from "../helpers/corpus.js";
import { drawable, ladders } from "../helpers/ladders.js";
import { renderAll } from "../helpers/render.js";
import { written } from "../write/pdf/made.js";
import {
  card,
  documentOf,
  everyBlock,
  list,
  paragraph,
  part,
  table,
  wordsOf,
} from "../write/pdf/sample.js";

const LONG = process.env.RUNGBOOK_LONG ? 20 : 1;

/** What of a PDF just written differs from its document. */
async function alarms(pdf: Uint8Array, document: Document) {
  const { value, messages } = await readShownTexts(pdf);
  expect(messages).toEqual([]);
  return diffShown(value ?? [], document);
}

async function alarmsOf(ladder: Ladder) {
  const { pdf } = await renderAll(ladder, ["pdf"]);
  return alarms(pdf, compose(ladder));
}

const ladderOf = (path: string): Ladder | null =>
  readPost(readFileSync(path), { file: basename(path) }).value;

test("the PDF of the seed shows its ladder", async () => {
  const seed = ladderOf("source/2019-12-17-engineering-job-ladder.md") as Ladder;
  expect(await alarmsOf(seed)).toEqual([]);
});

test("the PDF of any ladder shows that ladder", async () => {
  await fc.assert(
    fc.asyncProperty(ladders.map(drawable), async (ladder) => {
      expect(await alarmsOf(ladder)).toEqual([]);
    }),
    { numRuns: 100 * LONG },
  );
});

const cellOf = (blocks: Block[], more: Partial<Cell> = {}): Cell => ({ blocks, ...more });
const nested = (depth: number): Block => ({
  type: "list",
  ordered: depth % 2 === 0,
  items: [{ text: `level ${depth}`, ...(depth > 0 && { blocks: [nested(depth - 1)] }) }],
});
const bullets = Array.from({ length: 80 }, (_, index) => `Bullet number ${index} of many`);
const facts = Array.from({ length: 60 }, (_, index) => ({
  name: "Fact",
  value: { text: `value ${index % 7}` },
  role: "other" as const,
}));

/** Texts in columns that break over pages, the same ones again and again, and nested ones. */
const broken: Record<string, Document["blocks"]> = {
  "one of every block": everyBlock(),
  "a paragraph of many pages": [paragraph(wordsOf(3000))],
  "cells that run over pages": [
    table([
      ["a", "b"],
      [wordsOf(900, "left"), wordsOf(1200, "right")],
    ]),
  ],
  "a cell that spans rows over pages": [
    {
      type: "table",
      rows: [
        { cells: [cellOf([paragraph(wordsOf(800, "span"))], { rowspan: 3 }), cellOf([])] },
        { cells: [cellOf([paragraph("two")])] },
        { cells: [cellOf([paragraph(wordsOf(700, "three"))])] },
      ],
    },
  ],
  "cells of the same words": [
    {
      type: "table",
      rows: [
        {
          cells: [
            cellOf([list(...bullets.map(() => "x"), "z")]),
            cellOf([list(...bullets.map((_, index) => (index % 3 === 0 ? "y" : "x")))]),
            cellOf([list(...bullets.map((_, index) => `x ${index}`))]),
          ],
        },
      ],
    },
  ],
  "lists forty deep": [nested(40)],
  "long levels": [part(card("3/4", "Director", bullets), card("5", "Head", [wordsOf(900)]))],
  "names that nobody sees": [
    {
      ...part(card("\u200b", "\u00ad", ["x"]), card("2", "Two", ["y"])),
      title: { text: "\u200b" },
    },
    { ...part(card("3", "Three", ["z"])), title: { text: "" } },
  ],
  "a level of many facts": [part({ ...card("1", "Engineer", bullets), facts })],
};

test.each(Object.entries(broken))("a PDF of %s shows its document", async (_, blocks) => {
  const document = documentOf(blocks);
  expect(await alarms((await written(document)).value, document)).toEqual([]);
});

describe.skipIf(!hasCorpus)("of published ladders (skipped where they are missing)", () => {
  test.each(corpus)("the PDF of %s shows its ladder", async (_, path) => {
    expect(await alarmsOf(ladderOf(path) as Ladder)).toEqual([]);
  });
});
