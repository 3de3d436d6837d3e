import { type Ending, endingsOf } from "./ends.js";
import { done, type Flow, heightOf, type Item } from "./flow.js";
import { measurePage, type Place } from "./paginate.js";
import { remember } from "./state.js";

/** Where each page ends, and how bad that is in all. */
export interface Plan {
  cost: number;
  ends: Ending[];
}

/** What a page costs: one more is worse than any way to end one. */
const PAGE = 40;
/** What a last page costs that holds nothing, beyond what every page does. */
const STUB = 40;
/** A last page with less than this part of it filled is a stub. */
const LEAST = 0.3;

/** The best way is found sooner; a long text has too many to try each. */
const MOST_TRIED = 40;
/** Another way has to be so much better to be looked for. */
const BETTER = 2;

/** From 0 for a last page that holds enough to 1 for one that holds nothing. */
export const stubOf = (free: number, height: number): number =>
  Math.max(0, 1 - (1 - free / height) / LEAST);

/** The best way found to set what is left of a flow that costs less than `below`; null where none does. */
export function planned(flow: Flow, place: Place, below: number): Plan | null {
  const known = new Map<Item, { most: number; plan: Plan | null }>();
  const height = place.bottom - place.y;
  const rest = (at: Item | undefined, below: number): Plan | null => {
    const found = at && known.get(at);
    if (found?.plan) return found.plan.cost < below ? found.plan : null;
    if (found && found.most >= below) return null;
    const plan = from(below);
    if (at) known.set(at, { most: below, plan });
    return plan;
  };
  let left = MOST_TRIED;
  const from = (below: number): Plan | null => {
    if (below <= leastCost(flow, place)) return null;
    left--;
    const again = remember(flow);
    const page = measurePage(flow, place);
    if (done(flow)) {
      const cost = PAGE + STUB * stubOf(page.free, height);
      return cost < below ? { cost, ends: [{ cost: 0, at: undefined }] } : null;
    }
    let best: Plan | null = null;
    let moved = false;
    for (const ending of endingsOf(page, place)) {
      const most = (best ? best.cost - BETTER : below) - PAGE - ending.cost;
      if (most <= PAGE || left <= 0) break;
      if (moved || ending.until) {
        again();
        measurePage(flow, { ...place, until: ending.until });
      }
      moved = true;
      const begun = ending.at?.kind === "row" && ending.at.started;
      const plan = rest(begun ? undefined : ending.at, most);
      if (plan) best = { cost: PAGE + ending.cost + plan.cost, ends: [ending, ...plan.ends] };
    }
    return best;
  };
  return from(below);
}

/** A page's head may drop this much space. */
const DROPPED = 40;

function leastCost(flow: Flow, { y, bottom, tight }: Place): number {
  const pages = (heightOf(flow, tight) - DROPPED) / (bottom - y);
  return PAGE * Math.max(1, Math.ceil(pages));
}
