import { headingStyle, STYLE } from "../../docx-names.js";
import type { Block, BlockOf } from "../../model/ladder.js";
import { boxOf, noteBox } from "./box.js";
import type { DocxContext, Flow } from "./context.js";
import { listXml } from "./list.js";
import { gap, paragraph, richParagraph } from "./paragraph.js";
import { tableXml } from "./table.js";
import { run } from "./text.js";

/** Ordinary blocks, one after the other. */
export function blocksXml(blocks: readonly Block[], flow: Flow, context: DocxContext): string {
  let xml = "";
  let turn = 0;
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    if (before && growsTogether(before, block)) xml += gap(flow, context);
    turn = before?.type === "list" ? turn + 1 : 0;
    xml +=
      block.type === "list"
        ? listXml(block, turn, flow, context, blocksXml)
        : blockXml(block, flow, context);
  });
  return xml;
}

/** Blocks that end with a paragraph, as the content of a cell must. */
export const cellBlocks = (blocks: readonly Block[], flow: Flow, context: DocxContext): string =>
  blocks.length > 0
    ? blocksXml(blocks, flow, context)
    : paragraph("", { style: flow.style ?? STYLE.gap }, flow, context);

/** Neighbours that a reader would take for one, since a paragraph that HR adds belongs to them. */
const growsTogether = (a: Block, b: Block): boolean =>
  (a.type === "code" && b.type === "code") || (isPlainQuote(a) && isPlainQuote(b));

function blockXml(
  block: Exclude<Block, { type: "list" }>,
  flow: Flow,
  context: DocxContext,
): string {
  switch (block.type) {
    case "paragraph":
      return richParagraph(block, { bookmarks: context.anchorNames(block.anchors) }, flow, context);
    case "heading":
      return headingXml(block, flow, context);
    case "code":
      return codeXml(block, flow, context);
    case "rule":
      return paragraph("", { style: STYLE.rule }, flow, context);
    case "table":
      return tableXml(block, flow, context) + gap(flow, context);
    case "quote":
      return quoteXml(block, flow, context);
    case "note":
      return noteBox(block, flow, context, cellBlocks) + gap(flow, context);
  }
}

function headingXml(block: BlockOf<"heading">, flow: Flow, context: DocxContext): string {
  const style = block.depth === 1 ? STYLE.heading : headingStyle(block.depth - 1);
  const listed = !flow.inner && flow.depth === 0;
  const level = Math.max(block.depth - 1, 1);
  const bookmarks = [
    ...context.anchorNames(block.anchors),
    ...(listed ? context.contents.bookmarks(block.text, level) : []),
  ];
  return richParagraph(block, { style, bookmarks }, flow, context);
}

function codeXml(block: BlockOf<"code">, flow: Flow, context: DocxContext): string {
  const { text, language } = block;
  const bookmarks: string[] = [];
  if (language !== undefined) {
    const name = context.mark("language");
    context.names.tell(name, language);
    bookmarks.push(name);
  }
  return paragraph(
    run(text, {}, context),
    { style: STYLE.code, bookmarks, of: block },
    flow,
    context,
  );
}

const isPlainQuote = (block: Block): boolean =>
  block.type === "quote" && block.blocks.every((each) => each.type === "paragraph");

/** A quote of paragraphs is paragraphs; only one of anything else needs a box. */
function quoteXml(block: BlockOf<"quote">, flow: Flow, context: DocxContext): string {
  if (isPlainQuote(block)) {
    return blocksXml(block.blocks, { ...flow, style: STYLE.quote }, context);
  }
  const box = boxOf(STYLE.quoteBox, flow, context, (inner) =>
    cellBlocks(block.blocks, inner, context),
  );
  return box + gap(flow, context);
}
