import type { Block, Cell, Place, Row } from "../../model/ladder.js";
import type { ElementNode } from "../tree.js";
import type { BlockContext } from "./context.js";
import { type BlockReader, blocksOf } from "./index.js";
import { anchorOf, type Marks } from "./inline.js";

const GROUPS = new Set(["thead", "tbody", "tfoot"]);

/** A table with its spans. A caption stands where it is told, be it between rows. */
export const table: BlockReader = (node, context, marks) => {
  context.anchor(anchorOf(node), node);
  if (context.openTables > 0) {
    const reason = "Unexpected table in a cell of a table; it stays there";
    context.warn("nested-table", reason, node.place);
  }
  const parts: Parts = { blocks: [], rows: [], place: node.place };
  context.openTables++;
  readRows(node, context, marks, parts);
  context.openTables--;
  endTable(parts);
  return parts.blocks;
};

/** The tables read so far with what stands between them, and the rows of the one still open. */
interface Parts {
  blocks: Block[];
  rows: Row[];
  place: Place;
}

function endTable(parts: Parts): void {
  const { blocks, rows, place } = parts;
  const shown = rows.some((row) => row.cells.some((cell) => cell.blocks.length > 0));
  if (shown) blocks.push({ type: "table", rows: withoutEmptyHead(rows), place });
  parts.rows = [];
}

function readRows(node: ElementNode, context: BlockContext, marks: Marks, parts: Parts): void {
  for (const child of node.children) {
    if (child.kind === "element" && GROUPS.has(child.name)) {
      context.anchor(anchorOf(child), child);
      readRows(child, context, marks, parts);
    } else if (child.kind === "element" && child.name === "tr") {
      parts.rows.push(...readRow(child, context, marks));
    } else {
      const beside = blocksOf([child], context, marks);
      if (beside.length > 0) endTable(parts);
      parts.blocks.push(...beside);
    }
  }
}

function readRow(node: ElementNode, context: BlockContext, marks: Marks): Row[] {
  context.anchor(anchorOf(node), node);
  const cells = node.children.flatMap((child): Cell[] => {
    if (child.kind === "element" && (child.name === "td" || child.name === "th")) {
      return [readCell(child, context, marks)];
    }
    const blocks = blocksOf([child], context, marks);
    return blocks.length > 0 ? [{ blocks, place: child.place }] : [];
  });
  return cells.length > 0 ? [{ cells, place: node.place }] : [];
}

function readCell(node: ElementNode, context: BlockContext, marks: Marks): Cell {
  context.anchor(anchorOf(node), node);
  const colspan = span(node, "colspan", 1000);
  const rowspan = span(node, "rowspan", 65_534);
  const align = alignment(node);
  return {
    ...(node.name === "th" && { header: true as const }),
    ...(colspan > 1 && { colspan }),
    ...(rowspan > 1 && { rowspan }),
    ...(align && { align }),
    blocks: blocksOf(node.children, context, marks),
    place: node.place,
  };
}

/** WHATWG's limits of colspan and rowspan (clause 4.9.11). */
function span(node: ElementNode, name: string, most: number): number {
  const value = Number.parseInt(node.attributes.get(name) ?? "1", 10);
  return Number.isNaN(value) ? 1 : Math.min(Math.max(value, 1), most);
}

function alignment(node: ElementNode): Cell["align"] {
  const style = /text-align:\s*(\w+)/i.exec(node.attributes.get("style") ?? "")?.[1];
  const value = (node.attributes.get("align") ?? style)?.toLowerCase();
  return value === "left" || value === "center" || value === "right" ? value : undefined;
}

/** A head without words, as GFM needs one, says nothing. */
function withoutEmptyHead(rows: Row[]): Row[] {
  const [head, ...rest] = rows;
  const empty = head?.cells.every(
    (cell) => cell.header && cell.blocks.length === 0 && !cell.rowspan,
  );
  return empty && rest.length > 0 ? rest : rows;
}
