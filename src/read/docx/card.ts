import type { Card, CardSection, Fact } from "../../document.js";
import { headingStyle, STYLE, styleKey } from "../../docx-names.js";
import type { RichText, Span } from "../../model/ladder.js";
import { isEmpty, richText, spansOf } from "../../model/rich.js";
import { append } from "./append.js";
import { BlockBuilder } from "./blocks.js";
import type { DocxReadContext } from "./context.js";
import { headingDepth, type ParagraphInfo, showsNothing } from "./paragraph.js";
import { exactText, richOf } from "./rich.js";
import { asColumns, asFacts, isHeadRow, looksLikeCard } from "./stripped.js";
import { cellsOf, rowsOf } from "./table.js";
import { elementsOf, unwrapped, valOf, type Xml } from "./xml.js";

const LEVEL = styleKey(STYLE.level);
const COLUMN = styleKey(STYLE.column);
const FACT_NAME = styleKey(STYLE.factName);
const FACT_TITLE = styleKey(STYLE.factTitle);
const LABEL = styleKey(STYLE.label);
const EXTRA_NAME = styleKey(STYLE.extraName);
const EXTRA = styleKey(STYLE.extra);
const CARD_HEADING = styleKey(headingStyle(2));
/** The depth of a section's heading, Heading 3, as `headingDepth` tells it. */
const SECTION_DEPTH = 4;

/** A line that heads a column of cards, and its paragraph. */
export interface Column {
  text: RichText;
  info: ParagraphInfo;
}

/** True for the table that holds a card's facts and body. */
export const isCardTable = (node: Xml | undefined, context: DocxReadContext): boolean =>
  node?.name === "w:tbl" &&
  (context.styles.keyOf(valOf(node, "w:tblPr", "w:tblStyle")) === LEVEL ||
    (context.stripped && looksLikeCard(node)));

/** True for a paragraph that may be a card's heading, if a card's table follows. */
export const isCardHeading = ({ style }: ParagraphInfo): boolean => style === CARD_HEADING;

/** Reads a card: its heading, and the table below it. */
export function readCard(
  heading: ParagraphInfo,
  table: Xml,
  context: DocxReadContext,
): { card: Card; columns: Column[] } {
  const rows = rowsOf(table).map((row) => ({ row, heads: columnsIn(row, context) }));
  const columns = rows.flatMap(({ heads }) => heads);
  const content = rows.filter(({ heads }) => heads.length === 0).map(({ row }) => cellsOf(row));
  const facts = content.flatMap(([left]) => (left ? infosIn(left, context) : []));
  const card: Card = {
    anchors: heading.anchors,
    heading: exactText(heading.pieces),
    ...factsOf(context.stripped ? asFacts(facts) : facts, context),
    ...bodyOf(
      content.flatMap((cells) => cells.slice(1)),
      context,
    ),
  };
  context.nodes.set(table, card);
  return { card: context.made(card, heading, "card"), columns };
}

/** The lines that head columns, in a row of them. */
function columnsIn(row: Xml, context: DocxReadContext): Column[] {
  const { stripped, styles } = context;
  // All else in the row is read later, and by then as what it is.
  const may = (node: Xml) => stripped || styles.keyOf(valOf(node, "w:pPr", "w:pStyle")) === COLUMN;
  const infos = cellsOf(row).flatMap((cell) => infosIn(cell, context, may));
  const told = stripped && isHeadRow(row) ? asColumns(infos) : infos;
  return told.filter(isColumn).map((info) => ({ text: richOf(info.pieces), info }));
}

/** True for a line that heads a column of cards. */
export const isColumn = ({ style }: ParagraphInfo): boolean => style === COLUMN;

/** The paragraphs that stand directly in a cell: all, or those that may be what is looked for. */
function infosIn(
  cell: Xml,
  context: DocxReadContext,
  may: (node: Xml) => boolean = () => true,
): ParagraphInfo[] {
  const builder = new BlockBuilder(context);
  return unwrapped(elementsOf(cell))
    .filter((node) => node.name === "w:p" && may(node))
    .map((node) => builder.info(node));
}

function factsOf(
  infos: readonly ParagraphInfo[],
  context: DocxReadContext,
): Pick<Card, "facts" | "extras"> {
  const facts: Fact[] = [];
  const extras: Card["extras"] = [];
  const values = new Map<Fact, Span[]>();
  let open: "fact" | "extra" | null = null;
  for (const info of infos) {
    const name = exactText(info.pieces);
    if (info.style === FACT_NAME) {
      facts.push(context.made({ name, value: { text: "" }, role: "other" }, info, "fact"));
      open = "fact";
    } else if (info.style === EXTRA_NAME) {
      extras.push(context.made({ name, value: "" }, info));
      open = "extra";
    } else if (open === "extra" && info.style === EXTRA) addToExtra(extras.at(-1), info, context);
    else if (open === "fact" || !showsNothing(info))
      context.made(addToFact(facts, values, info), info, "fact");
  }
  // Not line by line: that takes the square of the lines that somebody has put into one.
  for (const [fact, spans] of values) fact.value = richText(spans);
  return { facts, extras };
}

function addToExtra(
  extra: Card["extras"][number] | undefined,
  info: ParagraphInfo,
  context: DocxReadContext,
): void {
  if (!extra) return;
  context.made(extra, info);
  const text = exactText(info.pieces);
  extra.value = extra.value === "" ? text : `${extra.value}\n${text}`;
}

/** A value may have several lines; a line before the first name is a fact without one. */
function addToFact(facts: Fact[], values: Map<Fact, Span[]>, info: ParagraphInfo): Fact {
  const fact = facts.at(-1) ?? { name: "–", value: { text: "" }, role: "other" };
  if (facts.length === 0) facts.push(fact);
  if (fact.role === "other") fact.role = roleOf(info);
  const line = richOf(info.pieces);
  if (showsNothing(info) || isEmpty(line)) return fact;
  const spans = values.get(fact) ?? [];
  if (spans.length > 0) spans.push({ type: "break" });
  append(spans, spansOf(line));
  values.set(fact, spans);
  return fact;
}

function roleOf({ style }: ParagraphInfo): Fact["role"] {
  if (style === FACT_TITLE) return "title";
  return style.startsWith(LABEL) ? "label" : "other";
}

/** Headings that stand directly in a card's body begin its sections. */
function bodyOf(
  cells: readonly Xml[],
  context: DocxReadContext,
): Pick<Card, "summary" | "sections"> {
  const body: Pick<Card, "summary" | "sections"> = { summary: [], sections: [] };
  const open: CardSection[] = [];
  const builder = new BlockBuilder(context);
  const flush = (): void => {
    append(open.at(-1)?.blocks ?? body.summary, builder.take());
  };
  for (const node of cells.flatMap((cell) => unwrapped(elementsOf(cell)))) {
    const info = node.name === "w:p" ? builder.info(node) : null;
    const depth = info && info.depth === 0 && !info.list ? headingDepth(info) : null;
    if (!info) builder.add(node);
    else if (depth === null) builder.addParagraph(info);
    else {
      flush();
      open.length = Math.min(Math.max(depth - SECTION_DEPTH, 0), open.length);
      const section = context.made(sectionOf(info), info, "section");
      (open.at(-1)?.sections ?? body.sections).push(section);
      open.push(section);
    }
  }
  flush();
  return body;
}

const sectionOf = ({ pieces, anchors }: ParagraphInfo): CardSection => ({
  title: richOf(pieces),
  anchors,
  blocks: [],
  sections: [],
});
