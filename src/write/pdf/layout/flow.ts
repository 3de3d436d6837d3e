import type { Box } from "./box.js";

/** A piece of a flow that is never split: a line, an image, a rule. */
export interface Strip {
  kind: "strip";
  /** Space above; none at the top of a page or a cell. */
  before: number;
  height: number;
  boxes: Box[];
  /** Stays on the page of what follows. */
  keep?: boolean;
  /** At least this much of what follows stands on its page. */
  room?: number;
  /** Parts what is above from what is below: at the top of a page there is nothing to part. */
  between?: true;
  /** What begins with it: a page rather ends before it than elsewhere. */
  opens?: Opens;
  /** From here on the page's header names this part. */
  running?: string;
}

/** A section with its heading; a list's item or another block. */
export type Opens = "section" | "item";

/** Cells side by side, each with a flow of its own that goes on over pages. */
export interface Row {
  kind: "row";
  before: number;
  cells: FlowCell[];
  padding: { top: number; bottom: number };
  /** Stands above the row at the top of a page: a table's header again. */
  again?: Strip;
  /** At least this much of the row stands on its first page. */
  least?: number;
  keep?: boolean;
  started?: boolean;
}

/** One cell of a row; a cell that spans rows shares its flow with theirs. */
export interface FlowCell {
  x: number;
  width: number;
  flow: Flow;
  /** False where the cell goes on in the next row. */
  ends: boolean;
  /** Stands at the cell's top on each further page. */
  again?: Strip;
  /** Its row may end on a page wherever this cell may: the others are short. */
  main?: true;
  /** The same, once all of the cell is placed: what it says names a row that goes on. */
  name?: Strip;
  /** The cell began in a row above. */
  begun?: boolean;
  /** Drawn behind, or below, each fragment of the cell. */
  decorate?: (top: number, height: number, done: boolean) => Box[];
}

/** What follows begins a page. */
export interface PageBreak {
  kind: "break";
}

/** A piece of a flow. */
export type Item = Strip | Row | PageBreak;

/** A flow of items and how far it is placed. */
export interface Flow {
  items: Item[];
  next: number;
}

/** Where a flow is placed: from `top` to at most `bottom`. */
export interface Region {
  top: number;
  bottom: number;
  /** The region is all that a page can give: what does not fit here fits nowhere. */
  fresh: boolean;
  /** Spaces between items, and above and below cells, are this part of what they should be. */
  tight: number;
  /** Null where it is only asked how much fits. */
  boxes: Box[] | null;
  /** Nothing is placed from here on, whatever room there is. */
  until?: Item | undefined;
  onRunning?: (part: string) => void;
  /** Told each item before which the region may end, and where that is; `inner`: within a row. */
  onCut?: ((item: Item, y: number, inner: boolean) => unknown) | undefined;
}

/** A row at most as high as this is never split. */
export const UNSPLIT = 90;

/** A flow of these items, from its start. */
export const flowOf = (items: Item[]): Flow => ({ items, next: 0 });

/** True where all of a flow is placed. */
export const done = (flow: Flow): boolean => flow.next >= flow.items.length;

/** The item, within the row that is begun, at which a flow stands. */
export function standsAt(flow: Flow): Item | undefined {
  const item = flow.items[flow.next];
  if (item?.kind !== "row" || !item.started) return item;
  const main = item.cells.find((cell) => cell.main && !done(cell.flow));
  return main ? standsAt(main.flow) : item;
}

/** What of a cell stands at its top again; `fresh` where its row is the first thing on a page. */
export function cellAgain(cell: FlowCell, row: Row, fresh: boolean): Strip | undefined {
  if (row.started && cell.again) return cell.again;
  const goesOn = row.started || (cell.begun && fresh);
  return goesOn && done(cell.flow) ? cell.name : undefined;
}

/** The height of what is left of a flow, if it never has to break. */
export function heightOf(flow: Flow, tight = 1): number {
  let height = 0;
  for (let index = flow.next; index < flow.items.length; index++) {
    const item = flow.items[index] as Item;
    if (item.kind === "break") continue;
    height += (index > flow.next ? item.before * tight : 0) + itemHeight(item, tight);
  }
  return height;
}

/** The height of what is left of an item. */
export function itemHeight(item: Strip | Row, tight = 1): number {
  if (item.kind === "strip") return item.height;
  const cells = item.cells.filter((cell) => cell.ends).map((cell) => heightOf(cell.flow, tight));
  return (item.padding.top + item.padding.bottom) * tight + Math.max(0, ...cells);
}

/** Moves what a strip holds further down in it. */
export function lower(strip: Strip, by: number): void {
  if (!(by > 0)) return;
  strip.height += by;
  for (const box of strip.boxes) if (box.kind !== "anchor") box.y += by;
}
