import type { Card, CardSection, Fact, Part } from "../../document.js";
import { headingStyle, hueNumber, STYLE } from "../../docx-names.js";
import type { RichText } from "../../model/ladder.js";
import { blocksXml } from "./blocks.js";
import { cellXml, conditionXml, innerFlow, tableHead } from "./box.js";
import type { DocxContext, Flow } from "./context.js";
import { heightOf } from "./pages.js";
import { gap, paragraph, richParagraph } from "./paragraph.js";
import { run } from "./text.js";
import { factsWidth } from "./theme.js";

/** The levels of Word's headings: a card's, its sections', and the last that Word has. */
const CARD = 2;
const SECTION = 3;
const LAST = 9;

/** A row that is not to be split is at most so high: a part of the page. */
const MAX_WHOLE = 1 / 3;

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

/**
 * Facts beside the body. A page ends between rows: sections, each beside an empty cell, since merged
 * cells are a trap for those who hear the table. Only within a long section may it end anywhere,
 * but between its heading and its first item, which are a row of their own.
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
  // In the order of the document, in which bookmarks are numbered.
  const summary = blocksXml(card.summary, inner, context);
  const sections = card.sections.map((section) => sectionXml(section, SECTION, inner, context));
  const room: Room = {
    width: inner.width,
    facts: heightOf(facts, innerFlow(flow, left).width),
    whole: context.page.textHeight * MAX_WHOLE,
  };
  // Two documents are compared section by section, and not by what has room in a row.
  const [first, rest] = context.tags
    ? [summary + sections.join(""), []]
    : besideFacts(summary + (sections[0] ?? ""), sections.slice(1), room);
  const empty = gap(innerFlow(flow, left), context);
  const [begin = "", ...more] = [
    ...(context.tags ? [first] : rowsOf(first, room)),
    ...rest.flatMap((each) => rowsOf(each, { ...room, facts: 0 })),
  ];
  const row = (beside: string, body: string): string => {
    const whole = heightOf(body, room.width) <= room.whole ? WHOLE : "";
    return `<w:tr>${whole}${cellXml(left, beside)}${cellXml(right, body || gap(inner, context))}</w:tr>`;
  };
  return row(facts, begin) + more.map((body) => row(empty, body)).join("");
}

/** Widths and heights, in twentieths of a point. */
interface Room {
  /** The width of the body. */
  width: number;
  /** The height of the facts beside it. */
  facts: number;
  /** Up to which height a row is not split. */
  whole: number;
}

/** Sections move up into the first row until it is as high as facts are, lest they leave a hole. */
function besideFacts(
  first: string,
  rest: readonly string[],
  room: Room,
): [string, readonly string[]] {
  const [next, ...others] = rest;
  if (next === undefined || heightOf(first, room.width) >= room.facts) return [first, rest];
  return besideFacts(first + next, others, room);
}

/** A long section as rows: its heading with its first item and as much as facts are high, and the rest. */
function rowsOf(body: string, { width, facts, whole }: Room): string[] {
  if (heightOf(body, width) <= whole) return [body];
  let begin = "";
  for (const [index, { 0: each }] of [...body.matchAll(/<w:p>.*?<\/w:p>/gs)].entries()) {
    const enough = index > 1 && heightOf(begin, width) >= facts;
    if (enough || !body.startsWith(each, begin.length)) break;
    begin += each;
  }
  const rest = body.slice(begin.length);
  return begin === "" || rest === "" ? [body] : [begin, rest];
}

const WHOLE = "<w:trPr><w:cantSplit/></w:trPr>";

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
