import { compose } from "../compose/handbook.js";
import type { Result } from "../diagnostics.js";
import type { Document } from "../document.js";
import type { Ladder } from "../model/ladder.js";
import { XmlParser } from "../read/docx/parse-xml.js";
import type { Resources } from "../resources.js";
import { type Bodies, writeRedlined } from "../write/docx/redlined.js";
import { BodyWriter } from "./body.js";
import { nameMoves } from "./moves.js";
import { partnersOf, sameNodes } from "./partners.js";
import { PieceReader } from "./pieces.js";
import { Revisions } from "./revisions.js";
import { weave } from "./weave.js";

/** What a redline is made with. */
export interface RedlineOptions {
  /** Who proposes the changes, as Word shows it; left out: "rungbook". */
  author?: string;
  resources: Resources;
}

/**
 * Writes what changed from one ladder to another as a document of Word with tracked changes
 * (ECMA-376, 17.13.5): all of them accepted it says what `after` says, all rejected what `before`
 * says. It looks as the DOCX rendering of `after` does. Its changes bear the date of `after`, where it
 * has one. It carries both ladders, so that `merge` can bring back what somebody decided.
 *
 * Gives the bytes of the file, and an error among the messages for each text that it does not hold.
 */
export async function redline(
  before: Ladder,
  after: Ladder,
  { author = "rungbook", resources }: RedlineOptions,
): Promise<Result<Uint8Array>> {
  const sides = [before, after].map((ladder) => ({ ladder, document: compose(ladder) })) as [
    { ladder: Ladder; document: Document },
    { ladder: Ladder; document: Document },
  ];
  const same = sameNodes(sides[0].document, sides[1].document);
  const revisions = new Revisions({ author, date: dateOf(after) });
  return writeRedlined(...sides, resources, (bodies) => bodyOf(bodies, same, revisions));
}

function bodyOf(bodies: Bodies, same: ReadonlyMap<object, object>, revisions: Revisions): string {
  const reader = new PieceReader(bodies.tags, new Map(bodies.context.names.told));
  const [before, after] = [bodies.before, bodies.after].map((body) =>
    reader.piecesOf(new XmlParser().parse(`<w:body>${body}</w:body>`, "word/document.xml")),
  ) as [ReturnType<PieceReader["piecesOf"]>, ReturnType<PieceReader["piecesOf"]>];
  const partners = partnersOf(before, after, same);
  const woven = weave(before, after, partners);
  nameMoves(woven, partners);
  return new BodyWriter(woven, bodies.context, revisions).xml();
}

/** The day of a ladder, as Word writes it. */
function dateOf({ date, origin }: Ladder): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date ?? "")?.[0] ?? origin.date;
  return day === undefined ? null : `${day}T00:00:00Z`;
}
