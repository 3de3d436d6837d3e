import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { afterAll, expect, test } from "vitest";
import { compare } from "../../src/commands/check/compare.js";
import type { Context } from "../../src/commands/command.js";
import { compose } from "../../src/compose/handbook.js";
import type { Finding } from "../../src/report/report.js";
import type { Format } from "../../src/write/index.js";
import { scratch } from "../cli/run.js";
import { targetsOf } from "../helpers/ladder-targets.js";
import { renderAll } from "../helpers/render.js";
import { editedMarkdown, editedWord } from "../helpers/seeded-bytes.js";
import { olderLadder, type Seed, type Told } from "../helpers/seeded-drifts.js";
import { ladderOf } from "../merge/made.js";

/** How many drifts of each format; pages take longest to write. */
const isLong = process.env.RUNGBOOK_LONG === "1";
const COUNTS: Record<Format, number> = isLong
  ? { json: 150, md: 150, docx: 150, pdf: 50 }
  : { json: 80, md: 16, docx: 22, pdf: 2 };

const folder = scratch({}, afterAll);

/** A post and what was built of it. */
const POSTS = [
  "source/2019-12-17-engineering-job-ladder.md",
  "tests/fixtures/2024-02-29-small-ladder.md",
].map((file) => {
  const text = readFileSync(file, "utf8");
  const ladder = ladderOf(text, path.basename(file));
  return { file, text, ladder, targets: targetsOf(ladder), document: compose(ladder) };
});
type Post = (typeof POSTS)[number];

/** Numbers that look random, the same each time (Lehmer's generator as Park and Miller set it). */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

/** What `check` says of a file with these bytes, where other ones are wanted. */
async function findingsOf(post: Post, format: Format, bytes: Uint8Array): Promise<Finding[]> {
  const name = `post.${format}`;
  writeFileSync(path.join(folder, name), bytes);
  const wanted = { format, path: name, bytes: new Uint8Array(), ms: 0 };
  const of = { post: post.file, document: post.document };
  return (await compare(wanted, of, { cwd: folder } as Context)).findings;
}

/** The bytes of a drift, and what must be told of it. */
async function drifted(post: Post, format: Format, seed: Seed, which: number) {
  const isByHand = which % 3 === 2;
  if (isByHand && format === "docx") return editedWord(post, await written(post, "docx"), seed);
  if (isByHand && format === "md") return editedMarkdown(post, await written(post, "md"), seed);
  const older = olderLadder(post, seed, which);
  if (!older) return null;
  const { [format]: bytes } = await renderAll(older.ladder, [format]);
  return { ...older, bytes };
}

const renderings = new Map<string, Promise<Record<Format, Uint8Array>>>();

async function written({ file, ladder }: Post, format: Format): Promise<Uint8Array> {
  const key = `${format} of ${file}`;
  const made = renderings.get(key) ?? renderAll(ladder, [format]);
  renderings.set(key, made);
  return (await made)[format];
}

function isTold({ path: at, line, word }: Told, { message, source }: Finding): boolean {
  const { reason, ruleId } = message;
  const isThere = reason.startsWith(`${at}: `) || reason.startsWith(`${at} › `);
  return (
    ruleId === "drift" && isThere && source?.place.start.line === line && reason.includes(word)
  );
}

/** Where a level is gone, the overview has lost its link to it. */
const isLostLink = ({ message }: Finding): boolean =>
  message.reason.startsWith("Overview › ") && message.reason.includes("](#");

for (const [format, count] of Object.entries(COUNTS) as [Format, number][])
  test(`${count} drifts of ${format} are told with track, level, section and line`, async () => {
    const random = numbers(count + format.length);
    const next = () => random.next().value as number;
    const missed: string[] = [];
    let made = 0;
    for (let which = 0; made < count; which++) {
      // Every format but JSON takes a while to write the larger of the two.
      const isSmall = next() % 4 === 0 || (format !== "json" && !isLong);
      const post = POSTS[isSmall ? 1 : 0] as Post;
      const seed = { at: next(), to: next(), word: `Zq${which}` };
      const drift = await drifted(post, format, seed, which);
      if (!drift) continue;
      made++;
      const findings = await findingsOf(post, format, drift.bytes);
      const [told, ...others] = findings.filter(
        (each) => drift.told.word !== "is missing" || !isLostLink(each),
      );
      if (others.length > 0 || !told || !isTold(drift.told, told))
        missed.push(
          `${drift.name} ${JSON.stringify(drift.told)}: ${findings.map(lineAbout).join("\n   ")}`,
        );
    }
    console.log(`${format}: ${made - missed.length} of ${made} drifts told, each as one`);
    expect(missed).toEqual([]);
  });

const lineAbout = ({ message, source }: Finding): string =>
  `${message.reason} (${source?.place.start.line})`;
