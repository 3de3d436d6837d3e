import { strToU8, zipSync } from "fflate";

/** A cell of a workbook under test, as XML without its reference: ['t="s"', "<v>0</v>"]. */
export type CellXml = readonly [attributes: string, content: string];

/** What a workbook under test is made of. */
export interface Book {
  rows: readonly (readonly (CellXml | null)[])[];
  /** The texts that cells share, as XML. */
  shared?: readonly string[];
  /** Codes of formats; the style 0 has none, the style n the nth. */
  formats?: readonly string[];
  from1904?: boolean;
  /** Other parts, or others in their place. */
  parts?: Readonly<Record<string, Uint8Array>>;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (...each: [type: string, target: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each
    .map(
      ([type, target], i) =>
        `<Relationship Id="rId${i + 1}" Type="${R}/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (found) => `&#${found.charCodeAt(0)};`);

/** A cell with a text of its own. */
export const text = (content: string): CellXml => [
  't="inlineStr"',
  // What XML can't hold, and what would read as an escape, is escaped as Excel does.
  `<is><t xml:space="preserve">${escaped(
    content.replace(
      /_(?=x[0-9a-f]{4}_)|[\p{Cc}\ufffe\uffff]/giu,
      (found) => `_x${found.charCodeAt(0).toString(16).padStart(4, "0")}_`,
    ),
  )}</t></is>`,
];

/** A cell with a number, of a style. */
export const number = (value: number | string, style = 0): CellXml => [
  `s="${style}"`,
  `<v>${value}</v>`,
];

/** A workbook's bytes. */
export function workbook({
  rows,
  shared = [],
  formats = [],
  from1904,
  parts = {},
}: Book): Uint8Array {
  const cells = (row: readonly (CellXml | null)[], index: number) =>
    row
      .map(
        (cell, at) =>
          cell && `<c r="${String.fromCharCode(65 + at)}${index + 1}" ${cell[0]}>${cell[1]}</c>`,
      )
      .filter(Boolean)
      .join("");
  const sheet = rows.map((row, i) => `<row r="${i + 1}">${cells(row, i)}</row>`).join("");
  const xml: Record<string, string> = {
    "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${R}"><workbookPr${from1904 ? ' date1904="1"' : ""}/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      ["worksheet", "worksheets/sheet1.xml"],
      ["sharedStrings", "sharedStrings.xml"],
      ["styles", "styles.xml"],
    ),
    "xl/sharedStrings.xml": `<sst ${MAIN}>${shared.map((each) => `<si>${each}</si>`).join("")}</sst>`,
    "xl/styles.xml": `<styleSheet ${MAIN}><numFmts>${formats
      .map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`)
      .join("")}</numFmts><cellXfs><xf numFmtId="0"/>${formats
      .map((_, i) => `<xf numFmtId="${164 + i}"/>`)
      .join("")}</cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${MAIN}><sheetData>${sheet}</sheetData></worksheet>`,
  };
  const files = Object.fromEntries(
    Object.entries(xml).map(([name, each]) => [name, strToU8(each)]),
  );
  return zipSync({ ...files, ...parts });
}
