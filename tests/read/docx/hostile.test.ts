import { expect, test } from "vitest";
import type { DocumentBlock } from "../../../src/document.js";
import { type Edited, readEdited } from "../../../src/read/docx/edited.js";
import { readDocx } from "../../../src/read/docx/index.js";
import { read } from "../../../src/read/index.js";
import { slowness } from "../../helpers/slowness.js";
import { BOMBS } from "./hostile/bombs.js";
import { EDITED_LONG, EDITED_REFUSED } from "./hostile/edited.js";
import { LONG } from "./hostile/long.js";
import { NUMBERS } from "./hostile/numbers.js";
import { ODD } from "./hostile/odd.js";
import { OTHER_KINDS } from "./hostile/other-kinds.js";
import { PARTS } from "./hostile/parts.js";
import { TOO_MUCH } from "./hostile/too-much.js";
import { ZIPS } from "./hostile/zips.js";

const REFUSED = [...OTHER_KINDS, ...ZIPS, ...BOMBS, ...PARTS, ...TOO_MUCH];
const READ = [...ODD, ...NUMBERS, ...LONG];
const CHANGES = ["accept", "reject"] as const;

test("each of them has a name of its own", () => {
  const edited = [...EDITED_REFUSED, ...EDITED_LONG];
  const names = [...REFUSED, ...READ, ...edited].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(100);
});

test.each(REFUSED)("$name: refused with its reason, edited or not", async (refused) => {
  const bytes = refused.make();
  const { value, messages } = await withinASecond(() => read(bytes, { file: "x.docx" }));
  expect(value).toBeNull();
  expect(messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([[refused.rule, true]]);
  expect(messages[0]?.reason).toMatch(refused.says);
  expect(messages[0]?.reason).toMatch(/^Unexpected [^\n]{1,200}$/);
  // A document of someone else is no rendering, but it may be one that has lost what tells so.
  if (refused.rule === "no-rendering") return;
  const edited = await withinASecond(async () => readEdited(bytes, { changes: "accept" }));
  expect(edited).toEqual({ value: null, messages: readDocx(bytes).messages });
});

test.each(READ)("$name: read without harm, within a second", async ({ make, reads }) => {
  const bytes = make();
  const { value, messages } = await withinASecond(() => read(bytes, { file: "x.docx" }));
  expect(messages.map(({ reason }) => reason)).toEqual([]);
  expect(value).not.toBeNull();
  const blocks = readDocx(bytes).value?.blocks ?? [];
  if (typeof reads === "number") expect(blocks.length).toBe(reads);
  else expect(blocks.flatMap(textOf)).toEqual(reads);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
  expect(JSON.stringify(value)).not.toMatch(/script:|file:/);
});

test.each(EDITED_REFUSED)("$name: refused with its reason as an edited one", async (refused) => {
  const bytes = refused.make();
  for (const changes of CHANGES) {
    const { value, messages } = await withinTwo(async () => readEdited(bytes, { changes }));
    expect(value).toBeNull();
    expect(messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([[refused.rule, true]]);
    expect(messages[0]?.reason).toMatch(refused.says);
  }
  // What only edited documents are read for does not keep a rendering from being read.
  expect(readDocx(bytes).messages).toEqual([]);
});

test.each([...READ, ...EDITED_LONG])("$name: read without harm as an edited one", async (odd) => {
  const bytes = odd.make();
  // Only those that are edited read otherwise where their changes are rejected.
  for (const changes of EDITED_LONG.includes(odd) ? CHANGES : CHANGES.slice(0, 1)) {
    const { value, messages } = await withinTwo(async () => readEdited(bytes, { changes }));
    expect(messages.map(({ reason }) => reason)).toEqual([]);
    if (!value) throw new Error("it can't be read");
    if (changes === "accept" && typeof odd.reads !== "number") {
      expect(textsOf(value)).toEqual(odd.reads);
    }
    expect(JSON.stringify(value.document)).not.toMatch(/script:|file:/);
  }
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

/** What its blocks say, and what no ladder holds; the pictures of the fixtures stand before the rest. */
const textsOf = ({ document, foreign }: Edited): string[] => [
  ...foreign.filter(({ what }) => what === "picture").map(({ text }) => text),
  ...document.blocks.flatMap(textOf),
];

/** An edited document is read for more than what it shows: that takes half as long again. */
const withinTwo = <T>(work: () => Promise<T>): Promise<T> => within(2, work);

const withinASecond = <T>(work: () => Promise<T>): Promise<T> => within(1, work);

/** By the processor's time, since others may want it too; what is slow only once is not slow. */
async function within<T>(seconds: number, work: () => Promise<T>, attempts = 3): Promise<T> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  if (user + system < seconds * 1_000_000 * slowness()) return result;
  if (attempts > 1) return within(seconds, work, attempts - 1);
  throw new Error(`took ${((user + system) / 1_000_000).toFixed(1)} s`);
}

const textOf = (block: DocumentBlock): string[] => ("text" in block ? [block.text] : []);
