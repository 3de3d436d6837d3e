import type { Grid } from "../../document.js";
import { gridStyle, HUES, STYLE, styleKey } from "../../docx-names.js";
import type { DocxReadContext } from "./context.js";
import { looksLikeGrid } from "./stripped.js";
import { type ReadRow, readTable } from "./table.js";
import { numberOf, valOf, type Xml } from "./xml.js";

const GRID = styleKey(STYLE.grid);

/** True for the table of the overview. */
export const isGrid = (node: Xml, context: DocxReadContext): boolean =>
  node.name === "w:tbl" &&
  (context.styles.keyOf(valOf(node, "w:tblPr", "w:tblStyle")) === GRID ||
    (context.stripped && looksLikeGrid(node)));

/** Reads the overview; null where nothing of it is left. */
export function readGrid(node: Xml, context: DocxReadContext): Grid | null {
  const rows = readTable(node, context);
  if (rows.length === 0) return null;
  const mark = rows.flatMap(({ marks }) => marks).find(({ kind }) => kind === "grid");
  const grid: Grid = {
    type: "grid",
    rows: rows.map(({ cells }) => ({ cells })),
    scale: numberOf(mark?.data[0]) ?? null,
    hues: rows.map(hueOf),
  };
  context.nodes.set(node, grid);
  return grid;
}

/** The hue of a row: that of its levels' style, or where no style can tell it that of a bookmark. */
function hueOf({ marks, styles }: ReadRow): number | null {
  const told = numberOf(marks.find(({ kind }) => kind === "row")?.data[0]);
  if (told !== undefined) return told;
  const hue = HUES.findIndex((_, index) => styles.includes(styleKey(gridStyle(index))));
  return hue < 0 ? null : hue;
}
