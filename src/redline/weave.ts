import { type Aligned, align, type Key } from "./align.js";
import type { Partners } from "./partners.js";
import { type Line, type Piece, pieceText, type Table, type TableRow } from "./pieces.js";

/** A piece of the redline: on both sides, or only on one. */
export interface Woven extends Aligned<Piece> {
  /** The rows of a table that is on both sides. */
  rows?: WovenRow[];
  /** The name of the move that takes a line from here, or to here. */
  move?: string;
}

/** A row of a table that is on both sides. */
export interface WovenRow extends Aligned<TableRow> {
  /** What each cell holds, where the row is on both sides. */
  cells?: Woven[][];
}

/** Puts the pieces of both sides into one sequence, and so on in the cells of tables. */
export function weave(
  before: readonly Piece[],
  after: readonly Piece[],
  partners: Partners,
): Woven[] {
  const known = new Set([...partners.keys(), ...partners.values()]);
  return new Weaver(partners, known).pieces(before, after);
}

class Weaver {
  constructor(
    private readonly partners: Partners,
    private readonly known: ReadonlySet<object>,
  ) {}

  pieces(before: readonly Piece[], after: readonly Piece[]): Woven[] {
    const keys = [this.#unless(exactKey), this.#unless(styleKey)];
    return align(before, after, this.partners, keys).flatMap((each): Woven[] => {
      const { before: old, after: now } = each;
      if (old?.type !== "table" || now?.type !== "table") return [each];
      const rows = this.#rows(old, now);
      if (rows) return [{ ...each, rows }];
      return [
        { before: old, after: null },
        { before: null, after: now },
      ];
    });
  }

  /** What has a partner elsewhere is not taken for something else here. */
  #unless(key: Key<Piece>): Key<Piece> {
    return (piece) => (this.known.has(piece) ? null : key(piece));
  }

  /** Null where the tables are too different to become one of the other row by row. */
  #rows(before: Table, after: Table): WovenRow[] | null {
    if (before.columns !== after.columns) return null;
    const isJoined = [...before.rows, ...after.rows].some((row) => row.isJoined);
    if (isJoined) return this.#joinedRows(before, after);
    const keys: Key<TableRow>[] = [exactRow, formRow];
    const aligned = align(before.rows, after.rows, this.partners, keys);
    return aligned.flatMap((each) => this.#row(each));
  }

  /** Cells that span rows keep all of them together. */
  #joinedRows(before: Table, after: Table): WovenRow[] | null {
    const forms = ({ rows }: Table) => rows.map(({ form }) => form).join(";");
    if (forms(before) !== forms(after)) return null;
    return before.rows.flatMap((row, at) =>
      this.#row({ before: row, after: after.rows[at] ?? null }),
    );
  }

  #row({ before, after }: Aligned<TableRow>): WovenRow[] {
    if (!before || !after) return [{ before, after }];
    if (before.form !== after.form)
      return [
        { before, after: null },
        { before: null, after },
      ];
    const cells = before.cells.map(({ pieces }, at) =>
      this.pieces(pieces, after.cells[at]?.pieces ?? []),
    );
    return [{ before, after, cells }];
  }
}

const exactKey = (piece: Piece): string | null =>
  piece.type === "fixed" ? "fixed" : `${styleOf(piece)} ${pieceText(piece)}`;

/** Lines that show no node, such as what heads a page or keeps tables apart. */
const styleKey = (piece: Piece): string | null =>
  piece.type === "line" && piece.of === null && piece.text !== "" ? styleOf(piece) : null;

const styleOf = (piece: Line | Table): string =>
  piece.type === "line" ? `${piece.style} ${piece.told}` : piece.style;

const exactRow = ({ form, text }: TableRow): string => `${form} ${text}`;

/** Rows that show no node: those that head the columns of levels. */
function formRow({ form, cells }: TableRow): string | null {
  const lines = cells.flatMap(({ pieces }) => pieces);
  const isOwn = lines.some((piece) => piece.type !== "line" || piece.of !== null);
  return isOwn ? null : `${form} ${lines.map((piece) => styleOf(piece as Line)).join(",")}`;
}
