import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/model/ladder.js";
import type { ImageFile } from "../../../src/resources.js";
import { withImages, written } from "./made.js";
import { card, documentOf, paragraph, part, table } from "./sample.js";

const place = (line: number) => ({
  start: { line, column: 1, offset: line * 10 },
  end: { line, column: 9, offset: line * 10 + 8 },
});

const heading = (depth: number, line: number): Block => ({
  type: "heading",
  depth,
  text: `Depth ${depth}`,
  place: place(line),
});

const headless = (line: number): Block => ({
  type: "table",
  rows: [{ cells: [{ blocks: [paragraph("one")] }, { blocks: [paragraph("two")] }] }],
  place: place(line),
});

/** Rule and line of each message of a document of these blocks. */
async function faults(blocks: Parameters<typeof documentOf>[0], resources = withImages({})) {
  const { messages } = await written(documentOf(blocks), resources);
  return messages.map(
    ({ ruleId, line, fatal }) => `${fatal ? "error" : "other"} ${ruleId} ${line}`,
  );
}

describe("what only the author can make accessible", () => {
  it("is a depth of heading that is skipped", async () => {
    expect(await faults([heading(2, 3), heading(4, 5), heading(3, 7), heading(4, 9)])).toEqual([
      "error skipped-heading 5",
    ]);
  });

  it("is the first heading too, which follows the title", async () => {
    expect(await faults([heading(3, 1)])).toEqual(["error skipped-heading 1"]);
    expect(await faults([heading(1, 1), heading(2, 3), heading(1, 5)])).toEqual([]);
  });

  it("is no heading of a card or a cell: their depth is set right", async () => {
    const deep = card("1", "Engineer", ["bullet"]);
    deep.sections[0]?.blocks.push({ type: "heading", depth: 6, text: "Deep in a card" });
    const cell: Block = {
      type: "table",
      rows: [
        { cells: [{ header: true, blocks: [{ type: "heading", depth: 6, text: "Head" }] }] },
        { cells: [{ blocks: [paragraph("cell")] }] },
      ],
    };
    const blocks = [cell, part(deep)];
    expect(await faults(blocks)).toEqual([]);
    const bytes = Buffer.from((await written(documentOf(blocks))).value).toString("latin1");
    expect(bytes).toContain("/S /H5");
    expect(bytes).not.toContain("/S /H6");
  });

  it("is a table without header cells, wherever it stands", async () => {
    expect(await faults([headless(4), table([["head"], ["cell"]])])).toEqual([
      "error table-without-headers 4",
    ]);
    const around = table([["head"], ["cell"]]);
    if (around.type === "table") around.rows[1]?.cells[0]?.blocks.push(headless(8));
    expect(await faults([around])).toEqual(["error table-without-headers 8"]);
  });

  it("is an image without alternative text", async () => {
    const resources = withImages({ "a.png": dot });
    const image = (alt: string, line: number): Block => ({
      type: "paragraph",
      text: alt,
      spans: [{ type: "image", src: "a.png", alt }],
      place: place(line),
    });
    const images = [image("", 2), image(" ", 4), image("A dot", 6), image("\u200b\u00ad", 8)];
    expect(await faults(images, resources)).toEqual([
      "error image-without-alt 2",
      "error image-without-alt 4",
      "error image-without-alt 8",
    ]);
  });

  it("is told with how to mend it", async () => {
    const { messages } = await written(documentOf([heading(4, 3), headless(5)]));
    expect(messages.map(({ note }) => note)).toEqual([
      expect.stringContaining('make it "## …"'),
      expect.stringContaining("<th>"),
    ]);
  });
});

/** A PNG of one grey pixel. */
const dot: ImageFile = { bytes: png(), format: "png", width: 1, height: 1 };

function png(): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length);
    // pdfkit checks no sums.
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from([0, 128]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
