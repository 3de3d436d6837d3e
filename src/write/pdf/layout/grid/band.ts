import type { Grid } from "../../../../document.js";
import { asDecoration } from "../again.js";
import type { Context, Frame } from "../context.js";
import { type FlowCell, flowOf, type Strip } from "../flow.js";
import type { Slot } from "../tableGrid.js";
import { type Tag, tagIn } from "../tag.js";
import { type Content, coloredCell, type Look, setContent, setName } from "./cell.js";
import type { Fit } from "./fit.js";

/** Columns of an overview that stand beside each other. */
export interface Band {
  grid: Grid;
  slots: readonly Slot[][];
  /** For each row the cells in it, also those from rows above. */
  open: readonly Slot[][];
  /** Some cells cover rows. */
  joined: boolean;
  fit: Fit;
  frame: Frame;
  tags: ReadonlyMap<Slot, Tag>;
  /** What stands in a band already: in a further one it comes again. */
  set: Set<Slot>;
  /** The first of its columns; that of the names is 0. */
  first: number;
  /** What its cells hold; a cell of several rows holds it once. */
  contents: Map<Slot, Content>;
}

/** Whether a cell, none of the names, stands in a band. */
export const isWithin = (slot: Slot, { first, fit }: Band): boolean =>
  slot.column > 0 && slot.column < first + fit.columns && slot.column + slot.columns > first;

/** A cell in a row of a band. */
export function setSlot(
  slot: Slot,
  row: number,
  band: Band,
  look: Look,
  context: Context,
): FlowCell {
  const place = placeOf(slot, band, context);
  const content = band.contents.get(slot) ?? contentOf(slot, place, band, look, context);
  band.contents.set(slot, content);
  const ends = slot.row + slot.rows - 1 === row;
  if (slot.column === 0) return { ...place, flow: content.flow, ends };
  return coloredCell(place, content, ends, look, context);
}

interface Place {
  x: number;
  width: number;
}

/** The edges of a cell: of one that goes on in another band, as far as this goes. */
function placeOf(slot: Slot, { fit, frame, first }: Band, context: Context): Place {
  const name = slot.column === 0;
  if (name && fit.above) return { x: frame.x, width: frame.width };
  const from = name ? 0 : Math.max(slot.column - first, 0) + 1;
  const to = Math.min(Math.max(slot.column + slot.columns - first, 0), fit.columns) + 1;
  const [a, b] = [fit.edges[from] ?? 0, fit.edges[to] ?? 0];
  const gap = name ? 0 : context.style.grid.gap;
  const x = Math.min(a, b) + (context.direction === "rtl" ? gap : 0);
  return { x, width: Math.abs(b - a) - gap };
}

/** What a cell holds; in a further band it is decoration. */
function contentOf(slot: Slot, place: Place, band: Band, look: Look, context: Context): Content {
  const again = band.set.has(slot);
  band.set.add(slot);
  const tag = (again ? undefined : band.tags.get(slot)) ?? tagIn(null, "P");
  const set = slot.column === 0 ? setName : setContent;
  const content = set(slot.cell.blocks, { ...band.frame, ...place, tag }, look, context);
  return again ? asAgain(content) : content;
}

/** Strips alone can stand again: what else a cell may hold is too much to see twice. */
function asAgain({ flow }: Content): Content {
  const strips = flow.items.filter((item): item is Strip => item.kind === "strip");
  const items = strips.map((strip) => ({ ...strip, boxes: strip.boxes.flatMap(asDecoration) }));
  return { flow: flowOf(items), area: null };
}
