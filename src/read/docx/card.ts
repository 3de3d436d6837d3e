import type { Card, CardSection, Fact } from "../../document.js";
import { headingStyle, STYLE, styleKey } from "../../docx-names.js";
import type { RichText, Span } from "../../model/ladder.js";
import { richText, spansOf } from "../../model/rich.js";
import { BlockBuilder } from "./blocks.js";
import type { DocxReadContext } from "./context.js";
import { headingDepth, type ParagraphInfo, showsNothing } from "./paragraph.js";
import { exactText, richOf } from "./rich.js";
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

/** True for the table that holds a card's facts and body. */
export const isCardTable = (node: Xml | undefined, context: DocxReadContext): boolean =>
  node?.name === "w:tbl" && context.styles.keyOf(valOf(node, "w:tblPr", "w:tblStyle")) === LEVEL;

/** True for a paragraph that may be a card's heading, if a card's table follows. */
export const isCardHeading = ({ style }: ParagraphInfo): boolean => style === CARD_HEADING;

/** Reads a card: its heading, and the table below it. */
export function readCard(
  heading: ParagraphInfo,
  table: Xml,
  context: DocxReadContext,
): { card: Card; columns: RichText[] } {
  const rows = rowsOf(table).map((row) => cellsOf(row));
  const infos = (cell: Xml): ParagraphInfo[] => infosIn(cell, context);
  const columns = rows.flatMap((cells) =>
    cells.flatMap(infos).flatMap((info) => (info.style === COLUMN ? [richOf(info.pieces)] : [])),
  );
  const content = rows.filter((cells) => !cells.flatMap(infos).some(isColumn));
  const card: Card = {
    anchors: heading.anchors,
    heading: exactText(heading.pieces),
    ...factsOf(content.flatMap(([left]) => (left ? infos(left) : []))),
    ...bodyOf(
      content.flatMap((cells) => cells.slice(1)),
      context,
    ),
  };
  return { card, columns };
}

/** True for a line that heads a column of cards. */
export const isColumn = ({ style }: ParagraphInfo): boolean => style === COLUMN;

/** The paragraphs that stand directly in a cell. */
function infosIn(cell: Xml, context: DocxReadContext): ParagraphInfo[] {
  const builder = new BlockBuilder(context);
  return unwrapped(elementsOf(cell))
    .filter(({ name }) => name === "w:p")
    .map((node) => builder.info(node));
}

function factsOf(infos: readonly ParagraphInfo[]): Pick<Card, "facts" | "extras"> {
  const facts: Fact[] = [];
  const extras: Card["extras"] = [];
  let open: "fact" | "extra" | null = null;
  for (const info of infos) {
    const name = exactText(info.pieces);
    if (info.style === FACT_NAME) {
      facts.push({ name, value: { text: "" }, role: "other" });
      open = "fact";
    } else if (info.style === EXTRA_NAME) {
      extras.push({ name, value: "" });
      open = "extra";
    } else if (open === "extra" && info.style === EXTRA) addToExtra(extras.at(-1), info);
    else if (open === "fact" || !showsNothing(info)) addToFact(facts, info);
  }
  return { facts, extras };
}

function addToExtra(extra: Card["extras"][number] | undefined, info: ParagraphInfo): void {
  if (!extra) return;
  const text = exactText(info.pieces);
  extra.value = extra.value === "" ? text : `${extra.value}\n${text}`;
}

/** A value may have several lines; a line before the first name is a fact without one. */
function addToFact(facts: Fact[], info: ParagraphInfo): void {
  const fact = facts.at(-1);
  const value = richOf(info.pieces);
  if (!fact) {
    facts.push({ name: "–", value, role: roleOf(info) });
    return;
  }
  if (fact.role === "other") fact.role = roleOf(info);
  if (showsNothing(info)) return;
  const before: Span[] = spansOf(fact.value);
  fact.value = richText([
    ...before,
    ...(before.length > 0 ? [{ type: "break" } as const] : []),
    ...spansOf(value),
  ]);
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
    const held = open.at(-1)?.blocks ?? body.summary;
    for (const block of builder.take()) held.push(block);
  };
  for (const node of cells.flatMap((cell) => unwrapped(elementsOf(cell)))) {
    const info = node.name === "w:p" ? builder.info(node) : null;
    const depth = info && info.depth === 0 && !info.list ? headingDepth(info) : null;
    if (!info) builder.add(node);
    else if (depth === null) builder.addParagraph(info);
    else {
      flush();
      open.length = Math.min(Math.max(depth - SECTION_DEPTH, 0), open.length);
      const section: CardSection = sectionOf(info);
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
