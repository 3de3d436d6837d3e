import { type Flow, flowOf, type Item, type Row } from "./flow.js";

/** How far a flow is placed, down to the cells of the row that is begun. */
interface State {
  next: number;
  started: boolean;
  cells: State[];
}

/** Remembers how far a flow is placed; what comes back sets it there again. */
export function remember(flow: Flow): () => void {
  const state = stateOf(flow);
  return () => restore(flow, state);
}

function stateOf(flow: Flow): State {
  const row = rowAt(flow, flow.next);
  return {
    next: flow.next,
    started: row?.started ?? false,
    cells: row?.cells.map((cell) => stateOf(cell.flow)) ?? [],
  };
}

function restore(flow: Flow, { next, started, cells }: State): void {
  // Rows may share a cell: the later ones go back to their start before the first goes to its place.
  for (let index = next; index <= flow.next; index++) rewindItem(flow.items[index]);
  flow.next = next;
  const row = rowAt(flow, next);
  if (!row) return;
  row.started = started;
  row.cells.forEach((cell, index) => {
    const state = cells[index];
    if (state) restore(cell.flow, state);
  });
}

/** The same items from their start: none of them is placed. */
export function rewound(items: Item[]): Flow {
  for (const item of items) rewindItem(item);
  return flowOf(items);
}

function rewindItem(item: Item | undefined): void {
  if (item?.kind !== "row") return;
  item.started = false;
  for (const { flow } of item.cells) {
    for (let index = 0; index <= flow.next; index++) rewindItem(flow.items[index]);
    flow.next = 0;
  }
}

function rowAt(flow: Flow, index: number): Row | undefined {
  const item = flow.items[index];
  return item?.kind === "row" ? item : undefined;
}
