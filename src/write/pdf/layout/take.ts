import type { Box } from "./box.js";
import {
  cellAgain,
  done,
  type Flow,
  type FlowCell,
  heightOf,
  type Item,
  type Region,
  type Row,
  type Strip,
  UNSPLIT,
} from "./flow.js";

/** What has to stay together is looked at up to this height; more can't be kept. */
const TOGETHER = 300;

/** Places what fits of a flow into a region; returns where the placed part ends. */
export function take(flow: Flow, region: Region): number {
  let y = region.top;
  let first = true;
  let kept = false;
  while (!done(flow)) {
    const item = flow.items[flow.next] as Item;
    if (item.kind === "break") {
      if (!first) break;
      flow.next++;
      continue;
    }
    if (!first && item === region.until) break;
    if (!first && !kept) region.onCut?.(item, y, false);
    const gap = first ? 0 : item.before * region.tight;
    const top = y + gap;
    const forced = first && region.fresh;
    if (!forced && top + together(flow, region.tight) > region.bottom + 0.01) break;
    if (item.kind === "strip" && item.between && first) {
      placeStrip(
        { ...item, boxes: item.boxes.filter(({ kind }) => kind !== "rect") },
        top,
        0,
        region,
      );
      flow.next++;
      continue;
    }
    if (item.kind === "strip") {
      placeStrip(item, top, gap, region);
      y = top + item.height;
    } else {
      const taken = takeRow(item, { ...region, top, fresh: forced });
      y = taken.bottom;
      if (!taken.done) break;
    }
    first = false;
    kept = item.keep ?? false;
    flow.next++;
  }
  return y;
}

/** The height that must be free for the next item to be placed: its own, and what it is kept with. */
function together(flow: Flow, tight: number): number {
  let height = 0;
  let kept: number | null = null;
  let need = 0;
  for (let index = flow.next; index < flow.items.length; index++) {
    const item = flow.items[index] as Item;
    if (item.kind === "break") break;
    height += index > flow.next ? item.before * tight : 0;
    height += item.kind === "strip" ? item.height : leastOf(item, tight);
    if (item.kind === "strip" && item.room && kept === null) need = height + item.room;
    if (height > TOGETHER) break;
    if (item.keep) continue;
    kept ??= height;
    if (height >= need) return height;
  }
  return kept ?? height;
}

/** The least of a row that may stand at the foot of a page. */
function leastOf(row: Row, tight: number): number {
  const cells = row.cells.filter((cell) => cell.ends && !done(cell.flow));
  const natural = Math.max(0, ...cells.map((cell) => heightOf(cell.flow, tight)));
  const padding = (row.padding.top + row.padding.bottom) * tight;
  if (natural <= UNSPLIT) return natural + padding;
  const heads = Math.max(...cells.map((cell) => together(cell.flow, tight)));
  if (row.least !== undefined) return Math.min(natural, Math.max(row.least, heads)) + padding;
  const least = Math.max(heads, Math.min(natural * BEGUN, MOST_BEGUN));
  return (natural <= least + CARRIED ? natural : least) + padding;
}

/** A row begins where this part of it has room, if that is not more than so many points. */
const BEGUN = 0.28;
const MOST_BEGUN = 140;
/** Of a row that goes on, this much is carried over: six lines. */
const CARRIED = 72;

/** Where a row that does not end here has to: what is carried over is no scrap. */
function endOf(row: Row, { top, bottom, tight }: Region): number {
  const cells = row.cells.filter((cell) => cell.ends);
  const left = Math.max(0, ...cells.map((cell) => heightOf(cell.flow, tight)));
  const over = left - (bottom - top);
  const scrap = row.least === undefined && over > 0 && over < CARRIED;
  return scrap && left - CARRIED >= left * BEGUN ? top + left - CARRIED : bottom;
}

/** Boxes move from their strip's coordinates to the page's. */
export function placeStrip(strip: Strip, top: number, before: number, region: Region): void {
  if (strip.running !== undefined) region.onRunning?.(strip.running);
  if (!region.boxes) return;
  for (const box of strip.boxes) {
    const placed = { ...box, y: box.y + top };
    if (placed.kind === "rect" && placed.stretch) {
      placed.y -= before;
      placed.height += before;
    }
    region.boxes.push(placed);
  }
}

function takeRow(row: Row, region: Region): { bottom: number; done: boolean } {
  let top = region.top;
  if (row.again && region.fresh) {
    placeStrip(row.again, top, 0, region);
    top += row.again.height;
  }
  const above = row.padding.top * region.tight;
  const below = row.padding.bottom * region.tight;
  const room = { ...region, top: top + above, bottom: region.bottom - below };
  const inner = { ...room, bottom: endOf(row, room) };
  const parts = takeCells(row, inner);
  const height = Math.max(0, ...parts.map((part) => part.height));
  const finished = row.cells.every((cell) => !cell.ends || done(cell.flow));
  const outer = above + height + below;
  const boxes = region.boxes;
  row.cells.forEach((cell, index) => {
    const complete = finished && cell.ends;
    if (boxes)
      boxes.push(...(cell.decorate?.(top, outer, complete) ?? []), ...(parts[index]?.boxes ?? []));
  });
  row.started = true;
  return { bottom: top + outer, done: finished };
}

interface Part {
  boxes: Box[] | null;
  height: number;
}

/** Cells that end here say how high the row is; those that go on take what room that gives. */
function takeCells(row: Row, region: Region): Part[] {
  const parts: Part[] = row.cells.map(() => ({ boxes: region.boxes && [], height: 0 }));
  const fill = (cell: FlowCell, part: Part, bottom: number, fresh: boolean) => {
    let top = region.top;
    const again = cellAgain(cell, row, region.fresh);
    if (again) {
      placeStrip(again, top, 0, { ...region, boxes: part.boxes });
      top += again.height;
    }
    const onCut = cell.main && ((item: Item, y: number) => region.onCut?.(item, y, true));
    const end = take(cell.flow, { ...region, top, bottom, fresh, boxes: part.boxes, onCut });
    part.height = Math.max(top, end) - region.top;
  };
  row.cells.forEach((cell, index) => {
    if (cell.ends) fill(cell, parts[index] as Part, region.bottom, region.fresh);
  });
  const others = row.cells.filter((cell) => !cell.ends);
  const names = others.map((cell) => cellAgain(cell, row, region.fresh)?.height ?? 0);
  const height = Math.max(0, ...parts.map((part) => part.height), ...names);
  row.cells.forEach((cell, index) => {
    if (!cell.ends) fill(cell, parts[index] as Part, region.top + height, false);
  });
  return parts;
}
