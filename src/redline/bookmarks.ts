import { asideName, type MarkKind, readMark } from "../docx-names.js";
import type { DocxContext } from "../write/docx/context.js";
import type { Line, Piece, TableRow } from "./pieces.js";
import type { Woven } from "./weave.js";

/** The kinds whose numbers tell a merge which node of a ladder it is. */
const NUMBERED: ReadonlySet<MarkKind> = new Set(["part", "card", "section", "item", "fact"]);

/**
 * The bookmarks of a redline. A line that is on both sides bears those of both, since a merge may
 * start from either; what is only on one side bears such as go with its text.
 */
export class Bookmarks {
  readonly #asides = { before: new Map<string, string>(), after: new Map<string, string>() };
  readonly #taken = new Set<string>();

  constructor(
    woven: readonly Woven[],
    private readonly context: DocxContext,
  ) {
    for (const [line, side] of loneLines(woven))
      for (const name of line.bookmarks) this.#setAside(name, side);
  }

  /** The names for a line of one side. */
  loneNames({ bookmarks }: Line, side: Side): string[] {
    return bookmarks.flatMap((name) => this.#asides[side].get(name) ?? []);
  }

  /** The names for a line of both sides. */
  namesOf(before: Line, after: Line): string[] {
    const old = before.bookmarks.filter((name) => NUMBERED.has(readMark(name)?.kind ?? "anchor"));
    return [...new Set([...after.bookmarks, ...old])];
  }

  /** The bookmark to which a link leads that is on this side. */
  targetOf(name: string, side: Side): string {
    return this.#asides[side].get(name) ?? name;
  }

  #setAside(name: string, side: Side): void {
    const mark = readMark(name);
    // The table of contents is that of the ladder after.
    if (!mark && name.startsWith("_")) {
      if (side === "after") this.#asides[side].set(name, name);
      return;
    }
    let made = mark && mark.kind !== "anchor" ? asideName(name) : this.context.names.another(name);
    if (mark && this.#taken.has(made)) made = asideName(this.context.mark(mark.kind, ...mark.data));
    this.#taken.add(made);
    this.#asides[side].set(name, made);
  }
}

type Side = "before" | "after";

/** Every line that is only on one side. */
function* loneLines(woven: readonly Woven[]): Generator<[Line, Side]> {
  for (const { before, after, rows } of woven) {
    if (!after && before) yield* linesOf(before, "before");
    if (!before && after) yield* linesOf(after, "after");
    for (const row of rows ?? []) {
      if (!row.after && row.before) yield* rowLines(row.before, "before");
      if (!row.before && row.after) yield* rowLines(row.after, "after");
      for (const cell of row.cells ?? []) yield* loneLines(cell);
    }
  }
}

function* linesOf(piece: Piece, side: Side): Generator<[Line, Side]> {
  if (piece.type === "line") yield [piece, side];
  if (piece.type === "table") for (const row of piece.rows) yield* rowLines(row, side);
}

function* rowLines({ cells }: TableRow, side: Side): Generator<[Line, Side]> {
  for (const { pieces } of cells) for (const piece of pieces) yield* linesOf(piece, side);
}
