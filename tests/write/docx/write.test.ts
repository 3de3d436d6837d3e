import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { compose } from "../../../src/compose/handbook.js";
import type { Document } from "../../../src/document.js";
import type { Block, Ladder } from "../../../src/model/ladder.js";
import { readDocx } from "../../../src/read/docx/index.js";
import { readPost } from "../../../src/read/post/index.js";
import { account } from "../../../src/write/docx/account.js";
import { writeDocx } from "../../../src/write/docx/index.js";
import { documents } from "../../helpers/documents.js";
import { withoutPlaces } from "../../helpers/ladders.js";
import { testResources } from "../../helpers/resources.js";
import { validator, WITHOUT } from "../../helpers/validator.js";

const folder = mkdtempSync(join(tmpdir(), "rungbook-docx-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const resources = testResources({
  "a.png": { bytes: PNG, format: "png", width: 1600, height: 900 },
});
const write = async (document: Document) =>
  (await writeDocx({ document, ladder: {} as Ladder, resources })).value;
const mainOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());

const file = "2019-12-17-engineering-job-ladder.md";
const seed = compose(readPost(readFileSync(`source/${file}`), { file }).value as Ladder);

const meta: Document["meta"] = {
  origin: { slug: "x", file: "x.md", sha256: "0".repeat(64) },
  yaml: null,
  title: "T",
  subtitle: null,
  author: null,
  date: null,
  language: "en",
  direction: "ltr",
};
const page = (...blocks: Document["blocks"]): Document => ({ meta, blocks });
const text = (words: string): Block => ({ type: "paragraph", text: words });

function nested(depth: number): Block {
  const blocks = depth > 1 ? [nested(depth - 1)] : [text("end")];
  return { type: "list", ordered: depth % 2 === 0, items: [{ text: `depth ${depth}`, blocks }] };
}

const long = "w".repeat(80);
const samples: Record<string, Document> = {
  seed,
  "right to left": {
    ...page({ type: "table", rows: [{ cells: [{ align: "left", blocks: [text("שלום a")] }] }] }),
    meta: { ...meta, direction: "rtl", language: "he" },
  },
  "lists deeper than Word's": page(nested(24)),
  "a table wider than Word's": page({
    type: "table",
    rows: [0, 1].map((row) => ({
      cells: Array.from({ length: 150 }, (_, at) => ({ blocks: [text(`${row} ${at}`)] })),
    })),
  }),
  "spans that overlap": page({
    type: "table",
    rows: [
      { cells: [{ blocks: [] }, { blocks: [text("a")], rowspan: 3, header: true }] },
      { cells: [{ blocks: [text("b")], colspan: 1000, rowspan: 65_534 }] },
      { cells: [{ blocks: [] }, { blocks: [text("c")] }, { blocks: [] }] },
    ],
  }),
  "images and odd links": page({
    type: "paragraph",
    text: "alta\nalt",
    spans: [
      { type: "image", src: "a.png", alt: "alt", href: "https://example.com/" },
      { type: "text", text: "a", href: 'mailto:a@b@"c"\\' },
      { type: "break" },
      { type: "image", src: "b.svg", alt: "alt" },
      { type: "image", src: "c.svg", alt: "" },
    ],
  }),
  "long words": page({ type: "list", ordered: true, start: 999_999_999, items: [{ text: long }] }),
};

test.for(Object.keys(samples))("is valid and reads back: %s", async (name, context) => {
  const document = samples[name] as Document;
  const { value, messages } = await writeDocx({ document, ladder: {} as Ladder, resources });
  expect(messages).toEqual([]);
  const back = readDocx(value).value;
  expect(withoutPlaces(back)).toEqual(withoutPlaces(document));
  const path = join(folder, `${name.replace(/\W/g, "-")}.docx`);
  writeFileSync(path, value);
  if (!validator) context.skip(WITHOUT);
  expect((await validator?.validateFile(path))?.errors).toEqual([]);
});

test("is valid whatever the document", async (context) => {
  if (!validator) context.skip(WITHOUT);
  const largest = fc
    .sample(documents, { numRuns: 300, seed: 21 })
    .sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)
    .slice(0, 4);
  for (const [index, document] of largest.entries()) {
    const path = join(folder, `any-${index}.docx`);
    writeFileSync(path, await write(document));
    expect((await validator?.validateFile(path))?.errors).toEqual([]);
  }
});

test("law 3: the same document gives the same bytes, in any time zone", async () => {
  const first = await write(seed);
  const zone = process.env.TZ;
  process.env.TZ = "Pacific/Kiritimati";
  const second = await write(seed);
  process.env.TZ = zone ?? "";
  expect(Buffer.compare(first, second)).toBe(0);
});

test("law 1: a plain walk of the main part finds every word, in order", async () => {
  const words = [...mainOf(await write(seed)).matchAll(/<w:t [^>]*>([^<]*)</g)]
    .map(([, each]) => each)
    .join(" ");
  for (const part of seed.blocks.filter((each) => each.type === "part")) {
    let at = 0;
    for (const card of part.cards) {
      for (const wanted of [card.heading, ...card.facts.map(({ name }) => name)]) {
        at = words.indexOf(wanted.replaceAll("&", "&amp;"), at);
        expect(at, wanted).toBeGreaterThanOrEqual(0);
      }
    }
  }
});

test("law 1: a lost paragraph is told with its words, and only that one", async () => {
  const body = mainOf(await write(seed));
  const counted = body.replace(/<w:sdt>.*?<\/w:sdt>/s, "");
  const paragraphs = [
    ...counted.matchAll(/<w:p>(?:(?!<w:p>).)*?<w:t [^>]*>([^<]{4,})<.*?<\/w:p>/gs),
  ];
  for (const [xml, words] of paragraphs.filter((_, index) => index % 17 === 3)) {
    const told = account(seed, body.replace(xml, ""));
    expect(told.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([["lost-text", true]]);
    expect(told[0]?.actual?.slice(0, 4)).toBe(words?.slice(0, 4));
  }
});
