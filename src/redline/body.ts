import { STYLE } from "../docx-names.js";
import { toXml, type Xml } from "../read/docx/xml.js";
import type { DocxContext } from "../write/docx/context.js";
import { wrap } from "../write/docx/xml.js";
import { Bookmarks } from "./bookmarks.js";
import { cardRows, isBeside } from "./card-rows.js";
import type { Line, Piece, Table, TableCell, TableRow } from "./pieces.js";
import type { Mark, Revisions } from "./revisions.js";
import { comparedRuns, markedRuns } from "./runs.js";
import { Settings } from "./settings.js";
import type { Woven, WovenRow } from "./weave.js";
import { comparedWords, wordsOf } from "./words.js";

/** Writes the body of a redline: what is only on one side is a tracked change. */
export class BodyWriter {
  readonly #bookmarks: Bookmarks;
  readonly #settings: Settings;

  constructor(
    private readonly woven: readonly Woven[],
    private readonly context: DocxContext,
    private readonly revisions: Revisions,
  ) {
    this.#bookmarks = new Bookmarks(woven, context);
    this.#settings = new Settings(woven, context);
  }

  xml(): string {
    return this.#sequence(this.woven);
  }

  /** Behind what may go, and before a table or an end, a line has to stay that both can end with. */
  #sequence(woven: readonly Woven[]): string {
    let xml = "";
    let open: { name: string; end: string } | null = null;
    woven.forEach((each, index) => {
      const next = woven[index + 1];
      if (open && open.name !== each.move) {
        xml += open.end;
        open = null;
      }
      if (each.move !== undefined && !open) {
        const range = this.revisions.range(each.after ? "w:moveTo" : "w:moveFrom", each.move);
        xml += range.start;
        open = { name: each.move, end: range.end };
      }
      xml += this.#piece(each);
      if (isLone(each) && (!next || (!isLone(next) && isTable(next)))) xml += GAP;
    });
    return xml + ((open as { end: string } | null)?.end ?? "");
  }

  #piece(woven: Woven): string {
    const { before, after, rows, move } = woven;
    if (rows && after?.type === "table")
      return tableXml(after, rows.map((row) => this.#row(row, after)).join(""));
    if (before?.type === "line" && after?.type === "line") return this.#line(before, after);
    if (after && !before) return this.#lone(after, move === undefined ? "w:ins" : "w:moveTo");
    if (before && !after) return this.#lone(before, move === undefined ? "w:del" : "w:moveFrom");
    return after?.type === "fixed" ? toXml(after.node) : "";
  }

  #line(before: Line, after: Line): string {
    const change = this.#settings.isOther(before, after)
      ? this.revisions.around("w:pPrChange", `<w:pPr>${this.#settings.before(before)}</w:pPr>`)
      : "";
    const properties = wrap("w:pPr", xmlOf(after.properties) + change);
    const stretches = comparedWords(this.#words(before, "before"), this.#words(after, "after"));
    const runs = comparedRuns(stretches, this.revisions);
    const names = this.#bookmarks.namesOf(before, after);
    return `<w:p>${properties}${this.revisions.bookmarked(names, runs)}</w:p>`;
  }

  #words({ content }: Line, side: "before" | "after") {
    return wordsOf(content, (name) => this.#bookmarks.targetOf(name, side));
  }

  #lone(piece: Piece, mark: Mark): string {
    if (piece.type === "fixed") return mark === "w:ins" ? toXml(piece.node) : "";
    if (piece.type === "table")
      return tableXml(piece, piece.rows.map((row) => this.#loneRow(row, piece, mark)).join(""));
    const side = mark === "w:ins" || mark === "w:moveTo" ? "after" : "before";
    const set = side === "after" ? xmlOf(piece.properties) : this.#settings.before(piece);
    const end = `<w:rPr>${this.revisions.around(mark)}</w:rPr>`;
    const names = this.#bookmarks.loneNames(piece, side);
    const marks = names.length === 0 ? "" : this.revisions.bookmarked(names, "");
    const runs = markedRuns(this.#words(piece, side), mark, this.revisions);
    return `<w:p><w:pPr>${set}${end}</w:pPr>${marks && this.revisions.around(mark, marks)}${runs}</w:p>`;
  }

  #row({ before, after, cells }: WovenRow, table: Table): string {
    if (!after) return before ? this.#loneRow(before, table, "w:del") : "";
    if (!cells) return this.#loneRow(after, table, "w:ins");
    const write = (woven: readonly Woven[]) => this.#sequence(woven);
    if (isBeside(after, table)) return cardRows(after, cells, write, () => "", this.context);
    const content = after.cells.map((cell, at) => cellXml(cell, write(cells[at] ?? [])));
    return `<w:tr>${wrap("w:trPr", xmlOf(after.properties))}${content.join("")}</w:tr>`;
  }

  #loneRow(row: TableRow, table: Table, mark: Mark): string {
    const { properties, cells } = row;
    const change = () => this.revisions.around(mark);
    const write = (pieces: readonly Piece[]): string =>
      pieces.map((piece) => this.#lone(piece, mark)).join("");
    if (isBeside(row, table)) {
      const held = cells.map(({ pieces }) => pieces);
      return cardRows(row, held, write, change, this.context);
    }
    const content = cells.map((cell) => cellXml(cell, write(cell.pieces)));
    return `<w:tr><w:trPr>${xmlOf(properties)}${change()}</w:trPr>${content.join("")}</w:tr>`;
  }
}

/** An empty line of which nothing is seen. */
const GAP = `<w:p><w:pPr><w:pStyle w:val="${STYLE.gap}"/></w:pPr></w:p>`;

const isLone = ({ before, after }: Woven): boolean => !before || !after;
const isTable = ({ after }: Woven): boolean => after?.type === "table";

const xmlOf = (nodes: readonly Xml[]): string => nodes.map(toXml).join("");

const tableXml = ({ head }: Table, rows: string): string => `<w:tbl>${xmlOf(head)}${rows}</w:tbl>`;

const cellXml = ({ properties }: TableCell, content: string): string =>
  `<w:tc>${wrap("w:tcPr", xmlOf(properties))}${content}</w:tc>`;
