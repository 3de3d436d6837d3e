import type { AnyBlock, AnyDocument, Meta } from "../../document.js";
import { STYLE } from "../../docx-names.js";
import type { Block } from "../../model/ladder.js";
import { blocksXml } from "./blocks.js";
import { contentsXml } from "./contents.js";
import type { DocxContext, Flow } from "./context.js";
import { overviewXml } from "./grid.js";
import { notesXml, opened, panelXml } from "./packet.js";
import { gap, paragraph } from "./paragraph.js";
import { partEnd, partXml } from "./part.js";
import { tableXml } from "./table.js";
import { run } from "./text.js";

/** All that stands in the document's body. */
export function bodyXml({ meta, blocks }: AnyDocument, context: DocxContext): string {
  const flow: Flow = { width: context.page.textWidth, depth: 0, hue: null };
  const front = frontXml(meta, flow, context);
  let xml = "";
  let ordinary: Block[] = [];
  const flush = (): void => {
    xml += blocksXml(ordinary, flow, context);
    ordinary = [];
  };
  const opening: number[] = [];
  blocks.forEach((block, index) => {
    if (block.type !== "part" && blocks[index - 1]?.type === "part") xml += partEnd(flow, context);
    if (OWN.has(block.type)) flush();
    if (block.type === "part") xml += partXml(block, flow, context, !meta.packet);
    else if (block.type === "grid") xml += overviewXml(block, flow, context) + gap(flow, context);
    else if (block.type === "comparison")
      xml += tableXml(block.table, flow, context) + gap(flow, context);
    else if (block.type === "panel") xml += panelXml(block, flow, context) + gap(flow, context);
    else if (block.type === "notes") xml += notesXml(block, flow, context) + gap(flow, context);
    else if (block.type === "page") opening.push(xml.length);
    else ordinary.push(block);
  });
  flush();
  xml = opened(xml, opening, flow, context);
  // Word wants a paragraph after a table, and adds one where there is none.
  const end = xml.endsWith("</w:tbl>") ? gap(flow, context) : "";
  const contents = meta.packet ? "" : contentsXml({ front, body: xml }, flow, context);
  return front + contents + xml + end;
}

/** What is no ordinary block. */
const OWN: ReadonlySet<string> = new Set([
  "part",
  "grid",
  "comparison",
  "panel",
  "notes",
  "page",
] satisfies AnyBlock["type"][]);

function frontXml(meta: Meta, flow: Flow, context: DocxContext): string {
  const line = (text: string, style: string) =>
    paragraph(run(text, {}, context), { style }, flow, context);
  const byline = meta.packet
    ? []
    : [
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
