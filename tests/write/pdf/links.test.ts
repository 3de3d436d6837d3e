import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { opened, pageTexts, written } from "./made.js";
import { card, documentOf, everyBlock, linked, paragraph, part } from "./sample.js";

const document = documentOf([
  ...everyBlock(),
  linked("to the target", "#target"),
  linked("nowhere", "#nowhere"),
  linked("outside", "https://example.org/ä?a=(b)"),
  linked("a script", "javascript:alert(1)"),
  paragraph("The target", ["target", "__proto__", "Zürich"]),
  part(card("9", "Another", ["bullet"])),
]);

interface Annotation {
  subtype: string;
  dest?: string;
  url?: string;
  rect: number[];
  structParent?: number;
}

let bytes: Uint8Array;
let annotations: Annotation[];
let destinations: Record<string, unknown[]>;

beforeAll(async () => {
  bytes = (await written(document)).value;
  const pdf = await opened(bytes);
  destinations = (await pdf.getDestinations()) as never;
  const pages = Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1));
  annotations = (
    await Promise.all(pages.map(async (page) => (await page).getAnnotations()))
  ).flat();
});

describe("links", () => {
  it("lead to anchors, whatever they are called", () => {
    for (const name of ["target", "Zürich", "l1", "l9", "outer", "track"])
      expect(destinations).toHaveProperty(name);
    expect(annotations.map(({ dest }) => dest)).toContain("target");
  });

  it("lead somewhere, every one", () => {
    const inside = annotations.filter(({ url }) => url === undefined);
    expect(inside.length).toBeGreaterThan(8);
    for (const { dest = "" } of inside) expect(destinations).toHaveProperty([dest]);
  });

  it("lead out only by addresses that are safe", () => {
    const urls = annotations.flatMap(({ url }) => url ?? []);
    expect(urls).toEqual(["https://example.org/%C3%A4?a=(b)"]);
  });

  it("are plain text where they lead nowhere", () => {
    expect(annotations.map(({ dest }) => dest)).not.toContain("nowhere");
  });

  it("cover a cell of the overview", () => {
    const cell = annotations.find(
      ({ dest, rect }) => dest === "l1" && (rect[3] ?? 0) - (rect[1] ?? 0) > 30,
    );
    expect(cell).toBeDefined();
  });

  it("are each owned by an element of the tag tree, and say what they are", () => {
    const text = Buffer.from(bytes).toString("latin1");
    const links = text.split("endobj").filter((object) => object.includes("/Subtype /Link"));
    expect(links.length).toBe(annotations.length);
    for (const link of links) {
      expect(link).toMatch(/\/Contents \([^)]/);
      expect(link).toMatch(/\/StructParent \d+/);
    }
  });
});

describe("bookmarks", () => {
  it("are the overview, headings, parts and their cards", async () => {
    const outline = await (await opened(bytes)).getOutline();
    const titles = outline.map(({ title, items }) => [title, items.map((each) => each.title)]);
    expect(titles).toEqual([
      ["Overview", []],
      ["A heading", []],
      ["Engineer Track", ["1 · Engineer"]],
      ["Engineer Track", ["9 · Another"]],
    ]);
  });

  it("and lines of the contents have words to them, whatever the names they stand for show", async () => {
    const unseen = { ...part(card("1", "One", ["a"])), title: { text: "\u200b" } };
    const untitled = { ...part(card("2", "Two", ["b"])), title: { text: "" } };
    const named = part(card("3", "Three", ["c"]));
    const { value } = await written(documentOf([unseen, untitled, named]));
    const outline = await (await opened(value)).getOutline();
    expect(outline.map(({ title }) => title)).toEqual(["Untitled", "Untitled", "Engineer Track"]);
    const [first = ""] = await pageTexts(value);
    expect(first.match(/Untitled/g)).toHaveLength(2);
  });
});

const qpdf = spawnSync("qpdf", ["--version"]).status === 0;

describe("the file", () => {
  it.skipIf(!qpdf)("has no fault that qpdf can find (skipped where qpdf is not installed)", () => {
    const folder = mkdtempSync(join(tmpdir(), "rungbook-"));
    const file = join(folder, "a.pdf");
    try {
      writeFileSync(file, bytes);
      expect(execFileSync("qpdf", ["--check", file]).toString()).toContain("No syntax or stream");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("says its title and language, its metadata well-formed", async () => {
    const { info } = await (await opened(bytes)).getMetadata();
    expect(info).toMatchObject({ Title: "Sample & <Ladder>", Language: "en" });
    expect(Buffer.from(bytes).toString("latin1")).toContain("Sample &amp; &lt;Ladder&gt;");
  });

  it("is tagged: headings, lists, tables with their spans, notes", async () => {
    const pdf = await opened(bytes);
    const types = new Set<string>();
    for (let number = 1; number <= pdf.numPages; number++)
      collect(await (await pdf.getPage(number)).getStructTree(), types);
    for (const type of [
      "H1",
      "H2",
      "H3",
      "H4",
      "P",
      "L",
      "LI",
      "Lbl",
      "LBody",
      "Table",
      "TR",
      "TH",
      "TD",
      "Link",
      "Note",
      "BlockQuote",
    ])
      expect([...types]).toContain(type);
    expect(Buffer.from(bytes).toString("latin1")).toMatch(/\/RowSpan 2/);
  });

  it("has one element for each item, row and cell, drawn or empty", () => {
    const text = Buffer.from(bytes).toString("latin1");
    const count = (type: string) => text.match(new RegExp(`/S /${type}\\b`, "g"))?.length;
    expect(count("LI")).toBe(10);
    expect(count("LBody")).toBe(10);
    expect(count("TR")).toBe(2 + 1 + 3 + 2 + 1);
    expect(count("TH")).toBe(3 + 2 + 2 + 1 + 2);
  });

  it("is the same twice, and another for another source", async () => {
    const again = (await written(document)).value;
    expect(Buffer.compare(bytes, again)).toBe(0);
    const origin = { ...document.meta.origin, sha256: "cd".repeat(32) };
    const other = (await written({ ...document, meta: { ...document.meta, origin } })).value;
    expect(idOf(other)).not.toBe(idOf(bytes));
  });
});

const idOf = (pdf: Uint8Array) => /\/ID \[<(\w+)>/.exec(Buffer.from(pdf).toString("latin1"))?.[1];

function collect(node: unknown, types: Set<string>): void {
  const { role, children = [] } = (node ?? {}) as { role?: string; children?: unknown[] };
  if (role) types.add(role);
  for (const child of children) collect(child, types);
}
