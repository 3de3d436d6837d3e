import type { Style } from "../style/style.js";
import type { Page } from "./box.js";
import { done, type Flow, type Item, itemHeight, type Region, standsAt } from "./flow.js";
import { take } from "./take.js";

/** How a page of a flow ends. */
export interface PageEnd {
  /** The height that nothing stands on. */
  free: number;
  /** The height of what is carried over of a row that is begun. */
  carried: number;
  /** What the next page begins with. */
  at: Item | undefined;
}

/** A page as it is set. */
export interface SetPage extends Page, PageEnd {
  /** What the last header of a part on it, or before it, says. */
  last: string | null;
}

/** Where a page might end: before this item, in a row or between items of the flow. */
export interface Cut {
  item: Item;
  y: number;
  inner: boolean;
}

/** Where and how a page is set. */
export interface Place {
  y: number;
  bottom: number;
  /** Spaces are this part of what they should be. */
  tight: number;
  /** It ends before this item, if not earlier. */
  until?: Item | undefined;
}

/** Sets a flow on as many pages as it needs, at least one; the page before was headed `running`. */
export function paginate(flow: Flow, { body }: Style, running: string | null): SetPage[] {
  const pages: SetPage[] = [];
  while (!done(flow) || pages.length === 0)
    pages.push(setPage(flow, { ...body, tight: 1 }, pages.at(-1)?.last ?? running));
  return pages;
}

/** Sets a page of a flow, which then stands at the next; the page before was headed `running`. */
export function setPage(flow: Flow, place: Place, running: string | null): SetPage {
  const page = { boxes: [], running, last: running };
  let named = false;
  const onRunning = (part: string) => {
    // What begins below other words is not what the page begins with.
    if (!named && page.boxes.length === 0) page.running = part;
    named = true;
    page.last = part;
  };
  const end = filled(flow, place, { boxes: page.boxes, onRunning });
  return { ...page, ...end };
}

/** Moves a flow on by a page without setting it: how that ends, and where else it might. */
export function measurePage(flow: Flow, place: Place): PageEnd & { cuts: Cut[] } {
  const cuts: Cut[] = [];
  const onCut = (item: Item, y: number, inner: boolean) => cuts.push({ item, y, inner });
  return { ...filled(flow, place, { boxes: null, onCut }), cuts };
}

function filled(
  flow: Flow,
  { y, bottom, tight, until }: Place,
  to: Pick<Region, "boxes" | "onRunning" | "onCut">,
): PageEnd {
  const end = take(flow, { ...to, top: y, bottom, fresh: true, tight, until });
  const item = flow.items[flow.next];
  const begun = item?.kind === "row" && item.started;
  return { free: bottom - end, carried: begun ? itemHeight(item, tight) : 0, at: standsAt(flow) };
}
