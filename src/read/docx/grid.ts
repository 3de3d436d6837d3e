import type { Grid } from "../../document.js";
import { HUES, STYLE, styleKey } from "../../docx-names.js";
import type { DocxReadContext } from "./context.js";
import { type ReadRow, readTable } from "./table.js";
import { numberOf, valOf, type Xml } from "./xml.js";

const GRID = styleKey(STYLE.grid);

/** True for the table of the overview. */
export const isGrid = (node: Xml, context: DocxReadContext): boolean =>
  node.name === "w:tbl" && context.styles.keyOf(valOf(node, "w:tblPr", "w:tblStyle")) === GRID;

/** Reads the overview; null where nothing of it is left. */
export function readGrid(node: Xml, context: DocxReadContext): Grid | null {
  const rows = readTable(node, context);
  if (rows.length === 0) return null;
  const mark = rows.flatMap(({ marks }) => marks).find(({ kind }) => kind === "grid");
  return {
    type: "grid",
    rows: rows.map(({ cells }) => ({ cells })),
    scale: numberOf(mark?.data[0]) ?? null,
    hues: rows.map(hueOf),
  };
}

/** The hue of a row: that of its tint, or where the tint can't tell that of a bookmark. */
function hueOf({ marks, fills }: ReadRow): number | null {
  const told = numberOf(marks.find(({ kind }) => kind === "row")?.data[0]);
  if (told !== undefined) return told;
  const hue = HUES.findIndex(({ tint }) => fills.includes(tint));
  return hue < 0 ? null : hue;
}
