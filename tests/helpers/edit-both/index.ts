import fc from "fast-check";
import type { Document } from "../../../src/document.js";
import type { DocxFile } from "../edit-docx.js";
import { Both } from "./both.js";
import { type BothEdit, BULLETS } from "./bullets.js";
import { MARKS } from "./marks.js";
import { STRUCTURE } from "./structure.js";
import { TEXTS } from "./texts.js";

const EDITS = { ...BULLETS, ...MARKS, ...TEXTS, ...STRUCTURE } satisfies Record<string, BothEdit>;

/** One edit in Word: what, at the how-manieth of what can be edited so, and where in it or where to. */
export interface WordEdit {
  kind: keyof typeof EDITS;
  at: number;
  to: number;
}

/** Bullets are what is edited most. */
const KINDS = [...Object.keys(BULLETS), ...Object.keys(EDITS)] as WordEdit["kind"][];

/** Scripts of edits that are made in Word. */
export const wordScripts = (most: number): fc.Arbitrary<WordEdit[]> =>
  fc.array(fc.record({ kind: fc.constantFrom(...KINDS), at: fc.nat(10_000), to: fc.nat(10_000) }), {
    minLength: 1,
    maxLength: most,
  });

/**
 * Makes the same edits to a Word file and to the document that it shows, each by code of its own:
 * what a merge should bring home is what the document says then. The kinds of those that were made:
 * an edit that finds nothing to do is none.
 */
export function editBoth(
  docx: DocxFile,
  document: Document,
  script: readonly WordEdit[],
): WordEdit["kind"][] {
  const both = new Both(docx, document);
  return script
    .filter(({ kind, at, to }, index) => EDITS[kind](both, { at, to, word: `zq${index}` }))
    .map(({ kind }) => kind);
}
