import { LIST_STEP, STYLE, styleKey } from "../../docx-names.js";
import type { Block } from "../../model/ladder.js";
import type { DocxReadContext } from "./context.js";
import { readTable } from "./table.js";
import { attributeOf, descend, numberOf, valOf, type Xml } from "./xml.js";

const QUOTE_BOX = styleKey(STYLE.quoteBox);
const NOTE = styleKey(STYLE.note);
const NEST = styleKey(STYLE.nest);

/** How many items hold a table: its indent tells. */
export function tableDepth(node: Xml): number {
  const indent = numberOf(attributeOf(descend(node, "w:tblPr", "w:tblInd"), "w:w")) ?? 0;
  return Math.max(0, Math.round(indent / LIST_STEP));
}

/** The blocks that a table stands for: a box is what it holds. */
export function tableBlocks(node: Xml, context: DocxReadContext): Block[] {
  const style = context.styles.keyOf(valOf(node, "w:tblPr", "w:tblStyle"));
  const rows = readTable(node, context).map(({ cells }) => ({ cells }));
  const cells = rows.flatMap((row) => row.cells);
  const blocks = cells.flatMap((cell) => cell.blocks);
  if (style === NEST) return blocks;
  if (style === QUOTE_BOX) return blocks.length > 0 ? [{ type: "quote", blocks }] : [];
  if (style === NOTE) return noteOf(cells.map((cell) => cell.blocks));
  return rows.length > 0 ? [{ type: "table", rows }] : [];
}

function noteOf([label = [], ...rest]: Block[][]): Block[] {
  const spans = label[0]?.type === "paragraph" ? label[0].spans : undefined;
  const id = spans?.[0]?.type === "note" ? spans[0].id : null;
  const blocks = rest.flat();
  if (id === null || blocks.length === 0) return [...label, ...blocks];
  return [{ type: "note", id, blocks }];
}
