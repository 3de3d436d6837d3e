import type { Document } from "../document.js";
import { align } from "../match/align.js";
import { treeOf } from "../match/tree.js";
import type { Line, Piece, Table, TableRow } from "./pieces.js";

/** What of the body before is what of the body after. */
export type Partners = ReadonlyMap<object, object>;

/** For the nodes of a document, and for what holds their words: those of another that are the same. */
export function sameNodes(before: Document, after: Document): Map<object, object> {
  const { to } = align(treeOf(before), treeOf(after));
  const same = new Map<object, object>();
  for (const [a, b] of to) same.set(a.of, b.of).set(a.words, b.words);
  return same;
}

/** A line with what holds it, the outermost first. */
interface Held {
  line: Line;
  tables: readonly Table[];
  rows: readonly TableRow[];
}

/**
 * Finds which lines, tables and rows are the same one: lines by the nodes that they show, and what
 * holds them by most of its lines.
 */
export function partnersOf(
  before: readonly Piece[],
  after: readonly Piece[],
  same: ReadonlyMap<object, object>,
): Partners {
  const [old, now] = [byNode(before), byNode(after)];
  const partners = new Map<object, object>();
  const votes = new Votes();
  for (const [node, a] of old) {
    const b = now.get(same.get(node) ?? node);
    if (!b) continue;
    if (a.line.told === b.line.told) partners.set(a.line, b.line);
    if (a.tables.length !== b.tables.length) continue;
    for (const [at, table] of a.tables.entries()) {
      const other = b.tables[at] as Table;
      // A level's table is no other's, whatever they hold.
      if (table.style !== other.style) break;
      votes.add(table, other);
      votes.add(a.rows[at] as TableRow, b.rows[at] as TableRow);
    }
  }
  for (const [a, b] of votes.won()) partners.set(a, b);
  return partners;
}

/** The lines of which each shows a node of its own: the heads of columns come again at each level. */
function byNode(pieces: readonly Piece[]): Map<object, Held> {
  const found = new Map<object, Held>();
  const several = new Set<object>();
  for (const held of linesIn(pieces, [], [])) {
    const { of } = held.line;
    if (of === null) continue;
    if (found.has(of)) several.add(of);
    found.set(of, held);
  }
  for (const { line } of linesIn(pieces, [], [])) if (several.has(line.of ?? line)) line.of = null;
  for (const node of several) found.delete(node);
  return found;
}

function* linesIn(
  pieces: readonly Piece[],
  tables: readonly Table[],
  rows: readonly TableRow[],
): Generator<Held> {
  for (const piece of pieces) {
    if (piece.type === "line") yield { line: piece, tables, rows };
    if (piece.type !== "table") continue;
    for (const row of piece.rows)
      for (const cell of row.cells) yield* linesIn(cell.pieces, [...tables, piece], [...rows, row]);
  }
}

/** Counts for what holds lines how many of them another one holds. */
class Votes {
  readonly #counts = new Map<object, Map<object, number>>();

  add(a: object, b: object): void {
    const counts = this.#counts.get(a) ?? new Map<object, number>();
    counts.set(b, (counts.get(b) ?? 0) + 1);
    this.#counts.set(a, counts);
  }

  /** Those with the most votes for each other. */
  *won(): Generator<[object, object]> {
    const all = [...this.#counts].flatMap(([a, counts]) =>
      [...counts].map(([b, count]) => ({ a, b, count })),
    );
    const taken = new Set<object>();
    for (const { a, b } of all.sort((x, y) => y.count - x.count)) {
      if (taken.has(a) || taken.has(b)) continue;
      taken.add(a).add(b);
      yield [a, b];
    }
  }
}
