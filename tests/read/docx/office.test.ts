import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compose } from "../../../src/compose/handbook.js";
import { markedNodes } from "../../../src/document-marks.js";
import { ladderJson } from "../../../src/model/json.js";
import type { Block, Item, Ladder } from "../../../src/model/ladder.js";
import { readPost } from "../../../src/read/post/index.js";
import { writeDocx } from "../../../src/write/docx/index.js";
import { openDocx } from "../../helpers/edit-docx.js";
import { editedOf, itemsOf, writtenDocx } from "../../helpers/edited.js";
import { withoutPlaces } from "../../helpers/ladders.js";
import { hasOffice, savedByOffice, WITHOUT_OFFICE } from "../../helpers/office.js";
import { testResources } from "../../helpers/resources.js";
import { documentOf, ladder as sample } from "../../write/pdf/sample.js";

const file = "2019-12-17-engineering-job-ladder.md";
const seed = readPost(readFileSync(`source/${file}`), { file }).value as Ladder;
const document = compose(seed);

test("what LibreOffice has saved is the same document, of the same nodes and base", {
  timeout: 120_000,
}, async (context) => {
  if (!hasOffice) context.skip(WITHOUT_OFFICE);
  const edited = editedOf(savedByOffice(await writtenDocx(document, seed)));
  expect(withoutPlaces(edited.document)).toEqual(withoutPlaces(document));
  expect(edited.base).toEqual(JSON.parse(ladderJson(seed)));
  expect(edited.origin).toEqual(seed.origin);
  const before = [...markedNodes(document)].map(({ kind, number }) => [kind, [number]]);
  const after = [...markedNodes(edited.document)].map(({ kind, node }) => [
    kind,
    edited.marks.get(node),
  ]);
  expect(after).toEqual(before);
  expect([edited.tracked, edited.comments, edited.foreign]).toEqual([[], [], []]);
});

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("an image that LibreOffice has saved is no new one, nor is any other block foreign", {
  timeout: 120_000,
}, async (context) => {
  if (!hasOffice) context.skip(WITHOUT_OFFICE);
  const image: Block = {
    type: "paragraph",
    text: "alt",
    spans: [{ type: "image", src: "a.png", alt: "alt" }],
  };
  const shown = documentOf([
    image,
    { type: "quote", blocks: [{ type: "list", ordered: true, items: [{ text: "a" }] }] },
    { type: "note", id: "n", blocks: [{ type: "paragraph", text: "b" }] },
    { type: "table", rows: [{ cells: [{ blocks: [{ type: "paragraph", text: "c" }] }] }] },
  ]);
  const resources = testResources({
    "a.png": { bytes: PNG, format: "png", width: 160, height: 90 },
  });
  const ladder = { ...sample, content: [image] };
  const { value } = await writeDocx({ document: shown, ladder, resources });
  const edited = editedOf(savedByOffice(value));
  expect(edited.foreign).toEqual([]);
  expect(edited.document).toEqual(shown);
});

test("tracked changes, comments and bookmarks live through LibreOffice", {
  timeout: 120_000,
}, async (context) => {
  if (!hasOffice) context.skip(WITHOUT_OFFICE);
  const items = [...markedNodes(document)].flatMap(({ kind, node }) =>
    kind === "item" ? [(node as Item).text] : [],
  );
  const [first = "", second = "", third = "", fourth = ""] = items;
  const edit = openDocx(await writtenDocx(document, seed));
  edit.comment(fourth, fourth.slice(0, 10), "Why?", { done: true });
  edit.tracking = { author: "Ada", date: "2024-01-02T03:04:00Z" };
  edit.change(first, first, "A new line").addAfter(second, "Another").delete(third);
  const saved = savedByOffice(edit.save());
  const accepted = editedOf(saved);
  expect(itemsOf(accepted).slice(0, 4)).toEqual([
    ["A new line", 1],
    [second, 2],
    ["Another"],
    [fourth, 4],
  ]);
  expect(accepted.tracked.map(({ kind, text, author }) => [kind, text, author])).toEqual([
    ["deletion", first, "Ada"],
    ["insertion", "A new line", "Ada"],
    ["insertion", "¶", "Ada"],
    ["insertion", "Another", "Ada"],
    ["deletion", third, "Ada"],
  ]);
  expect(accepted.comments).toMatchObject([
    { author: "HR", text: "Why?", quoted: fourth.slice(0, 10), done: true },
  ]);
  expect(accepted.comments[0]?.node).toMatchObject({ text: fourth });
  const rejected = editedOf(saved, "reject");
  expect(withoutPlaces(rejected.document)).toEqual(withoutPlaces(document));
  expect(itemsOf(rejected)).toEqual(items.map((text, index) => [text, index + 1]));
});
