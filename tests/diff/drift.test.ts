import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compose } from "../../src/compose/handbook.js";
import { diffDocuments } from "../../src/diff/drift.js";
import type { Document, Part } from "../../src/document.js";
import { documentLines } from "../../src/document-lines.js";
import type { Item, Ladder } from "../../src/model/ladder.js";
import { readPost } from "../../src/read/index.js";

const file = "2019-12-17-engineering-job-ladder.md";
const document = compose(readPost(readFileSync(`source/${file}`), { file }).value as Ladder);

/** A copy of the seed's document, changed. */
function changed(change: (document: Document) => void): Document {
  const copy = structuredClone(document);
  change(copy);
  return copy;
}

const bulletsOf = ({ blocks }: Document) =>
  blocks
    .filter((block): block is Part => block.type === "part")
    .flatMap((part) => part.cards)
    .flatMap((card) => card.sections)
    .flatMap((section) => section.blocks)
    .flatMap((block) => (block.type === "list" ? block.items : []));

test("a document has no drift from itself", () => {
  expect(diffDocuments(document, structuredClone(document))).toEqual([]);
});

test("each of the 184 bullets, changed by a word, is one drift with its path and its place", () => {
  const paths = new Map(documentLines(document).map(({ place, path }) => [place, path]));
  const bullets = bulletsOf(document);
  expect(bullets).toHaveLength(184);
  const expected = bullets.map(({ text, place }) => ({
    path: paths.get(place),
    found: `${text} indeed`,
    expected: text,
    form: false,
    moved: null,
    whole: false,
    place,
  }));
  for (const { path } of expected) expect(path).toMatch(/^(?:SE|SRE|M) \S+ › .+ › \d+$/);
  // All at once, and some alone.
  const all = changed((copy) => {
    for (const bullet of bulletsOf(copy)) bullet.text += " indeed";
  });
  expect(diffDocuments(all, document)).toEqual(expected);
  for (let index = 0; index < bullets.length; index += 23) {
    const found = changed((copy) => {
      (bulletsOf(copy)[index] as Item).text += " indeed";
    });
    expect(diffDocuments(found, document)).toEqual([expected[index]]);
  }
});

test("a bullet that is gone, one too many, one that lost its link", () => {
  const section = (copy: Document) => (copy.blocks[1] as Part).cards[1]?.sections[3]?.blocks[0];
  const items = (copy: Document) => {
    const list = section(copy);
    return list?.type === "list" ? list.items : [];
  };
  const gone = diffDocuments(
    changed((copy) => void items(copy).splice(2, 1)),
    document,
  );
  expect(gone).toMatchObject([{ path: "SE 2 › Communication › 3", found: null }]);
  const more = diffDocuments(
    changed((copy) => void items(copy).splice(1, 0, { text: "New" })),
    document,
  );
  expect(more).toMatchObject([{ path: "SE 2 › Communication › 2", found: "New", expected: null }]);
  const bold = diffDocuments(
    changed((copy) => {
      const [first] = items(copy);
      if (first) first.spans = [{ type: "text", text: first.text, strong: true }];
    }),
    document,
  );
  expect(bold).toMatchObject([
    { path: "SE 2 › Communication › 1", found: expect.stringMatching(/^\*\*/) },
  ]);
});

test("a section under another name is one drift, one that is gone is one, and so is a moved bullet", () => {
  const cards = (copy: Document) => (copy.blocks[1] as Part).cards;
  const renamed = changed((copy) => {
    const section = cards(copy)[1]?.sections[3];
    if (section) section.title = { text: "Talking" };
  });
  expect(diffDocuments(renamed, document)).toMatchObject([
    { path: "SE 2 › Communication", found: "Talking", expected: "Communication", whole: false },
  ]);
  const gone = changed((copy) => void cards(copy)[1]?.sections.splice(3, 1));
  expect(diffDocuments(gone, document)).toMatchObject([
    { path: "SE 2 › Communication", found: null, expected: "Communication", whole: true },
  ]);
  const moved = changed((copy) => {
    const [from, to] = [3, 2].map((at) => cards(copy)[1]?.sections[at]?.blocks[0]);
    if (from?.type === "list" && to?.type === "list") to.items.push(...from.items.splice(0, 1));
  });
  expect(diffDocuments(moved, document)).toMatchObject([
    { path: "SE 2 › Communication › 1", moved: expect.stringMatching(/^SE 2 › .+ › \d+$/) },
  ]);
});

test("front matter is told at its line, once", () => {
  const found = changed((copy) => {
    copy.meta.title = "Another title";
    copy.meta.yaml = (copy.meta.yaml ?? "")
      .replace("Engineering Job Ladder", "Another title")
      .replace("layout: post", "layout: page");
  });
  expect(diffDocuments(found, document)).toMatchObject([
    { path: "front matter › layout", expected: "layout: post", place: { start: { line: 2 } } },
    { path: "title", found: "Another title", place: { start: { line: 3 } } },
  ]);
});

test("what is only shown drifts too: a heading, the title", () => {
  const found = changed((copy) => {
    copy.meta.title = "Another title";
    const card = (copy.blocks[1] as Part).cards[0];
    if (card) card.heading = "1 · Coder";
  });
  expect(diffDocuments(found, document)).toMatchObject([
    { path: "title", found: "Another title", expected: "Engineering Job Ladder" },
    { path: "SE 1 › heading", found: "1 · Coder", expected: "1 · Software Engineer" },
  ]);
});
