import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compose } from "../../src/compose/handbook.js";
import { type Node, treeOf } from "../../src/match/tree.js";
import { dropEmptied } from "../../src/merge/emptied.js";
import { redline } from "../../src/redline/index.js";
import { editPost, type PostEdit } from "../helpers/edit-post.js";
import { editedOf } from "../helpers/edited.js";
import { editedInOffice, hasUno, press, WITHOUT_UNO } from "../helpers/office-edits.js";
import { testResources } from "../helpers/resources.js";
import { validator, WITHOUT } from "../helpers/validator.js";
import { ladderOf, SEED, said } from "../merge/made.js";

const text = readFileSync(`source/${SEED}`, "utf8");

/** One edit of each kind, at places apart from each other. */
const EDITS: PostEdit[] = (
  [
    "reword",
    "embolden",
    "replace",
    "remove",
    "add",
    "move",
    "remove section",
    "remove level",
  ] as const
).map((kind, index) => ({ kind, at: 17 * index + 3, to: 23 * index + 5 }));

const [before, after] = [text, editPost(text, EDITS)].map((post) => ladderOf(post, SEED)) as [
  ReturnType<typeof ladderOf>,
  ReturnType<typeof ladderOf>,
];
/** LibreOffice leaves an empty line before a table that is gone; a merge takes it for nothing. */
function emptied(tree: Node): Node {
  dropEmptied(tree);
  return tree;
}

const folder = mkdtempSync(join(tmpdir(), "rungbook-redline-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const made = (await redline(before, after, { resources: testResources() })).value;

test("the same two ladders give the same bytes, with ids that are nobody else's", async () => {
  expect((await redline(before, after, { resources: testResources() })).value).toEqual(made);
});

test.skipIf(!validator)(`is valid by the Open XML SDK (${WITHOUT})`, async () => {
  const file = join(folder, "redline.docx");
  writeFileSync(file, made);
  expect((await validator?.validateFile(file))?.errors).toEqual([]);
});

test.skipIf(!hasUno)(`LibreOffice accepts and rejects all (${WITHOUT_UNO})`, async () => {
  const [accepted, rejected] = await editedInOffice(made, [
    { steps: [press("AcceptAllTrackedChanges")] },
    { steps: [press("RejectAllTrackedChanges")] },
  ]);
  const shown = (bytes: Uint8Array | undefined) =>
    said(emptied(treeOf(editedOf(bytes as Uint8Array).document)));
  expect(shown(accepted)).toEqual(said(treeOf(compose(after))));
  expect(shown(rejected)).toEqual(said(treeOf(compose(before))));
});
