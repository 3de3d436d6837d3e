import type { Document, DocumentBlock, Meta } from "../../document.js";
import { STYLE } from "../../docx-names.js";
import { blocksXml } from "./blocks.js";
import { contentsXml } from "./contents.js";
import type { DocxContext, Flow } from "./context.js";
import { overviewXml } from "./grid.js";
import { gap, paragraph } from "./paragraph.js";
import { partEnd, partXml } from "./part.js";
import { run } from "./text.js";

/** All that stands in the document's body. */
export function bodyXml({ meta, blocks }: Document, context: DocxContext): string {
  const flow: Flow = { width: context.page.textWidth, depth: 0, hue: null };
  const front = frontXml(meta, flow, context);
  let xml = "";
  let ordinary: Exclude<DocumentBlock, { type: "grid" | "part" }>[] = [];
  const flush = (): void => {
    xml += blocksXml(ordinary, flow, context);
    ordinary = [];
  };
  blocks.forEach((block, index) => {
    if (block.type !== "part" && blocks[index - 1]?.type === "part") xml += partEnd(flow, context);
    if (block.type === "part" || block.type === "grid") flush();
    if (block.type === "part") xml += partXml(block, flow, context);
    else if (block.type === "grid") xml += overviewXml(block, flow, context) + gap(flow, context);
    else ordinary.push(block);
  });
  flush();
  // Word wants a paragraph after a table, and adds one where there is none.
  const end = xml.endsWith("</w:tbl>") ? gap(flow, context) : "";
  return front + contentsXml(xml, flow, context) + xml + end;
}

function frontXml(meta: Meta, flow: Flow, context: DocxContext): string {
  const line = (text: string, style: string) =>
    paragraph(run(text, {}, context), { style }, flow, context);
  const byline = [
    meta.author === null ? "" : run(meta.author, { style: STYLE.author }, context),
    meta.date === null ? "" : run(meta.date, { style: STYLE.date }, context),
  ].filter((runs) => runs !== "");
  return (
    line(meta.title, STYLE.title) +
    (meta.subtitle === null ? "" : line(meta.subtitle, STYLE.subtitle)) +
    (byline.length === 0
      ? ""
      : paragraph(byline.join(run(" · ", {}, context)), { style: STYLE.byline }, flow, context))
  );
}
