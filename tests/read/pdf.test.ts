import { describe, expect, it } from "vitest";
import { readPdf } from "../../src/read/pdf/index.js";
import { written } from "../write/pdf/made.js";
import { documentOf, ladder } from "../write/pdf/sample.js";

const bytesOf = async () => (await written(documentOf([]))).value;

describe("a PDF's ladder", () => {
  it("comes back without its places, front matter as it was", async () => {
    const { value, messages } = await readPdf(await bytesOf());
    expect(messages).toEqual([]);
    expect(value).toEqual({ ...ladder, content: [{ type: "paragraph", text: "Words" }] });
  });

  it("is not taken from what is no PDF", async () => {
    for (const bytes of [new Uint8Array(), Buffer.from("hello"), Buffer.alloc(5000, 7)]) {
      const { value, messages } = await readPdf(bytes);
      expect(value).toBeNull();
      expect(messages).toMatchObject([{ ruleId: "no-pdf", fatal: true }]);
    }
  });

  it("is not taken from a broken PDF", async () => {
    const bytes = await bytesOf();
    const { value, messages } = await readPdf(bytes.subarray(0, 3000));
    expect(value).toBeNull();
    expect(messages).toMatchObject([{ ruleId: "broken-pdf", fatal: true }]);
  });

  it("is missed where there is none", async () => {
    const text = Buffer.from(await bytesOf())
      .toString("latin1")
      .replaceAll("ladder.json", "letter.json");
    const { value, messages } = await readPdf(Buffer.from(text, "latin1"));
    expect(value).toBeNull();
    expect(messages).toMatchObject([{ ruleId: "no-ladder", fatal: true }]);
  });

  it("leaves the bytes that it is given as they are", async () => {
    const bytes = await bytesOf();
    const before = Buffer.from(bytes);
    await readPdf(bytes);
    expect(Buffer.compare(before, bytes)).toBe(0);
  });
});
