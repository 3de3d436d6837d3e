import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { compose } from "../../src/compose/handbook.js";
import { diffDocuments } from "../../src/diff/drift.js";
import type { Ladder } from "../../src/model/ladder.js";
import { type ReadableFormat, readPost, readRendering } from "../../src/read/index.js";
import { renderAll } from "../helpers/render.js";

/**
 * Whatever is taken out of a rendering is noticed: the rendering can't be read, or what it shows is
 * not what the post gives. The PDF's own test takes boxes away from its drawing.
 */
const file = "2024-02-29-small-ladder.md";
const ladder = readPost(readFileSync(`tests/fixtures/${file}`), { file }).value as Ladder;
const wanted = compose(ladder);
const renderings = await renderAll(ladder);

async function isNoticed(bytes: Uint8Array, format: ReadableFormat): Promise<boolean> {
  const { value } = await readRendering(bytes, format);
  const found = value?.document ?? (value?.ladder && compose(value.ladder));
  return !found || diffDocuments(found, wanted).length > 0;
}

/** A text without each of its matches in turn, where the match holds a letter or a digit. */
function* without(text: string, pattern: RegExp): Generator<[string, string]> {
  for (const { 0: match, index } of text.matchAll(pattern)) {
    const shown = match.replace(/<[^>]*>/g, "");
    if (!/[\p{L}\p{N}]/u.test(shown)) continue;
    yield [match, text.slice(0, index) + text.slice(index + match.length)];
  }
}

async function unnoticed(
  cuts: Iterable<[string, string]>,
  format: ReadableFormat,
  bytesOf: (text: string) => Uint8Array,
): Promise<{ count: number; missed: string[] }> {
  const missed: string[] = [];
  let count = 0;
  for (const [cut, rest] of cuts) {
    count++;
    if (!(await isNoticed(bytesOf(rest), format))) missed.push(cut);
  }
  return { count, missed };
}

test("any line taken from the Markdown is noticed", async () => {
  const text = Buffer.from(renderings.md).toString();
  const body = text.indexOf("\n---\n") + 5;
  const lines = [...without(text.slice(body), /^.+\n/gm)].map(([cut, rest]): [string, string] => [
    cut,
    text.slice(0, body) + rest,
  ]);
  const { count, missed } = await unnoticed(lines, "md", strToU8);
  expect(missed).toEqual([]);
  expect(count).toBeGreaterThan(50);
});

test("any paragraph, row or table taken from the DOCX is noticed", async () => {
  const parts = unzipSync(renderings.docx);
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const zip = (text: string) => zipSync({ ...parts, "word/document.xml": strToU8(text) });
  for (const pattern of [
    /<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs,
    /<w:tr[ >](?:(?!<w:tr[ >]).)*?<\/w:tr>/gs,
  ]) {
    const { count, missed } = await unnoticed(without(xml, pattern), "docx", zip);
    // Columns are headed anew at each card, a note's label is its number, the contents are headings: none says anything new.
    expect(missed.filter((cut) => !/"(?:Rungbook(?:Column|NoteLabel)|TOC\w+)"/.test(cut))).toEqual(
      [],
    );
    expect(count).toBeGreaterThan(8);
  }
});

test("any node taken from the JSON is noticed", async () => {
  const json = JSON.parse(Buffer.from(renderings.json).toString()) as unknown;
  const missed: string[] = [];
  let count = 0;
  for (const path of arrayElements(json)) {
    const copy = structuredClone(json);
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], copy);
    (parent as unknown[]).splice(Number(path.at(-1)), 1);
    count++;
    if (!(await isNoticed(strToU8(JSON.stringify(copy)), "json"))) missed.push(path.join("."));
  }
  expect(missed).toEqual([]);
  expect(count).toBeGreaterThan(100);
});

/** Paths to the elements of all arrays of what is authored. */
function arrayElements(node: unknown, path: string[] = []): string[][] {
  if (!node || typeof node !== "object") return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (["titles", "grades", "entries", "tracks", "scale"].includes(key)) return [];
    const below = arrayElements(value, [...path, key]);
    return Array.isArray(node) ? [[...path, key], ...below] : below;
  });
}
