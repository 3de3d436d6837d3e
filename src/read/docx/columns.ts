import { attributeOf, childOf, elementsOf, numberOf, type Xml } from "./xml.js";

/** LibreOffice rounds widths, and parts a column where two rows differ by a twentieth of a point. */
const SLIVER = 15;
/** Only beside a column as wide as this; where all are narrow, each counts. */
const WIDE = 200;

/** Where columns begin, those left out that only rounding has made. */
export function columnsOf(table: Xml): (column: number) => number {
  const widths = elementsOf(childOf(table, "w:tblGrid")).map(
    (column) => numberOf(attributeOf(column, "w:w")) ?? 0,
  );
  const hasWide = widths.some((width) => width > WIDE);
  const places: number[] = [0];
  for (const width of widths) {
    const counts = !hasWide || width >= SLIVER;
    places.push((places.at(-1) ?? 0) + (counts ? 1 : 0));
  }
  return (column) => places[column] ?? (places.at(-1) ?? 0) + column - widths.length;
}
