import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/handbook.js";
import type { Card, CardSection, Document } from "../../../src/document.js";
import type { Block, Item, Ladder, Row } from "../../../src/model/ladder.js";
import { readPost } from "../../../src/read/index.js";
import { writePdf } from "../../../src/write/pdf/index.js";
import { onPage } from "./made.js";
import { documentOf, everyBlock, ladder as sample } from "./sample.js";

type Counts = Record<string, number>;

/** What a document holds, counted without any part of the writer. */
function counted({ blocks }: Document): Counts {
  // The title, and the contents.
  const counts: Counts = { H1: 1, H2: 1 };
  const add = (type: string) => {
    counts[type] = (counts[type] ?? 0) + 1;
  };
  const ofRows = (rows: readonly Row[]) => {
    add("Table");
    for (const { cells } of rows) {
      add("TR");
      for (const cell of cells) each(cell.blocks);
    }
  };
  const ofItem = (item: Item) => {
    add("LI");
    each(item.blocks ?? []);
  };
  const of = (block: Block) => {
    if (block.type === "list") {
      add("L");
      block.items.forEach(ofItem);
    } else if (block.type === "table") ofRows(block.rows);
    else if (block.type === "quote") {
      add("BlockQuote");
      each(block.blocks);
    } else if (block.type === "note") {
      add("Note");
      each(block.blocks);
    } else if (block.type === "heading") add(`H${block.depth}`);
    else if (block.type === "code") add("Code");
  };
  const each = (list: readonly Block[]) => list.forEach(of);
  const ofSection = (section: CardSection, depth: number) => {
    add(`H${depth}`);
    each(section.blocks);
    for (const inner of section.sections) ofSection(inner, depth + 1);
  };
  const ofCard = (card: Card) => {
    add("H3");
    each(card.summary);
    for (const section of card.sections) ofSection(section, 4);
  };
  for (const block of blocks) {
    if (block.type === "part") {
      add("H2");
      each(block.intro);
      block.cards.forEach(ofCard);
    } else if (block.type === "grid") {
      add("H2");
      ofRows(block.rows);
    } else of(block);
  }
  return counts;
}

/** The structure elements of a PDF by their type: the objects of the file, not what any page shows. */
function tagged(bytes: Uint8Array): Counts {
  const counts: Counts = {};
  for (const [, type = ""] of Buffer.from(bytes)
    .toString("latin1")
    .matchAll(/\/S \/(\w+)\n\/P \d/g))
    counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

const SIZES = { A5: [419.53, 595.28], A4: [595.28, 841.89], Letter: [612, 792] } as const;
const MARGINS = [36, 57, 85];

/** The tags of a document on pages of each size with each margin. */
async function everywhere(document: Document, ladder: Ladder): Promise<Counts[]> {
  const made: Counts[] = [];
  for (const [width, height] of Object.values(SIZES))
    for (const margin of MARGINS) {
      const resources = onPage(width, height, margin);
      made.push(tagged((await writePdf({ document, ladder, resources })).value));
    }
  return made;
}

const seed = readPost(readFileSync("source/2019-12-17-engineering-job-ladder.md"), {
  file: "2019-12-17-engineering-job-ladder.md",
}).value as Ladder;

const DOCUMENTS: [string, Document, Ladder][] = [
  ["the seed", compose(seed), seed],
  ["every kind of block", documentOf(everyBlock()), sample],
];

describe("the tags are those of the model, on three sizes of page with three margins", () => {
  it.each(DOCUMENTS)("%s", async (_, document, ladder) => {
    const expected = counted(document);
    const all = await everywhere(document, ladder);
    expect(all).toHaveLength(9);
    for (const counts of all) {
      expect(counts).toMatchObject(expected);
      expect(counts).toEqual(all[0]);
    }
  });

  it("the seed has what it is known for", () => {
    expect(counted(compose(seed))).toMatchObject({ LI: 184, H3: 12, H4: 43, Table: 1 });
  });
});
