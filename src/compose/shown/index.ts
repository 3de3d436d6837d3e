import type { Document } from "../../document.js";
import type { ShownText } from "../../pdf-words.js";
import { align } from "./align.js";
import { entryOf, pieceOf } from "./entry.js";
import { contentsOf, expectedTexts } from "./expected.js";
import { withoutOwnWords } from "./own.js";
import { type ShownDifference, tellDifferences } from "./tell.js";

export type { ShownDifference } from "./tell.js";

/**
 * The differences between what a PDF shows and what it should, in the order of the document; of one
 * that shows something else altogether, only the first are told.
 */
export function diffShown(shown: readonly ShownText[], document: Document): ShownDifference[] {
  const entries = expectedTexts(document).map(entryOf);
  const pieces = withoutOwnWords(shown.map(pieceOf), contentsOf(document));
  const { strangers, end } = align(entries, pieces);
  return tellDifferences(entries.slice(0, end), strangers);
}
