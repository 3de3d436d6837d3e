import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { compose } from "../../../src/compose/handbook.js";
import type { Document } from "../../../src/document.js";
import type { Ladder } from "../../../src/model/ladder.js";
import { readDocx } from "../../../src/read/docx/index.js";
import { readPost } from "../../../src/read/post/index.js";
import { editedOf, writtenDocx } from "../../helpers/edited.js";

const file = "2019-12-17-engineering-job-ladder.md";
const seed = readPost(readFileSync(`source/${file}`), { file }).value as Ladder;
const document = compose(seed);
const written = await writtenDocx(document, seed);

/** The parts of a DOCX as a program leaves them that drops what it does not know. */
function stripped(bytes: Uint8Array, keepsProperties: boolean): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).filter(
    ([path]) => !path.startsWith("customXml/") && (keepsProperties || !/custom\.xml$/.test(path)),
  );
  const changed = parts.map(([path, part]): [string, Uint8Array] => {
    if (!/\.(?:xml|rels)$/.test(path)) return [path, part];
    const xml = strFromU8(part)
      .replace(/<w:(?:p|r|tbl)Style w:val="(?:Rungbook|List)\w*"\/>/g, "")
      .replace(/<w:style (?:(?!<\/w:style>).)*?w:styleId="(?:Rungbook|List).*?<\/w:style>/gs, "")
      .replace(/<w:bookmark(?:Start|End)[^>]*>/g, "");
    return [path, strToU8(xml)];
  });
  return zipSync(Object.fromEntries(changed));
}

/** What is left of a document where no bookmark tells anchors, and no style roles and colours. */
function bare(value: Document): unknown {
  const json = JSON.stringify(value.blocks, (key, each) => {
    if (["anchors", "hue", "hues", "role", "place", "scale"].includes(key)) return undefined;
    // Links lead nowhere, and spans of nothing but text are none.
    return key === "spans" || key === "header" ? undefined : each;
  });
  return JSON.parse(json);
}

test("a file without our styles, bookmarks and parts still shows its ladder", () => {
  const edited = editedOf(stripped(written, false));
  expect(edited.base).toBeNull();
  expect(edited.origin).toBeNull();
  expect(edited.marks.size).toBe(0);
  expect(edited.foreign).toEqual([]);
  expect(bare(edited.document)).toEqual(bare(document));
  const { title, subtitle, author, date } = document.meta;
  expect(edited.document.meta).toMatchObject({ title, subtitle, author, date });
});

test("custom properties still tell the post", () => {
  const { slug, sha256 } = seed.origin;
  const { origin, document: shown } = editedOf(stripped(written, true));
  expect(origin).toEqual({ slug, file, sha256 });
  expect(shown.meta.origin).toEqual(origin);
});

test("no rendering is read from it", () => {
  const { value, messages } = readDocx(stripped(written, true));
  expect(value).toBeNull();
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(["no-rendering"]);
});
