import type { Card, CardSection, Fact, Part } from "../../document.js";
import { headingStyle, hueNumber, STYLE } from "../../docx-names.js";
import type { RichText } from "../../model/ladder.js";
import { blocksXml } from "./blocks.js";
import { cellXml, conditionXml, innerFlow, tableHead } from "./box.js";
import { rowOf, rowsBeside } from "./card-rows.js";
import type { DocxContext, Flow } from "./context.js";
import { gap, paragraph, richParagraph } from "./paragraph.js";
import { run } from "./text.js";
import { factsWidth } from "./theme.js";

/** The levels of Word's headings: a card's, its sections', and the last that Word has. */
const CARD = 2;
const SECTION = 3;
const LAST = 9;

/** A card: its heading outside of the table, since only so Word's navigation pane shows it. */
export function cardXml(card: Card, part: Part, flow: Flow, context: DocxContext): string {
  const bookmarks = [
    context.mark("card"),
    ...context.anchorNames(card.anchors),
    ...context.contents.bookmarks(card.heading, CARD),
  ];
  const heading = paragraph(
    run(card.heading, {}, context),
    { style: headingStyle(CARD), bookmarks, of: card },
    flow,
    context,
  );
  const facts = factsWidth(flow.width);
  const widths: [number, number] = [facts, flow.width - facts];
  const notes = {
    headRow: part.columns.length > 0,
    caption: card.heading,
    description: "Facts, and beside them what is expected",
  };
  const table =
    tableHead(STYLE.level, widths, flow, context, notes) +
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
    const content = columnsXml(shown, inner, context) || gap(inner, context);
    return cellXml(width, content, "", conditionXml(true, false));
  };
  const cells = cell(left, columns.slice(0, 1)) + cell(right, columns.slice(1));
  const condition = conditionXml(true, false);
  return `<w:tr><w:trPr>${condition}<w:cantSplit/><w:tblHeader/></w:trPr>${cells}</w:tr>`;
}

/** Lines that head the columns of cards. */
export const columnsXml = (
  columns: readonly RichText[],
  flow: Flow,
  context: DocxContext,
): string =>
  columns.map((column) => richParagraph(column, { style: STYLE.column }, flow, context)).join("");

function contentRows(
  card: Card,
  hue: number,
  widths: readonly [number, number],
  flow: Flow,
  context: DocxContext,
): string {
  const inner = innerFlow(flow, widths[1]);
  const facts = factsXml(card, hue, innerFlow(flow, widths[0]), context);
  // In the order of the document, in which bookmarks are numbered.
  const summary = blocksXml(card.summary, inner, context);
  const [first = "", ...rest] = card.sections.map((section) =>
    sectionXml(section, SECTION, inner, context),
  );
  const bodies = [summary + first, ...rest];
  // Two documents are compared before their sections are rows: what has room in one may differ.
  return context.tags
    ? rowOf(facts, bodies.join(""), widths, flow, context)
    : rowsBeside(facts, bodies, { widths, partsOf: paragraphsIn, mark: () => "" }, flow, context);
}

/** The paragraphs with which a body begins. */
function paragraphsIn(body: string): string[] {
  let begin = "";
  for (const [each] of body.matchAll(/<w:p>.*?<\/w:p>/gs)) {
    if (!body.startsWith(each, begin.length)) break;
    begin += each;
  }
  return begin === "" ? [] : (begin.match(/<w:p>.*?<\/w:p>/gs) ?? []);
}

function factsXml(card: Card, hue: number, flow: Flow, context: DocxContext): string {
  const facts = card.facts.map((fact) => factXml(fact, hue, flow, context));
  const extras = card.extras.map(
    ({ name, value }) =>
      line(name, STYLE.extraName, flow, context) + line(value, STYLE.extra, flow, context),
  );
  return facts.join("") + extras.join("") || gap(flow, context);
}

function factXml(fact: Fact, hue: number, flow: Flow, context: DocxContext): string {
  const { name, value, role } = fact;
  const styles = {
    label: `${STYLE.label}${hueNumber(hue)}`,
    title: STYLE.factTitle,
    other: STYLE.fact,
  };
  const options = { style: styles[role], bookmarks: [context.mark("fact")] };
  const named = { style: STYLE.factName, of: fact };
  return (
    paragraph(run(name, {}, context), named, flow, context) +
    richParagraph(value, options, flow, context)
  );
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
