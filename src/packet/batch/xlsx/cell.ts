import { isoDate } from "./dates.js";
import { unescaped } from "./texts.js";
import type { Workbook } from "./workbook.js";

/** A cell as the sheet says it. */
export interface RawCell {
  /** From 0. */
  column: number;
  type: string;
  style: number;
  /** Its value, of a formula what it gave last. */
  value: string;
  /** Its text where that stands in the sheet itself. */
  inline: string;
}

/** The text of a cell; null: it shows an error ("#N/A"), or nothing that can be told. */
export function textOfCell(cell: RawCell, workbook: Workbook): string | null {
  const { type, value, inline } = cell;
  if (type === "inlineStr") return unescaped(inline);
  if (value === "") return "";
  switch (type) {
    case "s":
      return workbook.texts[Number(value)] ?? null;
    case "str":
      return unescaped(value);
    case "b":
      return value === "1" ? "true" : "false";
    case "d":
      return value.replace(/T00:00:00(?:\.0+)?Z?$/, "");
    case "e":
      return null;
    default:
      return numberText(Number(value), cell, workbook);
  }
}

function numberText(value: number, { style }: RawCell, { dates, from1904 }: Workbook) {
  if (!Number.isFinite(value)) return null;
  if (dates[style]) return isoDate(value, from1904);
  // A spreadsheet shows no more digits.
  return String(Number(value.toPrecision(15)));
}

const LETTERS = 26;

/** The column of "AB12", from 0; null: that is no cell. */
export function columnIn(reference: string): number | null {
  const [, letters] = /^([A-Z]{1,3})\d+$/.exec(reference) ?? [];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0) - 1;
}

/** "AB" of 27. */
export function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % LETTERS));
  return column < LETTERS ? letter : lettersOf(Math.floor(column / LETTERS) - 1) + letter;
}
