import type { Style } from "../style/style.js";
import type { Item } from "./flow.js";
import { ENOUGH, type Manner, paginate, type SetPage } from "./paginate.js";
import { rewound } from "./state.js";

/** In this order: where two are as good, the first is taken. */
const MANNERS: readonly Manner[] = [
  { tight: 1 },
  { tight: 1, finish: true },
  { tight: 1, finish: true, share: true },
  { tight: 0.9, finish: true },
  { tight: 0.8, finish: true },
  { tight: 0.7, finish: true },
];

/** A text of more pages has its bad ends, but is set once. */
const LONGEST = 16;
/** A last page with less than this part of it filled is a stub. */
const STUB = 0.3;
/** A page that goes on may have this part of it free. */
const FREE = 0.25;

/**
 * Sets what begins with a new page. Where a page ends badly (little is carried over, or left for the
 * last), all of it is set again with the spaces a little tighter, and the best way is taken.
 */
export function balanced(items: Item[], style: Style, running: string | null): SetPage[] {
  const height = style.body.bottom - style.body.y;
  let best: SetPage[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const manner of MANNERS) {
    const pages = paginate(rewound(items), style, running, manner);
    const cost = costOf(pages, height);
    if (cost < least - 0.01) [best, least] = [pages, cost];
    if (flawless(best, height) || pages.length > LONGEST) break;
  }
  return best;
}

function flawless(pages: readonly SetPage[], height: number): boolean {
  return stubOf(pages, height) === 0 && pages.every((page) => shortOf(page) === 0);
}

/** How bad pages are: fewer are better, whole rows, a filled last page, and spaces as they should be. */
function costOf(pages: readonly SetPage[], height: number): number {
  const ends = pages.slice(0, -1).map((page) => 30 * Math.max(0, page.free / height - FREE));
  const rows = pages.map((page) => (page.carried > 0 ? 8 : 0) + 16 * shortOf(page));
  const tight = pages.map((page) => 20 * (1 - page.tight));
  return 40 * pages.length + 40 * stubOf(pages, height) + sum([...ends, ...rows, ...tight]);
}

/** From 0 for a last page that holds enough to 1 for one that holds nothing. */
function stubOf(pages: readonly SetPage[], height: number): number {
  const last = pages.at(-1);
  if (!last || pages.length < 2) return 0;
  return Math.max(0, 1 - (1 - last.free / height) / STUB);
}

/** From 0 where enough of a row is carried over to 1 where nearly nothing is. */
const shortOf = ({ carried }: SetPage): number =>
  carried > 0 ? Math.max(0, 1 - carried / ENOUGH) : 0;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
