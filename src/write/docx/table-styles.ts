import { STYLE } from "../../docx-names.js";
import { CELL_MARGIN } from "./box.js";
import { color, WORD } from "./theme.js";
import { element, valued } from "./xml.js";

type Side = "top" | "left" | "bottom" | "right" | "insideH" | "insideV";
type Borders = Partial<Record<Side, { size: number; ink: string }>>;

interface TableStyle {
  id: string;
  name: string;
  borders?: Borders;
  /** Space above and below a cell's text, and at its sides. */
  padding?: number;
  margin?: number;
}

const SIDES: readonly Side[] = ["top", "left", "bottom", "right", "insideH", "insideV"];
const hairline = { size: 4, ink: color.hairline };
const paper = { size: 24, ink: "FFFFFF" };

const STYLES: readonly TableStyle[] = [
  {
    id: STYLE.level,
    name: "rungbook Level",
    borders: { top: hairline },
    padding: 30,
    margin: 0,
  },
  {
    id: STYLE.grid,
    name: "rungbook Grid",
    borders: { insideH: paper },
    padding: 60,
  },
  {
    id: STYLE.table,
    name: "rungbook Table",
    borders: { top: hairline, bottom: hairline, insideH: hairline },
    padding: 60,
  },
  {
    id: STYLE.quoteBox,
    name: "rungbook Quote Box",
    borders: { left: { size: 16, ink: color.hairline } },
  },
  { id: STYLE.note, name: "rungbook Note", borders: {} },
  { id: STYLE.nest, name: "rungbook Nest", borders: { left: hairline } },
];

/** The table styles, as XML. */
export const tableStyles = (): string[] => STYLES.map(styleXml);

function styleXml({
  id,
  name,
  borders = {},
  padding = 0,
  margin = CELL_MARGIN,
}: TableStyle): string {
  const properties =
    `<w:tblBorders>${SIDES.map((side) => borderXml(side, borders[side])).join("")}</w:tblBorders>` +
    `<w:tblCellMar>${marginXml("top", padding)}${marginXml("left", margin)}${marginXml("bottom", padding)}${marginXml("right", margin)}</w:tblCellMar>`;
  return element(
    "w:style",
    {
      "xmlns:w": WORD,
      "w:type": "table",
      "w:customStyle": 1,
      "w:styleId": id,
    },
    `${valued("w:name", name)}${valued("w:basedOn", "TableNormal")}<w:qFormat/><w:tblPr>${properties}</w:tblPr>`,
  );
}

const borderXml = (side: Side, border: { size: number; ink: string } | undefined): string =>
  border
    ? element(`w:${side}`, {
        "w:val": "single",
        "w:sz": border.size,
        "w:space": 0,
        "w:color": border.ink,
      })
    : "";

const marginXml = (side: string, width: number): string =>
  element(`w:${side}`, { "w:w": width, "w:type": "dxa" });
