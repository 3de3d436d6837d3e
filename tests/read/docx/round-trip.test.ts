import fc from "fast-check";
import { expect, test } from "vitest";
import type { Document } from "../../../src/document.js";
import { readDocx } from "../../../src/read/docx/index.js";
import { writeDocx } from "../../../src/write/docx/index.js";
import { documents } from "../../helpers/documents.js";
import { testResources } from "../../helpers/resources.js";
import { ladder as sample } from "../../write/pdf/sample.js";

const RUNS = process.env.RUNGBOOK_LONG ? 3000 : 60;

async function roundTrip(document: Document): Promise<void> {
  const { value, messages } = await writeDocx({
    document,
    ladder: sample,
    resources: testResources(),
  });
  expect(messages).toEqual([]);
  const back = readDocx(value);
  expect(back.messages).toEqual([]);
  expect(back.value).toEqual(document);
}

test("law 2: any document read from its DOCX is that document", async () => {
  await fc.assert(fc.asyncProperty(documents, roundTrip), { numRuns: RUNS });
});
