import type { Grid } from "../../../document.js";
import { headerAgain } from "./again.js";
import type { Context, Frame } from "./context.js";
import { type Item, itemHeight, type Row } from "./flow.js";
import { type Band, isWithin, setSlot } from "./grid/band.js";
import { fitted } from "./grid/fit.js";
import { openSlots, type Slot, slotsOf } from "./tableGrid.js";
import { type Tag, tagIn } from "./tag.js";

/** Rows this much higher than others are nearly as high. */
const NEARLY = 1.6;
/** The space above a name that stands above its cells, and above them. */
const NAMED = { before: 8, cells: 2.5 };
/** The space between two bands. */
const APART = 16;

/**
 * The overview: a row for a part in its colour, a cell for a card, each cell a link to it. Where not all
 * columns fit beside each other, they stand in bands; the tags are those of one table all the same.
 */
export function setGrid(grid: Grid, around: Frame, context: Context): Item[] {
  const { slots, columns } = slotsOf(grid.rows);
  const fit = fitted(slots, columns, around, context);
  const frame = { ...around, type: fit.type };
  const sheet = {
    grid,
    slots,
    open: openSlots(slots),
    joined: slots.flat().some((slot) => slot.rows > 1),
    fit,
    frame,
    tags: tagsOf(grid, slots, frame.tag),
    set: new Set<Slot>(),
  };
  const rows: Row[] = [];
  for (let first = 1; first === 1 || first < columns; first += fit.columns)
    rows.push(...setBand({ ...sheet, first, contents: new Map() }, context));
  return rows;
}

const isMarked = ({ row, cell }: Slot, { marked, rows }: Grid): boolean =>
  !!marked?.some((each) => each.row === row && rows[row]?.cells[each.cell] === cell);

const isScale = ({ scale }: Grid, row: number): boolean => scale !== null && row === 0;

/** The tags of all cells, in the order of the rows. */
function tagsOf(grid: Grid, slots: readonly Slot[][], parent: Tag): Map<Slot, Tag> {
  const table = tagIn(parent, "Table");
  const head = grid.scale !== null && slots.length > 1 ? tagIn(table, "THead") : null;
  const body = tagIn(table, "TBody");
  const tags = new Map<Slot, Tag>();
  for (const [index, row] of slots.entries()) {
    const scale = isScale(grid, index);
    const tag = tagIn(scale && head ? head : body, "TR");
    for (const slot of row) tags.set(slot, slotTag(slot, scale, tag));
  }
  return tags;
}

function slotTag(slot: Slot, scale: boolean, row: Tag): Tag {
  const heads = scale || slot.column === 0;
  return tagIn(row, heads ? "TH" : "TD", {
    ...(heads && { scope: scale ? ("Column" as const) : ("Row" as const) }),
    ...(slot.columns > 1 && { colspan: slot.columns }),
    ...(slot.rows > 1 && { rowspan: slot.rows }),
  });
}

/** The rows of a band, below the scale's; they stay together. */
function setBand(band: Band, context: Context): Row[] {
  const shown = [...band.slots.keys()].filter((index) => isShown(index, band));
  const sets = shown.map((index) => setRow(index, band, context));
  const scales = isScale(band.grid, 0) ? (sets.shift() ?? []) : [];
  evenOut(sets.flatMap((rows) => rows.slice(-1)));
  const rows = sets.flat();
  const again = headerAgain(scales);
  if (again) for (const row of rows) row.again = again;
  const all = [...scales, ...rows];
  for (const row of all.slice(0, -1)) row.keep = true;
  if (all[0]) all[0].before = band.first === 1 ? context.style.grid.gap : APART;
  return all;
}

/** A row without anything in a band is left out of it; one without any cell has its name in the first. */
function isShown(index: number, band: Band): boolean {
  const { grid, slots, first, joined } = band;
  if (isScale(grid, index) || joined) return true;
  const cells = slots[index]?.filter(({ column, cell }) => column > 0 && cell.blocks.length > 0);
  if (!cells || cells.length === 0) return first === 1;
  return cells.some((slot) => isWithin(slot, band));
}

/** A row of a band: its cells with the name beside them, or in a row of its own above. */
function setRow(index: number, band: Band, context: Context): Row[] {
  const scale = isScale(band.grid, index);
  const plain = { hue: context.style.hueOf(band.grid.hues[index] ?? null), scale };
  const open = band.open[index] ?? [];
  const set = (slots: readonly Slot[]) =>
    slots.map((slot) => {
      const look = isMarked(slot, band.grid) ? { ...plain, marked: true as const } : plain;
      return setSlot(slot, index, band, look, context);
    });
  const names = set(open.filter(({ column }) => column === 0));
  const cells = set(open.filter((slot) => isWithin(slot, band)));
  const y = scale ? 2 : context.style.grid.padding;
  const row = { ...ROW, before: context.style.grid.gap, padding: { top: y, bottom: y } };
  if (!band.fit.above) return [{ ...row, cells: [...names, ...cells] }];
  return [
    { ...ROW, before: NAMED.before, cells: names },
    { ...row, before: NAMED.cells, cells },
  ].filter((each) => each.cells.some(({ flow }) => flow.items.length > 0));
}

/** Never split: all of it stands on its page. */
const ROW = { kind: "row", padding: { top: 0, bottom: 0 }, least: 1000 } as const;

/** Rows that are nearly as high become as high. */
function evenOut(rows: readonly Row[]): void {
  const heights = rows.map((row) => itemHeight(row));
  const highest = Math.max(...heights);
  if (highest > NEARLY * Math.min(...heights)) return;
  rows.forEach((row, index) => {
    row.padding.bottom += highest - (heights[index] ?? highest);
  });
}
