import type { Ladder, Place } from "../../model/ladder.js";
import type { Fix } from "../rule.js";

/** What follows from other things that the post says: not compared. */
const DERIVED: ReadonlySet<string> = new Set([
  "place",
  ...["family", "discipline", "code"],
  ...["anchor", "label", "titles", "grades", "role", "range", "term"],
  ...["scale", "tracks"],
]);

/** What a fix may change of a node: its words with their marks and links, and its anchors. */
const MENDABLE: ReadonlySet<string> = new Set(["text", "spans", "anchors"]);

type Node = Readonly<Record<string, unknown>> & { readonly place?: Place };

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/**
 * True where the ladder after fixes differs from the one before by nothing but words, links and
 * anchors of the nodes in which the fixes stand: no node comes, goes or moves.
 */
export function isOnlyMeant(before: Ladder, after: Ladder, fixes: readonly Fix[]): boolean {
  const sorted = fixes.toSorted((a, b) => a.start - b.start);
  return (
    before.frontMatter?.yaml === after.frontMatter?.yaml &&
    isSame(before.content, after.content, (place) => touches(place, sorted), undefined)
  );
}

/** `around`: the place of the smallest node that holds both. */
function isSame(
  before: unknown,
  after: unknown,
  mends: (place: Place | undefined) => boolean,
  around: Place | undefined,
): boolean {
  if (!isNode(before) || !isNode(after)) return before === after;
  const place = before.place ?? around;
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const key of keys) {
    if (DERIVED.has(key)) continue;
    if (MENDABLE.has(key) && mends(place)) continue;
    if (!isSame(before[key], after[key], mends, place)) return false;
  }
  return true;
}

/** Whether one of the fixes, sorted by their starts, stands in a place or at its edge. */
function touches(place: Place | undefined, sorted: readonly Fix[]): boolean {
  if (!place) return false;
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) < place.start.offset) low = middle + 1;
    else high = middle;
  }
  const first = sorted[low];
  return first !== undefined && first.start <= place.end.offset;
}
