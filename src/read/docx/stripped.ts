import { STYLE, styleKey } from "../../docx-names.js";
import { type ParagraphInfo, showsNothing } from "./paragraph.js";
import { exactText } from "./rich.js";
import { attributeOf, childOf, descend, elementsOf, isOn, type Xml } from "./xml.js";

/*
 * Some programs keep neither our styles nor our bookmarks nor our part; Google Docs is one. What a
 * paragraph or a table is must then be told by what Word itself has, and by order.
 */

/** True for a table that may be a card's: below a card's heading, rows of two cells. */
export const looksLikeCard = (table: Xml): boolean => {
  const counts = rowsIn(table).map((row) => cellsIn(row).length);
  return counts.includes(2) && counts.every((count) => count > 0 && count <= 2);
};

/** True for a table that may be the overview: its cells link to places of the document. */
export const looksLikeGrid = (table: Xml): boolean =>
  rowsIn(table)
    .flatMap(cellsIn)
    .filter((cell) => holdsLink(cell)).length > 1;

const rowsIn = (table: Xml): Xml[] => elementsOf(table).filter(({ name }) => name === "w:tr");
const cellsIn = (row: Xml): Xml[] => elementsOf(row).filter(({ name }) => name === "w:tc");

const holdsLink = (node: Xml): boolean =>
  elementsOf(node).some(
    (child) =>
      (child.name === "w:hyperlink" && attributeOf(child, "w:anchor") !== undefined) ||
      (child.name !== "w:tbl" && holdsLink(child)),
  );

/** True for a row that comes again on each page: it heads the columns of a card. */
export const isHeadRow = (row: Xml): boolean => isOn(childOf(row, "w:trPr"), "w:tblHeader");

/** Lines that head columns, with the style that they have lost. */
export const asColumns = (infos: readonly ParagraphInfo[]): ParagraphInfo[] =>
  infos.filter((info) => !showsNothing(info)).map((info) => ({ ...info, style: COLUMN }));

/** The name that `compose` gives to what only the overview tells of a level. */
const EXTRA_NAMES = /^Grades?$/;

/** The facts of a card, with the styles that they have lost: a name and a value by turns. */
export function asFacts(infos: readonly ParagraphInfo[]): ParagraphInfo[] {
  const facts: ParagraphInfo[] = [];
  let name: ParagraphInfo | null = null;
  for (const info of infos) {
    if (!name && showsNothing(info)) continue;
    if (!name) name = info;
    else {
      const isExtra = EXTRA_NAMES.test(exactText(name.pieces));
      facts.push({ ...name, style: isExtra ? EXTRA_NAME : FACT_NAME });
      facts.push({ ...info, style: isExtra ? EXTRA : FACT });
      name = null;
    }
  }
  return name ? [...facts, { ...name, style: FACT_NAME }] : facts;
}

const COLUMN = styleKey(STYLE.column);
const FACT_NAME = styleKey(STYLE.factName);
const FACT = styleKey(STYLE.fact);
const EXTRA_NAME = styleKey(STYLE.extraName);
const EXTRA = styleKey(STYLE.extra);

/** Author and date of a line that may be the byline: "Ada · 2019-12-17"; null for another line. */
export function bylineIn(text: string): { author: string | null; date: string | null } | null {
  const found = /^(?:(.+) · )?(\d{4}-\d{2}-\d{2})$/.exec(text.trim());
  return found ? { author: found[1] ?? null, date: found[2] ?? null } : null;
}

/** True for what `compose` says of a part below its heading. */
export const isStanding = (text: string): boolean => /^\d+ levels?, grades? /.test(text);

/** The language of all text (ECMA-376, 17.7.5.1); English where the styles tell none. */
export const languageIn = (styles: Xml | undefined): string =>
  attributeOf(descend(styles, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"), "w:val") ?? "en";
