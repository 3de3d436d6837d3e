import { ladderJson } from "../../../model/json.js";
import type { Ladder } from "../../../model/ladder.js";
import { dateOf } from "./metadata.js";
import type { Pdf } from "./pdfkit.js";

/** The end of the name under which a PDF carries its ladder: "<slug>.ladder.json". */
export const LADDER_SUFFIX = ".ladder.json";

/** Attaches the ladder, without places, as the source of these pages (ISO 19005-3, 6.8). */
export function attachLadder(pdf: Pdf, ladder: Ladder): void {
  const date = dateOf(ladder.date);
  pdf.file(new TextEncoder().encode(ladderJson(ladder)), {
    name: `${ladder.origin.slug}${LADDER_SUFFIX}`,
    type: "application/json",
    description: "The ladder these pages were made from",
    relationship: "Source",
    creationDate: date,
    modifiedDate: date,
  });
}
