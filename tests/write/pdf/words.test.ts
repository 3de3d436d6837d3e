import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/model/ladder.js";
import { readShownTexts } from "../../../src/read/pdf/index.js";
import { nodesOf } from "../../../src/write/pdf/walk.js";
import { pageTexts, withImages, written } from "./made.js";
import { card, documentOf, everyBlock, list, paragraph, part, table, wordsOf } from "./sample.js";

const solid = (text: string) => text.replace(/\s+/g, "");

/** The words of each node of a document, against what pdfjs reads. */
async function missingIn(document: ReturnType<typeof documentOf>): Promise<string[]> {
  const { value, messages } = await written(document);
  expect(messages).toEqual([]);
  const text = solid((await pageTexts(value)).join(" "));
  const texts = [...nodesOf(document)].map((node) =>
    node.kind === "rich" ? node.rich.text : node.kind === "text" ? node.text : "",
  );
  return texts.flatMap((each) => each.split(/\s+/)).filter((word) => !text.includes(word));
}

describe("the words of a PDF", () => {
  it("are all there, whatever block they stand in", async () => {
    expect(await missingIn(documentOf(everyBlock()))).toEqual([]);
  });

  it("hold the title, its subtitle, author, date and source", async () => {
    const { value } = await written(documentOf([]));
    const [first = ""] = await pageTexts(value);
    expect(first).toContain("Sample & <Ladder>");
    expect(first).toContain("A subtitle");
    expect(first).toContain("somebody · 2 January 2020 · from 2020-01-02-sample.md, abababababab");
    expect(first).toContain("page 1 of 1");
  });

  it("of a line of code end with it, and those of the contents before their page", async () => {
    const code: Block = { type: "code", text: "first\nsecond\n\n  third\nlast" };
    const { value } = await written(documentOf([...everyBlock(), code]));
    const read = await readShownTexts(value);
    const texts = read.value?.map(({ text }) => text.replace(/\u00a0/g, " ")) ?? [];
    expect(texts).toContain("first second   third last");
    expect(texts.filter((text) => /^1 · Engineer \d$/.test(text))).toHaveLength(1);
  });

  it("stand in the order of the document", async () => {
    const { value } = await written(documentOf([paragraph(wordsOf(3000))]));
    const numbers = [...(await pageTexts(value)).join(" ").matchAll(/\bw(\d+)/g)].map(([, n]) =>
      Number(n),
    );
    expect(numbers).toEqual(Array.from({ length: 3000 }, (_, index) => index));
  });

  it("survive a row that is taller than a page, and spans over it", async () => {
    const tall = table([
      ["a", "b"],
      [wordsOf(900, "left"), wordsOf(30, "right")],
    ]);
    const spans = {
      type: "table" as const,
      rows: [
        {
          cells: [
            { rowspan: 3, blocks: [paragraph(wordsOf(800, "span"))] },
            { blocks: [paragraph("one")] },
          ],
        },
        { cells: [{ header: true as const, blocks: [paragraph("two")] }] },
        { cells: [{ blocks: [paragraph(wordsOf(700, "three"))] }] },
      ],
    };
    expect(await missingIn(documentOf([tall, spans]))).toEqual([]);
  });

  it("survive a table in a header cell", async () => {
    const cell = (header: boolean, text: string, inner: string[] = []) => ({
      ...(header && { header: true as const }),
      blocks: [paragraph(text), ...inner.map((each) => table([[each]]))],
    });
    const nested = {
      type: "table" as const,
      rows: [{ cells: [cell(true, "head", ["inner"])] }, { cells: [cell(false, "body")] }],
    };
    expect(await missingIn(documentOf([nested]))).toEqual([]);
  });

  it("say where an image is that can't be embedded", async () => {
    const image = { type: "image" as const, src: "https://example.org/a.png", alt: "A chart" };
    const { value, messages } = await written(
      documentOf([{ type: "paragraph", text: "A chart", spans: [image] }]),
    );
    expect(messages).toEqual([]);
    expect((await pageTexts(value)).join()).toContain("A chart (https://example.org/a.png)");
  });

  it("are errors where no font has a glyph for them", async () => {
    const place = {
      start: { line: 3, column: 1, offset: 9 },
      end: { line: 3, column: 4, offset: 12 },
    };
    const { messages } = await written(documentOf([{ type: "paragraph", text: "a ก b", place }]));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ ruleId: "missing-glyph", fatal: true, line: 3 });
    expect(messages[0]?.reason).toContain("U+0E01");
  });

  it("come from other fonts where the first lacks them", async () => {
    const text = "arrows → ⇒, maths ∑, check ✔️, emoji 🚀 👩‍💻, עברית";
    const { value, messages } = await written(documentOf([paragraph(text)]));
    expect(messages).toEqual([]);
    const read = (await pageTexts(value)).join();
    for (const each of ["→", "⇒", "∑", "🚀", "עברית"]) expect(read).toContain(each);
  });

  it("read from right to left where they are written so", async () => {
    const text = "سلام دنیا (بالا) ۱۲۳";
    const { value, messages } = await written(
      documentOf([paragraph(text)], { language: "fa", direction: "rtl", title: "سلام" }),
    );
    expect(messages).toEqual([]);
    const read = (await pageTexts(value)).join();
    for (const word of ["سلام", "دنیا", "بالا", "۱۲۳"]) expect(read).toContain(word);
  });

  it("repeat number and title where a card runs over a page", async () => {
    const bullets = Array.from({ length: 80 }, (_, index) => `Bullet number ${index} of many`);
    const { value } = await written(documentOf([part(card("3/4", "Director", bullets))]));
    const texts = await pageTexts(value);
    expect(texts.length).toBeGreaterThan(2);
    expect(texts[2]).toMatch(/3\/4\s*Director\s*continued/);
    expect(texts[2]).toContain("Engineer Track");
  });
});

const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const span = { type: "image" as const, src: "a.png", alt: "Dot" };
const pictured = documentOf([{ type: "paragraph", text: "Dot", spans: [span] }, list("after")]);
const imageOf = (bytes: Uint8Array) =>
  withImages({ "a.png": { bytes, format: "png", width: 1, height: 1 } });

describe("an image", () => {
  it("is embedded where its file is at hand, its alternative text beside it", async () => {
    const { value, messages } = await written(pictured, imageOf(dot));
    expect(messages).toEqual([]);
    expect(Buffer.from(value).includes("/Alt (Dot)")).toBe(true);
  });

  it("is an error where its file is broken", async () => {
    const bent = Buffer.from(dot);
    bent.fill(9, 43, 50);
    const endless = Buffer.from(dot);
    endless.writeUInt32BE(0xfffffff0, 33);
    for (const bytes of [bent, endless, dot.subarray(0, 50)]) {
      const { messages } = await written(pictured, imageOf(bytes));
      expect(messages.map(({ ruleId }) => ruleId)).toEqual(["broken-image", "lost-text"]);
    }
  });
});
