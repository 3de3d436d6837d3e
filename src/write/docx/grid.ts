import type { Grid } from "../../document.js";
import { gridStyle, HUES, STYLE } from "../../docx-names.js";
import { messagesFor } from "../../messages/index.js";
import { share } from "./column-widths.js";
import type { DocxContext, Flow } from "./context.js";
import { PACKET_STYLE } from "./styles/packet.js";
import { gridXml, type TableLook } from "./table.js";
import { type Layout, layoutOf, type Placed } from "./table-layout.js";

/** The first column names the rows: it is as wide as this many others. */
const NAME_COLUMN = 1.5;

/** What the table of the overview is, for those who don't see it. */
const NOTES = {
  description: "A row for each track, a column for each grade; a cell leads to its level",
};

/** The overview: a table whose levels stand on tiles in the colours of their parts. */
export function overviewXml(grid: Grid, flow: Flow, context: DocxContext): string {
  const { rows, scale, hues } = grid;
  const layout = layoutOf(rows);
  const heads = scale === null ? 0 : 1;
  const look: TableLook = {
    ...NOTES,
    caption: messagesFor(context.language).overview,
    style: STYLE.grid,
    text: (placed, row) => {
      if (row < heads) return STYLE.gridHead;
      const hue = hues[row] ?? null;
      return isMarked(grid, row, placed) ? PACKET_STYLE.here(hue ?? 0) : textStyle(placed, hue);
    },
    hidesHead: ({ header }) => header === true,
    link: (placed, row) => (isMarked(grid, row, placed) ? PACKET_STYLE.hereLink : STYLE.gridLink),
    heads,
    headRow: heads > 0,
    headColumn: true,
    marks: (row) => rowMarks(grid, layout, row, context),
    widths: share(
      Array.from({ length: layout.columns }, (_, column) => (column === 0 ? NAME_COLUMN : 1)),
      flow.width,
    ),
  };
  return gridXml(layout, look, flow, context);
}

const isMarked = ({ marked, rows }: Grid, row: number, { cell }: Placed): boolean =>
  !!marked?.some((each) => each.row === row && rows[row]?.cells[each.cell] === cell);

/** A level has the tile of its row; empty cells stay empty. */
function textStyle({ cell, column }: Placed, hue: number | null): string {
  if (column === 0) return STYLE.gridName;
  return hue === null || cell?.blocks.length === 0 ? STYLE.gridCell : gridStyle(hue);
}

function rowMarks(
  { scale, hues }: Grid,
  layout: Layout,
  row: number,
  context: DocxContext,
): string[] {
  const marks = row === 0 ? [context.mark("grid", ...(scale === null ? [] : [scale]))] : [];
  const hue = hues[row] ?? null;
  const heads = scale === null ? 0 : 1;
  const shown =
    row >= heads &&
    layout.rows[row]?.some(
      ({ cell, column }) => column > 0 && cell?.blocks[0]?.type === "paragraph",
    );
  if (hue !== null && (!shown || hue >= HUES.length)) marks.push(context.mark("row", hue));
  return marks;
}
