import { HEAD_FILL, STYLE } from "../../../docx-names.js";
import { CELL_MARGIN } from "../box.js";
import { color } from "../theme.js";
import { element, wrap } from "../xml.js";
import type { StyleDefinition } from "./definition.js";
import { fillXml, type Lines, linesXml } from "./look.js";

/** How a table of a style looks; measures are twentieths of a point. */
interface TableLook {
  basedOn?: string;
  lines?: Lines;
  /** Space above and below a cell's text, and at its sides; undefined: as in the style below. */
  padding?: number;
  margin?: number;
  /** The fill of its header row and of its header column, where it has such. */
  heads?: string;
  /** The fill of all of its cells. */
  fill?: string;
}

const hairline = { size: 4, ink: color.hairline, space: 0 };

/** The styles of tables. */
export const tableStyles = (): StyleDefinition[] => [
  tableStyle("TableNormal", "Normal Table", { padding: 0, margin: CELL_MARGIN, basedOn: "" }),
  tableStyle("TableGrid", "Table Grid", {
    lines: { top: hairline, bottom: hairline, insideH: hairline },
  }),
  tableStyle(STYLE.table, "rungbook Table", {
    basedOn: "TableGrid",
    padding: 60,
    margin: CELL_MARGIN,
    heads: HEAD_FILL,
  }),
  tableStyle(STYLE.level, "rungbook Level", { lines: { top: hairline }, padding: 30, margin: 0 }),
  tableStyle(STYLE.grid, "rungbook Grid", { padding: 50, margin: 30 }),
  tableStyle(STYLE.quoteBox, "rungbook Quote Box", {
    lines: { left: { size: 16, ink: color.hairline, space: 0 } },
    padding: 0,
    margin: CELL_MARGIN,
  }),
  tableStyle(STYLE.note, "rungbook Note", { padding: 0, margin: CELL_MARGIN }),
  tableStyle(STYLE.nest, "rungbook Nest", {
    lines: { left: hairline },
    padding: 0,
    margin: CELL_MARGIN,
  }),
];

/** A style of tables. */
export function tableStyle(id: string, name: string, look: TableLook): StyleDefinition {
  const { basedOn = "TableNormal", lines = {}, padding, margin, heads, fill } = look;
  const sides = marginXml("top", padding) + marginXml("left", margin);
  const margins = sides + marginXml("bottom", padding) + marginXml("right", margin);
  const properties =
    (basedOn === "" ? element("w:tblInd", { "w:w": 0, "w:type": "dxa" }) : "") +
    wrap("w:tblBorders", linesXml(lines)) +
    wrap("w:tblCellMar", margins);
  return {
    type: "table",
    id,
    name,
    ...(basedOn === "" ? { isDefault: true as const } : { basedOn }),
    table: `<w:tblPr>${properties}</w:tblPr>${fill ? `<w:tcPr>${fillXml(fill)}</w:tcPr>` : ""}${heads ? headsXml(heads) : ""}`,
  };
}

/** What is said of a header row and a header column alone (ECMA-376, 17.7.6.6). */
const headsXml = (fill: string): string =>
  ["firstRow", "firstCol"]
    .map((type) => element("w:tblStylePr", { "w:type": type }, `<w:tcPr>${fillXml(fill)}</w:tcPr>`))
    .join("");

const marginXml = (side: string, width: number | undefined): string =>
  width === undefined ? "" : element(`w:${side}`, { "w:w": width, "w:type": "dxa" });
