import type { Item } from "./flow.js";
import type { Cut, PageEnd, Place } from "./paginate.js";

/** A row that is carried over should bring at least this along. */
const ENOUGH = 130;
/** A row that is begun has at least this on its first page. */
const BEGUN = 150;
/** A page that goes on may have this part of it free. */
const FREE = 0.25;
/** No page ends early with less than this part of it filled. */
const FILLED = 0.35;

/** A way for a page to end: what it costs, and the item before which it does (none: where it is full). */
export interface Ending {
  cost: number;
  until?: Item;
  at: Item | undefined;
}

/** How bad it is that a page ends before an item: between cards best, within what belongs together worst. */
function costBefore(item: Item | undefined): number {
  if (item?.kind !== "strip") return 6;
  if (item.between) return 0;
  if (item.opens === "section") return 2;
  return item.opens === "item" ? 6 : 14;
}

/** From 0 where enough of a row is carried over to 1 where nearly nothing is. */
const shortOf = (carried: number): number => (carried > 0 ? Math.max(0, 1 - carried / ENOUGH) : 0);

/** How bad the end of a page of this height is. */
export function costOf({ free, carried, at }: PageEnd, height: number): number {
  const empty = Math.max(0, free / height);
  const room = 20 * empty + 30 * Math.max(0, empty - FREE);
  const before = costBefore(at);
  if (carried === 0) return room + before / 6;
  return room + before + (before > 2 ? 16 : 4) * shortOf(carried);
}

/** False where a page ends in a way that another might better. */
export const endsWell = ({ carried, at }: PageEnd): boolean =>
  carried === 0 || costBefore(at) <= 2 || (costBefore(at) <= 6 && carried >= ENOUGH);

/** The ways in which a page may end, the best first. */
export function endingsOf(page: PageEnd & { cuts: Cut[] }, { y: top, bottom }: Place): Ending[] {
  const height = bottom - top;
  const endings: Ending[] = [{ cost: costOf(page, height), at: page.at }];
  let rowEnd = bottom - page.free + page.carried;
  page.cuts.reverse().forEach(({ item, y, inner }, index) => {
    if (!inner) rowEnd = y;
    const begun = inner ? page.cuts.slice(index).find((cut) => !cut.inner) : undefined;
    if (y - top < FILLED * height || (begun && y - begun.y < BEGUN)) return;
    const end = { free: bottom - y, carried: inner ? rowEnd - y : 0, at: item };
    endings.push({ cost: costOf(end, height), until: item, at: item });
  });
  return endings.sort((a, b) => a.cost - b.cost);
}
