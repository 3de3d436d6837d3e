/** Formats that show dates or times by their number alone (ECMA-376 part 1, 18.8.30). */
const isBuiltIn = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** True where a format shows a number as a date or a time. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltIn(id);
  // What is quoted, escaped, in brackets (colours, locales) or there for its width is no part of a date.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, "");
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}

const DAY = 86_400_000;
const SECOND = 1000;

/** The days that 1900 counts and 1904 does not. */
const BETWEEN = 1462;

/** A workbook's number as a date, a time or both in ISO 8601; null: it is none. */
export function isoDate(serial: number, from1904: boolean): string | null {
  if (serial >= 0 && serial < 1 && !from1904) return isoOf(0, serial).slice(11);
  // Day 60 is the 29th of February 1900, which never was; before it, days are counted from one later.
  const days = serial + (from1904 ? BETWEEN : serial < 60 ? 1 : 0);
  const iso = isoOf(Date.UTC(1899, 11, 30), days);
  const isDay = /^\d{4}-/.test(iso) && serial >= 0 && days !== 60;
  if (!isDay) return null;
  return iso.endsWith("T00:00:00") ? iso.slice(0, 10) : iso;
}

function isoOf(start: number, days: number): string {
  const rounded = Math.round((days * DAY) / SECOND) * SECOND;
  const date = new Date(start + rounded);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 19);
}
