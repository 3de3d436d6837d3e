import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/handbook.js";
import type { Document } from "../../../src/document.js";
import type { Ladder } from "../../../src/model/ladder.js";
import { readPost } from "../../../src/read/index.js";
import type { Theme } from "../../../src/theme/theme.js";
import { defaultTheme } from "../../helpers/resources.js";
import { strainedDocuments } from "../../helpers/stress.js";
import { outside, overlaps, textBoxes } from "../../helpers/text-boxes.js";
import { written } from "./made.js";

const LONG = process.env.RUNGBOOK_LONG === "1";
const {
  size: { width, height },
  margins,
} = (defaultTheme as Theme).page;
const BODY = {
  left: margins.left,
  top: margins.top,
  right: width - margins.right,
  bottom: height - margins.bottom,
};
const PAPER = { left: 0, top: 0, right: width, bottom: height };

/** What is wrong with where the text of a document stands. */
async function misplaced(document: Document): Promise<string[]> {
  const { value, messages } = await written(document);
  expect(messages.map(String)).toEqual([]);
  const { boxes } = await textBoxes(value);
  expect(boxes.length).toBeGreaterThan(3);
  const [furniture, content] = [true, false].map((artifact) =>
    boxes.filter((box) => box.artifact === artifact),
  ) as [typeof boxes, typeof boxes];
  return [
    ...overlaps(boxes).map((each) => `overlap on ${each}`),
    ...outside(content, BODY).map((each) => `outside the margins on ${each}`),
    ...outside(furniture, PAPER).map((each) => `off the paper on ${each}`),
  ];
}

describe("no text stands over another, or outside the margins", () => {
  it("on the pages of the seed", async () => {
    const file = "2019-12-17-engineering-job-ladder.md";
    const { value } = readPost(readFileSync(`source/${file}`), { file });
    expect(await misplaced(compose(value as Ladder))).toEqual([]);
  });

  it("on the pages of documents that strain them", async () => {
    await fc.assert(
      fc.asyncProperty(strainedDocuments, async (document) => {
        expect(await misplaced(document)).toEqual([]);
      }),
      // To shrink such a document takes hours: the seed that is told is enough to see it again.
      LONG ? { numRuns: 400, endOnFailure: true } : { numRuns: 12 },
    );
  }, 600_000);
});
