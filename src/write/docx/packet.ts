import type { Notes, Panel } from "../../document.js";
import { headingStyle } from "../../docx-names.js";
import { cellXml, conditionXml, innerFlow, tableHead } from "./box.js";
import { line } from "./card.js";
import type { DocxContext, Flow } from "./context.js";
import { gap, paragraph, richParagraph } from "./paragraph.js";
import { PACKET_STYLE } from "./styles/packet.js";

/** So many facts stand beside each other. */
const MOST = 4;

/** Facts beside each other, each a name above its value; more of them in a table below. */
export function panelXml({ facts }: Panel, flow: Flow, context: DocxContext): string {
  const rows = Math.ceil(facts.length / MOST);
  const columns = Math.ceil(facts.length / Math.max(rows, 1));
  const tables = Array.from({ length: rows }, (_, row) =>
    rowTable(facts.slice(row * columns, (row + 1) * columns), columns, flow, context),
  );
  return tables.join(gap(flow, context));
}

/** A table of two rows: the names head the values. */
function rowTable(
  facts: Panel["facts"],
  columns: number,
  flow: Flow,
  context: DocxContext,
): string {
  const each = Math.floor(flow.width / columns);
  const widths = facts.map((_, at) =>
    at === columns - 1 ? flow.width - each * (columns - 1) : each,
  );
  const inner = (at: number) => innerFlow(flow, widths[at] ?? each);
  const row = (heads: boolean, contents: readonly string[]): string => {
    const condition = conditionXml(heads, false);
    const cells = contents.map((content, at) =>
      cellXml(widths[at] ?? each, content, "", condition),
    );
    const properties = `${condition}<w:cantSplit/>${heads ? "<w:tblHeader/>" : ""}`;
    return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join("")}</w:tr>`;
  };
  const names = facts.map(({ name }, at) => line(name, PACKET_STYLE.panelName, inner(at), context));
  const values = facts.map(({ value }, at) =>
    richParagraph(value, { style: PACKET_STYLE.panelValue }, inner(at), context),
  );
  const description = facts.map(({ name }) => name).join(", ");
  const notes = { headRow: true, description };
  const head = tableHead(PACKET_STYLE.panel, widths, flow, context, notes);
  return `<w:tbl>${head}${row(true, names)}${row(false, values)}</w:tbl>`;
}

/** Lines to write on: each leads, underscored, to the end of the line. */
export function notesXml({ title, lines }: Notes, flow: Flow, context: DocxContext): string {
  const heading = line(title, headingStyle(1), flow, context);
  const blank = paragraph("<w:r><w:tab/></w:r>", { style: PACKET_STYLE.noteLine }, flow, context);
  return heading + blank.repeat(lines);
}

const FIRST = /^<w:p>(?:<w:pPr>(<w:pStyle [^>]*\/>)?)?/;

/** The same body, where what stands at these places begins a page; a table does it by a paragraph before it. */
export function opened(
  xml: string,
  places: readonly number[],
  flow: Flow,
  context: DocxContext,
): string {
  const pieces = places.map((at, index) => xml.slice(at, places[index + 1]));
  return xml.slice(0, places[0] ?? xml.length) + pieces.map(onPage).join("");

  function onPage(piece: string): string {
    const found = FIRST.exec(piece);
    if (!found) return onPage(gap(flow, context)) + piece;
    const [head, style = ""] = found;
    const rest = piece.slice(head.length);
    const closed = head.includes("<w:pPr>") ? "" : "</w:pPr>";
    return `<w:p><w:pPr>${style}<w:pageBreakBefore/>${closed}${rest}`;
  }
}
