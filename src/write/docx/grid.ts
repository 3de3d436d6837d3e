import type { Grid } from "../../document.js";
import { HEAD_FILL, HUES, STYLE } from "../../docx-names.js";
import type { Cell } from "../../model/ladder.js";
import { share } from "./column-widths.js";
import type { DocxContext, Flow } from "./context.js";
import { gridXml, type TableLook } from "./table.js";
import { type Layout, layoutOf, type Placed } from "./table-layout.js";
import { hueOf } from "./theme.js";

/** The first column names the rows: it is as wide as this many others. */
const NAME_COLUMN = 1.5;

/** The style of the grid's links: they look like names of levels. */
export const GRID_LINK = "RungbookGridLink";

/** The overview: a table whose rows bear the tints of their parts. */
export function overviewXml(grid: Grid, flow: Flow, context: DocxContext): string {
  const { rows, scale, hues } = grid;
  const layout = layoutOf(rows);
  const heads = scale === null ? 0 : 1;
  const look: TableLook = {
    style: STYLE.grid,
    text: (_, row) => (row < heads ? STYLE.gridHead : STYLE.gridCell),
    fill: (cell, placed, row) => fillOf(cell, placed, hues[row] ?? null),
    link: GRID_LINK,
    heads,
    marks: (row) => rowMarks(grid, layout, row, context),
    widths: share(
      Array.from({ length: layout.columns }, (_, column) => (column === 0 ? NAME_COLUMN : 1)),
      flow.width,
    ),
  };
  return gridXml(layout, look, flow, context);
}

/** A level's cell has the tint of its row; empty cells stay empty. */
function fillOf(
  cell: Cell,
  { column }: Placed,
  hue: number | null,
): { tint: string; ink?: string } | undefined {
  if (cell.header) return { tint: HEAD_FILL };
  if (hue === null || column === 0 || cell.blocks.length === 0) return undefined;
  return hueOf(hue);
}

function rowMarks(
  { scale, hues }: Grid,
  layout: Layout,
  row: number,
  context: DocxContext,
): string[] {
  const marks = row === 0 ? [context.mark("grid", ...(scale === null ? [] : [scale]))] : [];
  const hue = hues[row] ?? null;
  const tinted = layout.rows[row]?.some(
    (placed) => placed.cell && fillOf(placed.cell, placed, hue)?.ink,
  );
  if (hue !== null && (!tinted || hue >= HUES.length)) marks.push(context.mark("row", hue));
  return marks;
}
