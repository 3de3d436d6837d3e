import type { Context, Frame } from "./context.js";
import { type FlowCell, heightOf, type Item, type Row, type Strip, UNSPLIT } from "./flow.js";
import { namedAgain } from "./named.js";
import { cellFrame } from "./tableCell.js";
import type { TableFit } from "./tableFit.js";
import type { Slot } from "./tableGrid.js";

/** What names a row comes again where the row goes on over a page, and is not split itself. */
export function nameCells(
  slots: readonly Slot[],
  row: Row,
  frame: Frame,
  { fit, names }: { fit: TableFit; names: Map<Slot, Strip> },
  context: Context,
): void {
  for (const [index, slot] of slots.entries()) {
    const cell = row.cells[index] as FlowCell;
    if (!isName(slot, cell)) continue;
    const inner = cellFrame(slot, cell, fit.ends, frame, context);
    const name = names.get(slot) ?? namedAgain(slot.cell.blocks, inner, context);
    if (!name) continue;
    names.set(slot, name);
    cell.name = name;
    if (heightOf(cell.flow) <= UNSPLIT) keepTogether(cell.flow.items);
  }
}

/** The highest that a name is, in points. */
const HIGHEST_NAME = 160;

/** A header, and few words in the first cell or in one that covers rows; a list is what is told. */
function isName({ cell, column, rows }: Slot, { flow }: FlowCell): boolean {
  if (cell.header) return true;
  const names = column === 0 || rows > 1;
  const lists = cell.blocks.some(({ type }) => type === "list");
  return names && !lists && heightOf(flow) <= HIGHEST_NAME;
}

function keepTogether(items: readonly Item[]): void {
  for (const item of items) if (item.kind !== "break") item.keep = true;
}
