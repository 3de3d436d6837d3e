import { LIST_STEP, STYLE, styleKey } from "../../docx-names.js";
import type { Block } from "../../model/ladder.js";
import type { DocxReadContext } from "./context.js";
import { readTable } from "./table.js";
import { wordsOf } from "./words.js";
import { attributeOf, descend, numberOf, valOf, type Xml } from "./xml.js";

const QUOTE_BOX = styleKey(STYLE.quoteBox);
const NOTE = styleKey(STYLE.note);
const NEST = styleKey(STYLE.nest);
const OTHERS = [STYLE.table, STYLE.level, STYLE.grid].map(styleKey);
const OURS = new Set([QUOTE_BOX, NOTE, NEST, ...OTHERS]);

/** How many items hold a table: its indent tells. */
export function tableDepth(node: Xml): number {
  const indent = numberOf(attributeOf(descend(node, "w:tblPr", "w:tblInd"), "w:w")) ?? 0;
  return Math.max(0, Math.round(indent / LIST_STEP));
}

/** The blocks that a table stands for: a box is what it holds. */
export function tableBlocks(node: Xml, context: DocxReadContext): Block[] {
  const style = context.styles.keyOf(valOf(node, "w:tblPr", "w:tblStyle"));
  // Words of a table that somebody has drawn are kept; its looks, and why it is there, are not.
  if (!OURS.has(style) && !context.stripped) {
    context.leftOut?.note(node, "table", wordsOf(node), node);
  }
  const rows = readTable(node, context).map(({ cells }) => ({ cells }));
  const cells = rows.flatMap((row) => row.cells);
  const blocks = cells.flatMap((cell) => cell.blocks);
  if (style === NEST) return blocks;
  if (style === NOTE)
    return noteOf(
      cells.map((cell) => cell.blocks),
      node,
      context,
    );
  if (rows.length === 0 || (style === QUOTE_BOX && blocks.length === 0)) return [];
  const block: Block = style === QUOTE_BOX ? { type: "quote", blocks } : { type: "table", rows };
  context.nodes.set(node, block);
  return [block];
}

function noteOf([label = [], ...rest]: Block[][], node: Xml, context: DocxReadContext): Block[] {
  const spans = label[0]?.type === "paragraph" ? label[0].spans : undefined;
  const id = spans?.[0]?.type === "note" ? spans[0].id : null;
  const blocks = rest.flat();
  if (id === null || blocks.length === 0) return [...label, ...blocks];
  const note: Block = { type: "note", id, blocks };
  if (label[0] && spans?.length === 1) context.became(label[0], note);
  context.nodes.set(node, note);
  return [note];
}
