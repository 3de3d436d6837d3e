import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { compose } from "../../src/compose/handbook.js";
import type { Node } from "../../src/match/tree.js";
import { type Favour, type Merged, merge } from "../../src/merge/index.js";
import { startOf } from "../../src/merge/redlined.js";
import type { Ladder } from "../../src/model/ladder.js";
import { items } from "../../src/model/walk.js";
import { readPost } from "../../src/read/index.js";
import { writeMarkdown } from "../../src/write/markdown/index.js";
import { type DocxFile, openDocx } from "../helpers/edit-docx.js";
import { editedOf, writtenDocx } from "../helpers/edited.js";
import { testResources } from "../helpers/resources.js";

/** A post, its ladder, and the Word file that was made of it. */
export interface Made {
  file: string;
  text: string;
  ladder: Ladder;
  docx: Uint8Array;
}

/** The ladder of a post's text. */
export const ladderOf = (text: string, file: string): Ladder =>
  readPost(new TextEncoder().encode(text), { file }).value as Ladder;

/** The Markdown rendering of a post, which is a post itself. */
export async function renderedMarkdown(text: string): Promise<string> {
  const ladder = ladderOf(text, "x.md");
  const resources = testResources();
  const { value } = await writeMarkdown({ document: compose(ladder), ladder, resources });
  return new TextDecoder().decode(value);
}

/** Makes a Word file of a post. */
export async function made(text: string, file: string): Promise<Made> {
  const ladder = ladderOf(text, file);
  return { file, text, ladder, docx: await writtenDocx(compose(ladder), ladder) };
}

export const SEED = "2019-12-17-engineering-job-ladder.md";

/** The seed: HTML tables; and the same ladder as Markdown, headings and bullets. */
export const seed = (): Promise<Made> => made(readFileSync(`source/${SEED}`, "utf8"), SEED);
export const markdownSeed = (): Promise<Made> =>
  made(readFileSync("output/engineering-job-ladder.md", "utf8"), "ladder.md");

/** How a file is merged. */
export interface How {
  favour?: Favour;
  changes?: "accept" | "reject";
  keepAutocorrect?: boolean;
  /** The post's text by now; by default it is as it was. */
  now?: string;
}

/** Merges the bytes of an edited Word file into the post that it was made of. */
export function mergeBytes(bytes: Uint8Array, post: Made, how: How = {}): Merged {
  const edited = editedOf(bytes, how.changes);
  const text = how.now ?? post.text;
  const ladder = how.now === undefined ? post.ladder : ladderOf(text, post.file);
  const { favour = null, keepAutocorrect = false } = how;
  const ours = { ladder, text, file: post.file };
  return merge({ ...startOf(edited, ladder), ours, favour, keepAutocorrect });
}

/** Edits the Word file of a post, and merges it. */
export function mergeEdit(post: Made, edit: (docx: DocxFile) => unknown, how: How = {}): Merged {
  const docx = openDocx(post.docx);
  edit(docx);
  return mergeBytes(docx.save(), post, how);
}

/** What a tree says; what is only shown is no matter. */
export const said = (node: Node): unknown => ({
  kind: node.kind,
  rich: node.rich,
  children: node.children.filter(({ kind }) => kind !== "shown").map(said),
});

/** The bookmark of an expectation. */
export const bookmark = (number: number) => ({ bookmark: `_rbi${number}` });

/** A word of each expectation that is to be changed: the expectation's number, and its line. */
export const wordsToChange = ({ ladder }: Made): [number: number, word: string, line: number][] =>
  items(ladder.content).map((item, index) => {
    const all = item.text.match(/[a-z]{3,}/gi) ?? [];
    return [index + 1, all[index % all.length] as string, item.place?.start.line ?? 0];
  });

/** Lines of two texts of as many lines that are not the same: their numbers. */
export function changedLines(before: string, after: string | null): number[] {
  const [old, now] = [before.split("\n"), (after ?? "").split("\n")];
  expect(now).toHaveLength(old.length);
  return old.flatMap((line, index) => (line === now[index] ? [] : [index + 1]));
}

/** The lines that are others: as `diff` has them, without their context. */
export function linesChanged(before: string, after: string | null): string[] {
  const [old, now] = [before.split("\n"), (after ?? "").split("\n")];
  let head = 0;
  while (head < old.length && old[head] === now[head]) head++;
  let tail = 0;
  while (
    tail < Math.min(old.length, now.length) - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail++;
  return [
    ...old.slice(head, old.length - tail).map((line) => `-${line.trim()}`),
    ...now.slice(head, now.length - tail).map((line) => `+${line.trim()}`),
  ];
}
