import { asideName, type MarkKind, type MarkName, readMark } from "../docx-names.js";
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
    const made =
      !mark || mark.kind === "anchor" ? this.context.names.another(name) : this.#aside(name, mark);
    this.#asides[side].set(name, made);
  }

  /** Both sides have one name for a note of one id: that may stand at two places. */
  #aside(name: string, { kind, data }: MarkName): string {
    const { names } = this.context;
    const own = asideName(name);
    const made = this.#taken.has(own) ? asideName(this.context.mark(kind, ...data)) : own;
    this.#taken.add(made);
    const told = names.told.find(([each]) => each === name)?.[1];
    if (told !== undefined) names.tell(made, told);
    return made;
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
