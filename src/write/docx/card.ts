import type { Card, CardSection, Fact, Part } from "../../document.js";
import { headingStyle, STYLE } from "../../docx-names.js";
import type { RichText } from "../../model/ladder.js";
import { blocksXml } from "./blocks.js";
import { cellXml, innerFlow, tableHead } from "./box.js";
import type { DocxContext, Flow } from "./context.js";
import { gap, paragraph, richParagraph } from "./paragraph.js";
import { run } from "./text.js";
import { FACTS_WIDTH } from "./theme.js";

/** The levels of Word's headings: a card's, its sections', and the last that Word has. */
const CARD = 2;
const SECTION = 3;
const LAST = 9;

/** A row that is not to be split has at most this many characters of XML: a third of a page. */
const MAX_WHOLE = 6000;
/** As high as this many characters of XML are a card's usual facts. */
const FACTS_HEIGHT = 3600;

/** A card: its heading outside of the table, since only so Word's navigation pane shows it. */
export function cardXml(card: Card, part: Part, flow: Flow, context: DocxContext): string {
  const bookmarks = [context.mark("card"), ...context.anchorNames(card.anchors)];
  const heading = paragraph(
    run(card.heading, {}, context),
    { style: headingStyle(CARD), bookmarks },
    flow,
    context,
  );
  const widths: [number, number] = [FACTS_WIDTH, flow.width - FACTS_WIDTH];
  const table =
    tableHead(STYLE.level, widths, flow, context) +
    columnRow(part.columns, widths, flow, context) +
    contentRows(card, part.hue, widths, flow, context);
  return `${heading}<w:tbl>${table}</w:tbl>`;
}

/** The words that head the columns, again on each page. */
function columnRow(
  columns: readonly RichText[],
  [left, right]: readonly [number, number],
  flow: Flow,
  context: DocxContext,
): string {
  if (columns.length === 0) return "";
  const cell = (width: number, shown: readonly RichText[]) => {
    const inner = innerFlow(flow, width);
    return cellXml(width, columnsXml(shown, inner, context) || gap(inner, context));
  };
  const cells = cell(left, columns.slice(0, 1)) + cell(right, columns.slice(1));
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells}</w:tr>`;
}

/** Lines that head the columns of cards. */
export const columnsXml = (
  columns: readonly RichText[],
  flow: Flow,
  context: DocxContext,
): string =>
  columns.map((column) => richParagraph(column, { style: STYLE.column }, flow, context)).join("");

/**
 * Facts beside the body. A page ends between sections, each a row beside which the facts' cell
 * goes on; only within a long section may it end anywhere.
 */
function contentRows(
  card: Card,
  hue: number,
  [left, right]: readonly [number, number],
  flow: Flow,
  context: DocxContext,
): string {
  const inner = innerFlow(flow, right);
  const facts = factsXml(card, hue, innerFlow(flow, left), context);
  const summary = blocksXml(card.summary, inner, context);
  const sections = card.sections.map((section) => sectionXml(section, SECTION, inner, context));
  const [first, rest] = besideFacts(summary + (sections[0] ?? ""), sections.slice(1));
  const open = rest.length > 0 ? '<w:vMerge w:val="restart"/>' : "";
  const goesOn = cellXml(left, gap(innerFlow(flow, left), context), "<w:vMerge/>");
  return (
    rowXml(
      [cellXml(left, facts, open), cellXml(right, first || gap(inner, context))],
      whole(first),
    ) + rest.map((body) => rowXml([goesOn, cellXml(right, body)], whole(body))).join("")
  );
}

/** Sections move up into the first row until it is as high as facts are, lest a page splits these. */
function besideFacts(first: string, rest: readonly string[]): [string, readonly string[]] {
  const [next, ...others] = rest;
  if (next === undefined || first.length >= FACTS_HEIGHT) return [first, rest];
  if (first.length + next.length > MAX_WHOLE) return [first, rest];
  return besideFacts(first + next, others);
}

const whole = (body: string): string => (body.length > MAX_WHOLE ? "" : WHOLE);

const WHOLE = "<w:trPr><w:cantSplit/></w:trPr>";

const rowXml = (cells: readonly string[], properties: string): string =>
  `<w:tr>${properties}${cells.join("")}</w:tr>`;

function factsXml(card: Card, hue: number, flow: Flow, context: DocxContext): string {
  const facts = card.facts.map((fact) => factXml(fact, hue, flow, context));
  const extras = card.extras.map(
    ({ name, value }) =>
      line(name, STYLE.extraName, flow, context) + line(value, STYLE.extra, flow, context),
  );
  return facts.join("") + extras.join("") || gap(flow, context);
}

function factXml(
  { name, value, role }: Fact,
  hue: number,
  flow: Flow,
  context: DocxContext,
): string {
  const styles = { label: `${STYLE.label}${hue}`, title: STYLE.factTitle, other: STYLE.fact };
  const options = { style: styles[role], bookmarks: [context.mark("fact")] };
  return line(name, STYLE.factName, flow, context) + richParagraph(value, options, flow, context);
}

/** A line of plain text. */
export const line = (text: string, style: string, flow: Flow, context: DocxContext): string =>
  paragraph(run(text, {}, context), { style }, flow, context);

function sectionXml(section: CardSection, level: number, flow: Flow, context: DocxContext): string {
  const bookmarks = [context.mark("section"), ...context.anchorNames(section.anchors)];
  const style = headingStyle(Math.min(level, LAST));
  return (
    richParagraph(section.title, { style, bookmarks }, flow, context) +
    blocksXml(section.blocks, flow, context) +
    section.sections.map((child) => sectionXml(child, level + 1, flow, context)).join("")
  );
}
