import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { Ladder } from "../src/model/ladder.js";
import { readPost } from "../src/read/index.js";
import { tagOutline } from "./helpers/outline.js";
import { renderAll } from "./helpers/render.js";

/**
 * Goldens for people: what the four writers make of a post that has a bit of everything.
 * `UPDATE_GOLDEN=1` writes them anew; read the difference before committing it.
 */
const GOLDEN = join(import.meta.dirname, "golden");
const ladderIn = (file: string): Ladder =>
  readPost(readFileSync(join(import.meta.dirname, "fixtures", file)), { file }).value as Ladder;
const renderings = await renderAll(ladderIn("2024-02-29-small-ladder.md"));

function expectGolden(name: string, text: string): void {
  const path = join(GOLDEN, name);
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path), `${name} is a golden`).toBe(true);
  expect(text).toBe(readFileSync(path, "utf8"));
}

test("JSON", () => expectGolden("small.json", Buffer.from(renderings.json).toString()));

test("Markdown", () => expectGolden("small.md", Buffer.from(renderings.md).toString()));

test("PDF: its tags, in the order of the structure tree, with their text", async () => {
  expectGolden("small.pdf.txt", await tagOutline(renderings.pdf));
});

test("DOCX: each of its parts, a line an element", () => {
  const folder = join(GOLDEN, "small.docx");
  if (process.env.UPDATE_GOLDEN === "1") rmSync(folder, { recursive: true, force: true });
  const parts = Object.entries(unzipSync(renderings.docx)).filter(([name]) =>
    /\.(?:xml|rels)$/.test(name),
  );
  expect(parts.length).toBeGreaterThan(8);
  for (const [name, bytes] of parts) {
    expectGolden(join("small.docx", name), strFromU8(bytes).replaceAll("><", ">\n<"));
  }
});

test("levels that are headings, as JSON, Markdown and PDF", async () => {
  const { json, md, pdf } = await renderAll(ladderIn("headings-labels.md"), ["json", "md", "pdf"]);
  expectGolden("headings.json", Buffer.from(json).toString());
  expectGolden("headings.md", Buffer.from(md).toString());
  expectGolden("headings.pdf.txt", await tagOutline(pdf));
});
