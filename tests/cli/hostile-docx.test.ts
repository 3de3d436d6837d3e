import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { expect, test } from "vitest";
import { readPost } from "../../src/read/index.js";
import { multiply } from "../bench/posts.js";
import { renderAll } from "../helpers/render.js";
import { BOMBS } from "../read/docx/hostile/bombs.js";
import { LONG } from "../read/docx/hostile/long.js";
import { OTHER_KINDS } from "../read/docx/hostile/other-kinds.js";
import { PARTS } from "../read/docx/hostile/parts.js";
import { TOO_MUCH } from "../read/docx/hostile/too-much.js";
import { ZIPS } from "../read/docx/hostile/zips.js";
import { TELL_PEAK } from "./peak.js";
import { CLEAN, CLI, SEED, scratch } from "./run.js";

const MIB = 1024 * 1024;

/** Reads a file as users do; the last line of what it says is its memory, in bytes. */
function readFrom(folder: string): { code: number | null; says: string[]; bytes: number } {
  const args = ["--import", TELL_PEAK, CLI, "read", "x.docx"];
  const env = { ...process.env, ...CLEAN };
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  const says = stderr.trimEnd().split("\n");
  return { code: status, bytes: Number(says.pop()) * 1024, says };
}

const inFolder = (bytes: Uint8Array): string => {
  const folder = scratch();
  writeFileSync(path.join(folder, "x.docx"), bytes);
  return folder;
};

// Of the small ones a few are enough: what they take does not depend on what is wrong with them.
const SMALL = [OTHER_KINDS, ZIPS, PARTS].flatMap((group) => group.slice(0, 2));

test.each([...BOMBS, ...TOO_MUCH, ...SMALL])("$name: exit code 2, within 256 MiB", (refused) => {
  const { code, says, bytes } = readFrom(inFolder(refused.make()));
  expect(says).toEqual([expect.stringMatching(/^x\.docx: error Unexpected .* \([a-z-]+\)$/)]);
  expect(code).toBe(2);
  expect(bytes).toBeLessThan(256 * MIB);
});

test.each(LONG)("$name: exit code 0, within 256 MiB", ({ make }) => {
  const { code, says, bytes } = readFrom(inFolder(make()));
  expect(says).toEqual([]);
  expect(code).toBe(0);
  expect(bytes).toBeLessThan(256 * MIB);
});

test("a ladder a hundred times as long as the seed is read", async () => {
  const post = Buffer.from(multiply(readFileSync(SEED, "utf8"), 100));
  const { value } = readPost(post, { file: path.basename(SEED) });
  if (!value) throw new Error("the post can't be read");
  const { docx } = await renderAll(value, ["docx"]);
  const { code, says } = readFrom(inFolder(docx));
  expect(says).toEqual([]);
  expect(code).toBe(0);
});
