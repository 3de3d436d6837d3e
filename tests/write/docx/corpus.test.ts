import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compose } from "../../../src/compose/handbook.js";
import type { Ladder } from "../../../src/model/ladder.js";
import { read, readPost } from "../../../src/read/index.js";
import { corpus, hasCorpus } from "../../helpers/corpus.js";
import { withoutPlaces } from "../../helpers/ladders.js";
import { validator, WITHOUT } from "../../helpers/validator.js";
import { written } from "./made.js";

const folder = mkdtempSync(join(tmpdir(), "rungbook-corpus-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!hasCorpus)("published ladders (skipped where they are missing)", () => {
  test.for(corpus)("%s reads back from its DOCX, and that is valid", async ([, path], context) => {
    const ladder = readPost(readFileSync(path), { file: basename(path) }).value as Ladder;
    const bytes = await written(compose(ladder));
    const { value } = await read(bytes, { file: "ladder.docx" });
    expect(withoutPlaces(value)).toEqual(withoutPlaces(ladder));
    // A process each: in the short run every third is validated.
    if (!process.env.RUNGBOOK_LONG && corpus.findIndex((each) => each[1] === path) % 3 > 0) return;
    if (!validator) context.skip(WITHOUT);
    const file = join(folder, "ladder.docx");
    writeFileSync(file, bytes);
    expect((await validator?.validateFile(file))?.errors).toEqual([]);
  });
});
