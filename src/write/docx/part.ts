import type { Card, CardSection, Fact, Part } from "../../document.js";
import { headingStyle, STYLE } from "../../docx-names.js";
import type { RichText } from "../../model/ladder.js";
import { blocksXml } from "./blocks.js";
import { cellXml, innerFlow, tableHead } from "./box.js";
import type { DocxContext, Flow } from "./context.js";
import { gap, paragraph, richParagraph } from "./paragraph.js";
import { run } from "./text.js";
import { FACTS_WIDTH } from "./theme.js";

/** The levels of Word's headings. */
const PART = 1;
const CARD = 2;
const SECTION = 3;
const LAST = 9;

/** A part: its heading, what it says of itself, its prose, its cards. */
export function partXml(part: Part, page: Flow, context: DocxContext): string {
  const flow = { ...page, hue: part.hue };
  context.hues.add(part.hue);
  const bookmarks = [context.mark("part", part.hue), ...context.anchorNames(part.anchors)];
  const heading = { style: headingStyle(PART), bookmarks };
  return (
    richParagraph(part.title, heading, flow, context) +
    (part.standing === null ? "" : line(part.standing, STYLE.standing, flow, context)) +
    blocksXml(part.intro, flow, context) +
    (part.cards.length === 0 ? columnsXml(part.columns, flow, context) : "") +
    part.cards.map((card) => cardXml(card, part, flow, context)).join("")
  );
}

/** What ends a part that other content follows. */
export const partEnd = (flow: Flow, context: DocxContext): string =>
  gap(flow, context, [context.mark("end")]);

/** The heading stands outside the table: only so Word's navigation pane shows it. */
function cardXml(card: Card, part: Part, flow: Flow, context: DocxContext): string {
  const bookmarks = [context.mark("card"), ...context.anchorNames(card.anchors)];
  const heading = paragraph(
    run(card.heading, {}, context),
    { style: headingStyle(CARD), bookmarks },
    flow,
    context,
  );
  const widths = [FACTS_WIDTH, flow.width - FACTS_WIDTH];
  const left = innerFlow(flow, FACTS_WIDTH);
  const right = innerFlow(flow, flow.width - FACTS_WIDTH);
  const rows =
    columnRow(part.columns, [left, right], flow.width, context) +
    `<w:tr>${cellXml(FACTS_WIDTH, factsXml(card, part.hue, left, context))}${cellXml(flow.width - FACTS_WIDTH, bodyXml(card, right, context))}</w:tr>`;
  return `${heading}<w:tbl>${tableHead(STYLE.level, widths, flow, context)}${rows}</w:tbl>`;
}

/** The words that head the columns, again on each page. */
function columnRow(
  columns: readonly RichText[],
  [left, right]: readonly [Flow, Flow],
  width: number,
  context: DocxContext,
): string {
  if (columns.length === 0) return "";
  const rest = columns.slice(1);
  const cells =
    cellXml(FACTS_WIDTH, columnsXml(columns.slice(0, 1), left, context)) +
    cellXml(
      width - FACTS_WIDTH,
      rest.length > 0 ? columnsXml(rest, right, context) : gap(right, context),
    );
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells}</w:tr>`;
}

const columnsXml = (columns: readonly RichText[], flow: Flow, context: DocxContext): string =>
  columns.map((column) => richParagraph(column, { style: STYLE.column }, flow, context)).join("");

function factsXml(card: Card, hue: number, flow: Flow, context: DocxContext): string {
  const facts = card.facts.map((fact) => factXml(fact, hue, flow, context));
  const extras = card.extras.map(
    ({ name, value }) =>
      line(name, STYLE.extraName, flow, context) + line(value, STYLE.extra, flow, context),
  );
  return facts.join("") + extras.join("") || gap(flow, context);
}

function factXml({ name, value, role }: Fact, hue: number, flow: Flow, context: DocxContext) {
  const style = {
    label: `${STYLE.label}${hue}`,
    title: STYLE.factTitle,
    other: STYLE.fact,
  }[role];
  const bookmarks = [context.mark("fact")];
  return (
    line(name, STYLE.factName, flow, context) +
    richParagraph(value, { style, bookmarks }, flow, context)
  );
}

const line = (text: string, style: string, flow: Flow, context: DocxContext): string =>
  paragraph(run(text, {}, context), { style }, flow, context);

function bodyXml(card: Card, flow: Flow, context: DocxContext): string {
  const sections = card.sections.map((section) => sectionXml(section, SECTION, flow, context));
  return blocksXml(card.summary, flow, context) + sections.join("") || gap(flow, context);
}

function sectionXml(section: CardSection, level: number, flow: Flow, context: DocxContext): string {
  const bookmarks = [context.mark("section"), ...context.anchorNames(section.anchors)];
  const style = headingStyle(Math.min(level, LAST));
  return (
    richParagraph(section.title, { style, bookmarks }, flow, context) +
    blocksXml(section.blocks, flow, context) +
    section.sections.map((child) => sectionXml(child, level + 1, flow, context)).join("")
  );
}
