import { readMark } from "../docx-names.js";
import {
  attributeOf,
  childOf,
  descend,
  elementsOf,
  rawText,
  valOf,
  type Xml,
} from "../read/docx/xml.js";
import type { Tags } from "../write/docx/tags.js";

/** A paragraph of one of the two bodies. */
export interface Line {
  type: "line";
  /** The node of the document that it shows; null: none, or one that is shown several times. */
  of: object | null;
  style: string;
  /** What it is set with, and what it holds, both without bookmarks. */
  properties: Xml[];
  content: Xml[];
  /** The names of its bookmarks. */
  bookmarks: string[];
  /** What its bookmarks say beside whose they are: anchors, a cell's spans. */
  told: string;
  text: string;
}

/** A table of one of the two bodies. */
export interface Table {
  type: "table";
  /** Its properties and its grid. */
  head: Xml[];
  rows: TableRow[];
  style: string;
  columns: number;
  text: string;
}

/** A row of a table. */
export interface TableRow {
  type: "row";
  properties: Xml[];
  cells: TableCell[];
  /** How its cells span columns and rows. */
  form: string;
  isJoined: boolean;
  text: string;
}

/** A cell of a row. */
export interface TableCell {
  properties: Xml[];
  pieces: Piece[];
}

/** What stands as it is: the table of contents. */
export interface Fixed {
  type: "fixed";
  node: Xml;
}

/** What a body or a cell holds. */
export type Piece = Line | Table | Fixed;

/** Takes bodies apart. */
export class PieceReader {
  /** `names` are the texts that the names of bookmarks do not tell. */
  constructor(
    private readonly tags: Tags,
    private readonly names: ReadonlyMap<string, string>,
  ) {}

  /** All that an element holds. */
  piecesOf(node: Xml): Piece[] {
    return elementsOf(node).flatMap((child): Piece[] => {
      if (child.name === "w:p") return [this.#line(child)];
      if (child.name === "w:tbl") return [this.#table(child)];
      return child.name === "w:sdt" ? [{ type: "fixed", node: child }] : [];
    });
  }

  #line(node: Xml): Line {
    const children = elementsOf(node);
    const names = children
      .filter(({ name }) => name === "w:bookmarkStart")
      .map((each) => attributeOf(each, "w:name") ?? "");
    const nodes = names.map((name) => this.tags.nodeOf(name));
    const bookmarks = names.filter((_, index) => nodes[index] === undefined);
    const content = children.filter(({ name }) => !/^w:(?:pPr|bookmark\w+)$/.test(name));
    return {
      type: "line",
      of: nodes.find((each) => each !== undefined) ?? null,
      style: valOf(node, "w:pPr", "w:pStyle") ?? "",
      properties: elementsOf(childOf(node, "w:pPr")),
      content,
      bookmarks,
      told: bookmarks.map((name) => this.#toldBy(name)).join(" "),
      text: content.map(textOf).join(""),
    };
  }

  /** What a bookmark's name says of its place; nothing for one that only tells nodes apart. */
  #toldBy(name: string): string {
    const mark = readMark(name);
    if (!mark) return name.startsWith("_") ? "" : `#${name}`;
    if (mark.kind === "anchor" || mark.kind === "language") return `#${this.names.get(name) ?? ""}`;
    return HUED.has(mark.kind) ? mark.kind : `${mark.kind} ${mark.data.join(" ")}`;
  }

  #table(node: Xml): Table {
    const rows = elementsOf(node)
      .filter(({ name }) => name === "w:tr")
      .map((row) => this.#row(row));
    return {
      type: "table",
      head: elementsOf(node).filter(({ name }) => name !== "w:tr"),
      rows,
      style: valOf(node, "w:tblPr", "w:tblStyle") ?? "",
      columns: elementsOf(childOf(node, "w:tblGrid")).length,
      text: rows.map(({ text }) => text).join("\n"),
    };
  }

  #row(node: Xml): TableRow {
    const cells = elementsOf(node)
      .filter(({ name }) => name === "w:tc")
      .map((cell) => ({
        properties: elementsOf(childOf(cell, "w:tcPr")),
        pieces: this.piecesOf(cell),
      }));
    const form = cells.map(formOf).join(",");
    return {
      type: "row",
      properties: elementsOf(childOf(node, "w:trPr")),
      cells,
      form,
      isJoined: form.includes("^"),
      text: cells.flatMap(({ pieces }) => pieces.map(pieceText)).join("\n"),
    };
  }
}

/** Marks that tell the colour of a part, which follows from the order of parts. */
const HUED: ReadonlySet<string> = new Set(["part", "row"]);

function formOf({ properties }: TableCell): string {
  const valued = (name: string) => properties.find((each) => each.name === name);
  const merge = valued("w:vMerge");
  const span = attributeOf(valued("w:gridSpan"), "w:val") ?? "1";
  return merge ? `${span}^${attributeOf(merge, "w:val") ?? ""}` : span;
}

/** All words of a piece. */
export const pieceText = (piece: Piece): string => (piece.type === "fixed" ? "" : piece.text);

/** The words in an element; a break is "\n", an image its alternative text. */
function textOf(node: Xml): string {
  if (node.name === "w:t") return rawText(node);
  if (node.name === "w:br") return "\n";
  if (node.name === "w:tab") return "\t";
  if (node.name === "w:drawing")
    return attributeOf(descend(node, "wp:inline", "wp:docPr"), "descr") ?? "";
  return elementsOf(node).map(textOf).join("");
}
