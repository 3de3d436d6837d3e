import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { ladderJson } from "../../../src/model/json.js";
import { writePdf } from "../../../src/write/pdf/index.js";
import { opened, withImages, written } from "./made.js";
import { documentOf, everyBlock, ladder, paragraph, wordsOf } from "./sample.js";

const document = documentOf([...everyBlock(), paragraph(wordsOf(2000))]);
const source = new TextEncoder().encode("# The post\n\nas it came\n");
let bytes: Uint8Array;

beforeAll(async () => {
  bytes = (await writePdf({ document, ladder, resources: withImages({}), source })).value;
});

describe("a PDF", () => {
  it("carries the ladder and the post, byte for byte", async () => {
    const attached = (await (await opened(bytes)).getAttachments()) as Record<
      string,
      { filename: string; content: Uint8Array; description: string }
    >;
    const found = Object.values(attached).map(({ filename, content }) => [
      filename,
      Buffer.from(content).toString(),
    ]);
    expect(Object.fromEntries(found)).toEqual({
      "sample.ladder.json": ladderJson(ladder),
      "2020-01-02-sample.md": "# The post\n\nas it came\n",
    });
  });

  it("carries the ladder alone where the post is not at hand", async () => {
    const attached = await (await opened((await written(document)).value)).getAttachments();
    expect(Object.keys(attached ?? {})).toEqual(["sample.ladder.json"]);
  });

  it("is called by a hash of all its other bytes", () => {
    const text = Buffer.from(bytes).toString("latin1");
    const [, first = "", second] = /\/ID \[<(\w+)> <(\w+)>\]/.exec(text) ?? [];
    expect(second).toBe(first);
    const blank = text.replaceAll(first, "0".repeat(32));
    const hash = createHash("sha256").update(blank, "latin1").digest("hex");
    expect(first).toBe(hash.slice(0, 32));
  });

  it("numbers its pages for viewers as it does at their foot", async () => {
    const pdf = await opened(bytes);
    const labels = await pdf.getPageLabels();
    expect(labels).toEqual(Array.from({ length: pdf.numPages }, (_, index) => String(index + 1)));
  });

  it("says the same of itself in both places, whatever its letters", async () => {
    const meta = { title: 'A <b> & "c"\u0001', author: "Zoë & co", subtitle: "x < y" };
    const { value } = await written(documentOf([paragraph("text")], meta));
    const { info, metadata } = await (await opened(value)).getMetadata();
    expect(info).toMatchObject({
      Title: 'A <b> & "c"\ufffd',
      Author: "Zoë & co",
      Subject: "x < y",
      CreationDate: "D:20200102000000Z",
      ModDate: "D:20200102000000Z",
    });
    const told = (name: string) => metadata.get(name);
    expect(told("dc:title")).toBe('A <b> & "c"\ufffd');
    expect(told("dc:creator")).toEqual(["Zoë & co"]);
    expect(told("dc:description")).toBe("x < y");
    expect(told("xmp:createdate")).toBe("2020-01-02T00:00:00Z");
    expect(told("pdfaid:part")).toBe("3");
    expect(told("pdfaid:conformance")).toBe("A");
    expect(told("pdfuaid:part")).toBe("1");
  });

  it("cuts a title longer than a string may be in both places alike, and between letters", async () => {
    const title = `${"a".repeat(15_999)}😀${"b".repeat(30_000)}`;
    const { value } = await written(documentOf([paragraph("text")], { title }));
    const { info, metadata } = await (await opened(value)).getMetadata();
    expect(info).toMatchObject({ Title: `${"a".repeat(15_999)}…` });
    expect(metadata.get("dc:title")).toBe(`${"a".repeat(15_999)}…`);
  });

  it("has one element for a link that goes on over pages", async () => {
    const text = wordsOf(1500, "link");
    const href = "https://example.org/";
    const long = {
      type: "paragraph" as const,
      text,
      spans: [{ type: "text" as const, text, href }],
    };
    const { value } = await written(documentOf([long]));
    const file = Buffer.from(value).toString("latin1");
    expect((await opened(value)).numPages).toBeGreaterThan(1);
    expect(file.match(/\/S \/Link\b/g)).toHaveLength(1);
    expect(file.match(/\/Type \/OBJR/g)?.length).toBe(file.match(/\/Subtype \/Link/g)?.length);
  });
});
