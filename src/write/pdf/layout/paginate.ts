import type { Style } from "../style/style.js";
import type { Page } from "./box.js";
import { done, type Flow, itemHeight } from "./flow.js";
import { remember } from "./state.js";
import { take } from "./take.js";

/** A page as it is set: how it ends decides whether it is taken. */
export interface SetPage extends Page {
  /** What the last header of a part on it, or before it, says. */
  last: string | null;
  /** The height that nothing stands on. */
  free: number;
  /** The height of what is carried over of a row that is begun. */
  carried: number;
  /** Spaces are this part of what they should be. */
  tight: number;
}

/** How a flow is set on pages. */
export interface Manner {
  /** Spaces are this part of what they should be, on all pages. */
  tight: number;
  /** A page may be tighter than that where a row ends on it then. */
  finish?: true;
  /** A page may end earlier where what is carried over is too little. */
  share?: true;
}

/** A row that is carried over should bring at least this along. */
export const ENOUGH = 130;
/** Less than this is not tight but cramped. */
const TIGHTEST = 0.7;
const STEP = 0.1;
/** Two lines. */
const EARLIER = 28;

type Place = Style["body"] & { running: string | null; tight: number };

/** Sets a flow on as many pages as it needs, at least one; the page before was headed `running`. */
export function paginate(
  flow: Flow,
  { body }: Style,
  running: string | null,
  manner: Manner,
): SetPage[] {
  const pages: SetPage[] = [];
  while (!done(flow) || pages.length === 0) {
    const place = { ...body, running: pages.at(-1)?.last ?? running, tight: manner.tight };
    const again = remember(flow);
    const tried = (each: Partial<Place>): SetPage => {
      again();
      return setPage(flow, { ...place, ...each });
    };
    const page = setPage(flow, place);
    const short = page.carried > 0 && page.carried < ENOUGH;
    const better =
      (short && manner.finish && finished(tried, place)) ||
      (short && manner.share && shared(tried, place));
    pages.push(better || !short ? better || page : tried({}));
  }
  return pages;
}

type Try = (each: Partial<Place>) => SetPage;

/** The page in the least tight way in which the row ends on it. */
function finished(tried: Try, { tight }: Place): SetPage | null {
  for (let each = tight - STEP; each > TIGHTEST - 0.01; each -= STEP) {
    const page = tried({ tight: each });
    if (page.carried === 0) return page;
  }
  return null;
}

/** The page that ends so much earlier that enough of the row is carried over. */
function shared(tried: Try, { bottom }: Place): SetPage | null {
  for (let earlier = 1; earlier <= 4; earlier++) {
    const page = tried({ bottom: bottom - earlier * EARLIER });
    if (page.carried >= ENOUGH) return { ...page, free: page.free + earlier * EARLIER };
    if (page.carried === 0) return null;
  }
  return null;
}

function setPage(flow: Flow, { y, bottom, running, tight }: Place): SetPage {
  const page: SetPage = { boxes: [], running, last: running, free: 0, carried: 0, tight };
  let named = false;
  const onRunning = (part: string) => {
    // What begins below other words is not what the page begins with.
    if (!named && page.boxes.length === 0) page.running = part;
    named = true;
    page.last = part;
  };
  const region = { top: y, bottom, fresh: true, tight, boxes: page.boxes };
  page.free = bottom - take(flow, { ...region, onRunning });
  const item = flow.items[flow.next];
  if (item?.kind === "row" && item.started) page.carried = itemHeight(item, tight);
  return page;
}
