import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compose } from "../../src/compose/handbook.js";
import { treeOf } from "../../src/match/tree.js";
import { dropEmptied } from "../../src/merge/emptied.js";
import { redline } from "../../src/redline/index.js";
import { type Decision, decide } from "../helpers/decide.js";
import { openDocx } from "../helpers/edit-docx.js";
import { editPost, postEdits } from "../helpers/edit-post.js";
import { editedOf } from "../helpers/edited.js";
import { testResources } from "../helpers/resources.js";
import { ladderOf, type Made, mergeBytes, SEED, said } from "../merge/made.js";

const LONG = !!process.env.RUNGBOOK_LONG;
const text = readFileSync(`source/${SEED}`, "utf8");
const post = (now: string): Made => ({
  file: SEED,
  text: now,
  ladder: ladderOf(now, SEED),
  docx: new Uint8Array(),
});
const before = post(text);

async function redlined(after: Made): Promise<Uint8Array> {
  return (await redline(before.ladder, after.ladder, { resources: testResources() })).value;
}

const decisions = fc.infiniteStream(fc.constantFrom<Decision>("accept", "reject", "leave"));

test("what is decided in Word comes into the post, at whichever side it stands", async () => {
  const outcomes = { exact: 0, told: 0 };
  await fc.assert(
    fc.asyncProperty(
      postEdits(6),
      decisions,
      fc.constantFrom("accept" as const, "reject" as const),
      async (edits, stream, changes) => {
        const after = post(editPost(text, edits));
        const file = openDocx(await redlined(after));
        const chosen = [...stream.take(400)];
        decide(file, (number) => chosen[number] as Decision);
        const bytes = file.save();
        const tree = treeOf(editedOf(bytes, changes).document);
        // A bullet of which both the old and the new words are gone: no post has such.
        dropEmptied(tree);
        const wanted = said(tree);
        for (const now of [before, after]) {
          const merged = mergeBytes(bytes, now, { changes });
          const isTold = merged.changes.some(({ outcome }) => outcome === "unplaced");
          outcomes[isTold ? "told" : "exact"]++;
          if (isTold) continue;
          expect(merged.changes.filter(({ outcome }) => outcome === "conflict")).toEqual([]);
          const got = ladderOf(merged.text ?? "", SEED);
          expect(said(treeOf(compose(got)))).toEqual(wanted);
        }
      },
    ),
    { numRuns: LONG ? 300 : 4, endOnFailure: true },
  );
  // A link may be left to a level that is not: that is told, and not written.
  expect(outcomes.exact).toBeGreaterThan(outcomes.told * 4);
});
