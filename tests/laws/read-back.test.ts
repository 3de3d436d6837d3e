import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ladder } from "../../src/model/ladder.js";
import { read, readPost } from "../../src/read/index.js";
import { FORMATS, type Format } from "../../src/write/index.js";
import { drawable, ladders, withoutPlaces } from "../helpers/ladders.js";
import { renderAll } from "../helpers/render.js";

/** Examples a run; PDF takes longest. */
const RUNS: Record<Format, number> = { json: 150, md: 150, docx: 80, pdf: 25 };
const LONG = process.env.RUNGBOOK_LONG ? 20 : 1;

async function readBack(ladder: Ladder, format: Format): Promise<void> {
  const bytes = (await renderAll(ladder, [format]))[format];
  const { value, messages } = await read(bytes, { file: `ladder.${format}` });
  expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  expect(withoutPlaces(value)).toEqual(withoutPlaces(ladder));
}

const file = "2019-12-17-engineering-job-ladder.md";
const seed = readPost(readFileSync(`source/${file}`), { file }).value as Ladder;

test.each(FORMATS)("law 2: the seed read from its %s is the seed", (format) =>
  readBack(seed, format),
);

test.each(FORMATS)("law 2: any ladder read from its %s is that ladder", async (format) => {
  await fc.assert(
    fc.asyncProperty(format === "pdf" ? ladders.map(drawable) : ladders, (ladder) =>
      readBack(ladder, format),
    ),
    { numRuns: RUNS[format] * LONG },
  );
});
