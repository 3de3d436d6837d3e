import type { AlignType, BlockContent, RootContent, Table, TableCell } from "mdast";
import type { BlockOf, Cell, Row } from "../../model/ladder.js";
import { spansOf } from "../../model/rich.js";
import { contentNodes, listItem } from "./blocks.js";
import { anchor, anchors, phrasing } from "./phrasing.js";

/** What a table is beside its rows. */
export interface TableKind {
  /** The class of the anchor that marks it. */
  mark: string;
  /** True where the first row heads the columns though its cells do not say so. */
  scale?: boolean;
}

/** Stands for a line break in a cell, where Markdown has none. */
const CELL_BREAK = " · ";

/**
 * A GFM table where GFM has one for it; else, marked by an anchor, a list of rows that are lists of
 * cells, since a cell of GFM holds no blocks and no spans.
 */
export function tableNodes(rows: readonly Row[], kind: TableKind): RootContent[] {
  const head = headOf(rows, kind);
  return head === null ? listOfRows(rows, kind) : [gfmTable(rows, head, kind)];
}

/** Which rows head a GFM table of these rows; null where GFM has no table for them. */
function headOf(rows: readonly Row[], { scale }: TableKind): "first" | "empty" | null {
  const [first, ...others] = rows;
  if (!first || rows.some((row) => row.cells.length !== first.cells.length)) return null;
  const uniform = first.cells.every(({ align }, column) =>
    others.every((row) => row.cells[column]?.align === align),
  );
  if (!uniform || !rows.every((row) => row.cells.every(isLine))) return null;
  if (others.some((row) => row.cells.some(({ header }) => header))) return null;
  const flags = first.cells.filter(({ header }) => header).length;
  if (flags === first.cells.length) return isBlank(first) && others.length > 0 ? null : "first";
  if (flags > 0) return null;
  return scale && !isBlank(first) ? "first" : "empty";
}

const isBlank = (row: Row): boolean => row.cells.every(({ blocks }) => blocks.length === 0);

/** True for a cell that is one line of text, as GFM's are. */
function isLine({ blocks, colspan, rowspan }: Cell): boolean {
  const [line, ...more] = blocks;
  if (colspan || rowspan || more.length > 0) return false;
  return line === undefined || (line.type === "paragraph" && !line.text.includes("·"));
}

function gfmTable(rows: readonly Row[], head: "first" | "empty", kind: TableKind): Table {
  const [first] = rows;
  const empty: Row = { cells: (first?.cells ?? []).map(() => ({ blocks: [] })) };
  const shown = head === "first" ? rows : [empty, ...rows];
  const table: Table = {
    type: "table",
    align: (first?.cells ?? []).map(({ align }): AlignType => align ?? null),
    children: shown.map(({ cells }) => ({ type: "tableRow", children: cells.map(gfmCell) })),
  };
  if (kind.mark !== "table") {
    const flagged = first?.cells.some(({ header }) => header) ? " head" : "";
    const name = head === "empty" ? " headless" : flagged;
    table.children[0]?.children[0]?.children.unshift(anchor({ class: kind.mark + name }));
  }
  return table;
}

function gfmCell({ blocks }: Cell): TableCell {
  const line = blocks[0] as BlockOf<"paragraph"> | undefined;
  if (!line) return { type: "tableCell", children: [] };
  const spans = spansOf(line).map((span) =>
    span.type === "break" ? { type: "text" as const, text: CELL_BREAK } : span,
  );
  return {
    type: "tableCell",
    children: [...anchors(line.anchors ?? []), ...phrasing({ text: line.text, spans })],
  };
}

function listOfRows(rows: readonly Row[], { mark }: TableKind): RootContent[] {
  const items = rows.map(({ cells }) => {
    const list: BlockContent = {
      type: "list",
      ordered: false,
      spread: false,
      children: cells.map((cell) => listItem(cellNodes(cell))),
    };
    return listItem([list]);
  });
  return [
    { type: "paragraph", children: [anchor({ class: mark })] },
    { type: "list", ordered: false, spread: false, children: items },
  ];
}

/** A cell's blocks; what it is beside them is told by an anchor before its first line. */
function cellNodes(cell: Cell): BlockContent[] {
  const nodes = contentNodes(cell.blocks);
  const classes = [
    cell.header && "head",
    cell.colspan && `colspan-${cell.colspan}`,
    cell.rowspan && `rowspan-${cell.rowspan}`,
    cell.align && `align-${cell.align}`,
  ].filter((each) => typeof each === "string");
  if (classes.length === 0) return nodes;
  const mark = anchor({ class: classes.join(" ") });
  const [first, ...rest] = nodes;
  // A nested table's own mark is a paragraph too, and has to stay alone.
  if (first?.type !== "paragraph" || cell.blocks[0]?.type !== "paragraph")
    return [{ type: "paragraph", children: [mark] }, ...nodes];
  return [{ ...first, children: [mark, ...first.children] }, ...rest];
}
