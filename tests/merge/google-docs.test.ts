import { beforeAll, expect, test } from "vitest";
import { type DocxFile, openDocx } from "../helpers/edit-docx.js";
import { editedOf } from "../helpers/edited.js";
import { asGoogleDocs } from "../helpers/google-docs.js";
import { linesChanged, type Made, mergeBytes, seed } from "./made.js";

let post: Made;
let exported: Uint8Array;
beforeAll(async () => {
  post = await seed();
  exported = asGoogleDocs(post.docx);
});

function mergeEdit(edit: (docx: DocxFile) => unknown) {
  const docx = openDocx(exported);
  edit(docx);
  const { changes, text } = mergeBytes(docx.save(), post);
  const told = changes.map(({ outcome, kind, path }) => `${outcome} ${kind} ${path}`);
  return { told, lines: linesChanged(post.text, text) };
}

test("a file that went through Google Docs without an edit changes nothing", () => {
  const edited = editedOf(exported);
  expect(edited.base).toBeNull();
  expect(edited.foreign).toEqual([]);
  expect(mergeBytes(exported, post)).toMatchObject({ changes: [], text: post.text });
});

test("words, a bullet, a title and the overview are edited as in any other file", () => {
  expect(mergeEdit((docx) => docx.change("You choose new technologies.", "new", "old"))).toEqual({
    told: ["made reworded SE 4 › Role Highlights › 1"],
    lines: ["-<li>You choose new technologies.</li>", "+<li>You choose old technologies.</li>"],
  });
  expect(
    mergeEdit((docx) => docx.addAfter("You choose new technologies.", "You write them down.")),
  ).toEqual({
    // The file no longer tells labels from other facts.
    told: ["made added SE level 4 › Role Highlights › 2"],
    lines: ["+<li>You write them down.</li>"],
  });
  expect(mergeEdit((docx) => docx.delete("You choose new technologies."))).toEqual({
    told: ["made removed SE 4 › Role Highlights › 1"],
    lines: ["-<li>You choose new technologies.</li>"],
  });
  expect(mergeEdit((docx) => docx.change("8+ years", "8", "9"))).toMatchObject({
    told: [expect.stringMatching(/^made reworded .* › Experience$/)],
  });
  expect(mergeEdit((docx) => docx.change("4\nVP Engineering", "VP", "Head of"))).toMatchObject({
    told: [expect.stringMatching(/^made reworded Overview › /)],
  });
});
