import { headingStyle, STYLE } from "../docx-names.js";
import { attributeOf, type Xml } from "../read/docx/xml.js";
import { rowsBeside } from "../write/docx/card-rows.js";
import type { DocxContext } from "../write/docx/context.js";
import type { Piece, Table, TableRow } from "./pieces.js";
import type { Woven } from "./weave.js";

/** True for the row of a level's table in which its facts stand beside what is expected. */
export const isBeside = ({ properties, cells }: TableRow, { style }: Table): boolean =>
  style === STYLE.level &&
  cells.length === 2 &&
  !properties.some(({ name }) => name === "w:tblHeader");

/**
 * The row of a level as several, as the writer has them: each section one. A row may end only where
 * a line stays as it is on both sides, or it would end with a line that may go.
 */
export function cardRows<T extends Piece | Woven>(
  { cells }: TableRow,
  [facts = [], body = []]: readonly (readonly T[])[],
  write: (pieces: readonly T[]) => string,
  mark: () => string,
  context: DocxContext,
): string {
  const widths = cells.map(({ properties }) => widthOf(properties)) as [number, number];
  const left = write(facts);
  const bodies: string[][] = [];
  for (const part of partsOf(body)) {
    const last = bodies.at(-1);
    if (last && !beginsSection(part[0])) last.push(write(part));
    else bodies.push([write(part)]);
  }
  const flow = { width: widths[0] + widths[1], depth: 0, hue: null };
  const rows = { widths, partsOf: (xml: string) => partsIn(xml, bodies), mark };
  const sections = bodies.map((parts) => parts.join(""));
  return rowsBeside(left, sections, rows, flow, context);
}

/** The parts of one section, or of the first several. */
function partsIn(xml: string, bodies: readonly string[][]): readonly string[] {
  const first = bodies.map((_, at) => bodies.slice(0, at + 1).flat());
  return [...bodies, ...first].find((parts) => parts.join("") === xml) ?? [];
}

const widthOf = (properties: readonly Xml[]): number =>
  Number(
    attributeOf(
      properties.find(({ name }) => name === "w:tcW"),
      "w:w",
    ) ?? 0,
  );

/** The least parts, behind each of which a row may end. */
function partsOf<T extends Piece | Woven>(pieces: readonly T[]): T[][] {
  const parts: T[][] = [];
  let last: T | undefined;
  for (const piece of pieces) {
    if (last && stays(last) && stays(piece)) parts.push([piece]);
    else (parts.at(-1) ?? parts[parts.push([]) - 1])?.push(piece);
    last = piece;
  }
  return parts;
}

/** True for a line that is the same row's on both sides, or in a row that comes and goes as a whole. */
function stays(piece: Piece | Woven): boolean {
  if ("type" in piece) return piece.type === "line";
  return piece.before?.type === "line" && piece.after?.type === "line";
}

function beginsSection(piece: Piece | Woven | undefined): boolean {
  const line = piece && ("type" in piece ? piece : piece.after);
  return line?.type === "line" && line.style === headingStyle(3);
}
