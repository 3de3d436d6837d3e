import type { Style } from "../style/style.js";
import { endsWell } from "./ends.js";
import { done, type Flow, type Item } from "./flow.js";
import { measurePage, type Place, paginate, type SetPage, setPage } from "./paginate.js";
import { type Plan, planned, stubOf } from "./plan.js";
import { remember, rewound } from "./state.js";

/** Spaces may be this part of what they should be; less is not tight but cramped. */
const TIGHT = [1, 0.85, 0.7];
/** A page that has room is set less tight, by steps. */
const LOOSER = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7];
/** A text of more pages has its bad ends, but is set once. */
const LONGEST = 16;
/** What a step to tighter spaces costs. */
const TIGHTER = 5;

/**
 * Sets what begins with a new page. Where a page ends badly (little is carried over, or left for the
 * last), all of it is planned anew, with spaces a little tighter too, and the best way is taken.
 */
export function balanced(items: Item[], style: Style, running: string | null): SetPage[] {
  const pages = paginate(rewound(items), style, running);
  if (pages.length > LONGEST || flawless(pages, style)) return pages;
  let best: { plan: Plan; cost: number; tight: number } | null = null;
  for (const [index, tight] of TIGHT.entries()) {
    const most = (best?.cost ?? Number.POSITIVE_INFINITY) - TIGHTER * index;
    const plan = planned(rewound(items), { ...style.body, tight }, most);
    if (plan) best = { plan, cost: plan.cost + TIGHTER * index, tight };
  }
  return best ? followed(best.plan, rewound(items), style, running, best.tight) : pages;
}

function flawless(pages: readonly SetPage[], { body }: Style): boolean {
  const last = pages.at(-1);
  const stub = last && pages.length > 1 ? stubOf(last.free, body.bottom - body.y) : 0;
  return stub === 0 && pages.every(endsWell);
}

/** Sets pages as planned, each no tighter than it has to be. */
function followed(
  { ends }: Plan,
  flow: Flow,
  { body }: Style,
  running: string | null,
  tight: number,
): SetPage[] {
  const pages: SetPage[] = [];
  for (const { until, at } of ends) {
    const place = { ...body, until };
    const fits = LOOSER.find(
      (each) => each <= tight || reaches(at, flow, { ...place, tight: each }),
    );
    pages.push(setPage(flow, { ...place, tight: fits ?? tight }, pages.at(-1)?.last ?? running));
  }
  return pages;
}

/** True where a page that is set so ends before the same item. */
function reaches(at: Item | undefined, flow: Flow, place: Place): boolean {
  const again = remember(flow);
  const page = measurePage(flow, place);
  const same = at ? page.at === at && at.kind !== "row" : done(flow);
  again();
  return same;
}
