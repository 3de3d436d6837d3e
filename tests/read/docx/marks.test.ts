import { readFileSync } from "node:fs";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { compose } from "../../../src/compose/handbook.js";
import type { Document } from "../../../src/document.js";
import { markedNodes } from "../../../src/document-marks.js";
import { ladderJson } from "../../../src/model/json.js";
import type { Ladder } from "../../../src/model/ladder.js";
import { type Edited, readEdited } from "../../../src/read/docx/edited.js";
import { readPost } from "../../../src/read/post/index.js";
import { documents } from "../../helpers/documents.js";
import { editedOf, writtenDocx } from "../../helpers/edited.js";

const RUNS = process.env.RUNGBOOK_LONG ? 3000 : 100;
const CARRIED = "customXml/item1.xml";

const file = "2019-12-17-engineering-job-ladder.md";
const seed = readPost(readFileSync(`source/${file}`), { file }).value as Ladder;

/** Each marked node of what was read has its number in what was written, and no other. */
function expectOwnNumbers(written: Document, { document, marks }: Edited): number {
  const before = [...markedNodes(written)].map(({ kind, number }) => [kind, [number]]);
  const after = [...markedNodes(document)].map(({ kind, node }) => [kind, marks.get(node)]);
  expect(after).toEqual(before);
  expect(marks.size).toBe(before.length);
  return before.length;
}

test("each node of the seed has the number that its post's has", async () => {
  const document = compose(seed);
  expect(expectOwnNumbers(document, editedOf(await writtenDocx(document, seed)))).toBeGreaterThan(
    270,
  );
});

test("each node of any document has the number that it was written with", async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      const read = editedOf(await writtenDocx(document));
      expect(read.document).toEqual(document);
      expect([read.tracked, read.comments, read.foreign]).toEqual([[], [], []]);
      expectOwnNumbers(document, read);
    }),
    { numRuns: RUNS },
  );
});

test("the base is the ladder that was written, without its places", async () => {
  const { base, origin } = editedOf(await writtenDocx(compose(seed), seed));
  expect(base).toEqual(JSON.parse(ladderJson(seed)));
  expect(origin).toEqual(seed.origin);
});

/** What is read where one part has changed; null: it is gone. */
async function withCarried(change: (xml: string) => string | null) {
  const { [CARRIED]: before = new Uint8Array(), ...parts } = unzipSync(
    await writtenDocx(compose(seed), seed),
  );
  const after = change(strFromU8(before));
  return readEdited(zipSync(after === null ? parts : { ...parts, [CARRIED]: strToU8(after) }), {
    changes: "accept",
  });
}

test("a damaged base is told, and the rest is read", async () => {
  for (const [from, to] of [
    ['"levels":', '"levls":'],
    ["<ladder>{", "<ladder>"],
  ] as const) {
    const { value, messages } = await withCarried((xml) => xml.replace(from, to));
    expect(messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([["broken-base", false]]);
    expect(value?.base).toBeNull();
    expect(value?.origin).toEqual(seed.origin);
  }
});

test("custom properties tell the post where programs took our part out", async () => {
  const { value, messages } = await withCarried(() => null);
  expect(messages).toEqual([]);
  expect(value?.base).toBeNull();
  const { slug, file: name, sha256 } = seed.origin;
  expect(value?.origin).toEqual({ slug, file: name, sha256 });
});
