import { type Node, nodesBelow } from "../match/tree.js";
import type { Ladder, Place } from "../model/ladder.js";
import { Attempt } from "./attempt.js";
import type { Change } from "./change.js";
import { withoutFollowing } from "./following.js";
import { withPaths } from "./path.js";
import { hasWords, prepare, type Theirs, throughTheirs } from "./sides.js";
import { nameSplits } from "./splits.js";
import { type Favour, type Sides, threeWay } from "./three-way/index.js";

export type { Change } from "./change.js";
export type { Favour } from "./three-way/index.js";

/** What is merged. */
export interface MergeInput {
  theirs: Theirs;
  /** The ladder that the file was made from; null: it is not known, and the post stands in for it. */
  base: Ladder | null;
  /** The post as it stands now. */
  ours: { ladder: Ladder; text: string; file: string };
  /** The other ladder of a redline, of which the base is one; left out: the file is none. */
  other?: Ladder | null;
  favour: Favour;
  /** Takes what Word's autocorrect does to quotes, dashes and spaces for an edit. */
  keepAutocorrect: boolean;
}

/** What a merge gives. */
export interface Merged {
  changes: Change[];
  /** The post's text with the changes made; null where conflicts keep it from being written. */
  text: string | null;
  /** Where the post says what a node of the edited file's document says. */
  placeOf(node: object): Place | undefined;
}

/**
 * Brings the edits of a file back into its post: a three-way merge of ladders, carried out on the
 * post's own bytes. What it writes is read again, and has to say what was to be said: a change that
 * does not come out right is taken back, and told as one that can't be placed.
 */
export function merge(input: MergeInput): Merged {
  const { theirs, ours, favour } = input;
  const prepared = prepare(theirs, input.base ?? ours.ladder, ours.ladder, input.keepAutocorrect);
  const { sides, left, documents } = prepared;
  const { changes: found, text } =
    mergedBefore(sides, ours) ?? new Attempt(sides, ours, favour).all();
  const changes = [...withoutFollowing(found, sides, input.other ?? null), ...left];
  withPaths(changes, documents);
  nameSplits(changes);
  const isStuck = changes.some(({ outcome }) => outcome === "conflict");
  return { changes, text: isStuck ? null : text, placeOf: placesOf(sides) };
}

/** The changes of a file that was merged before: the post says all that it can be given, where it says it. */
function mergedBefore(
  sides: Sides,
  ours: MergeInput["ours"],
): Pick<Merged, "changes" | "text"> | null {
  if (!hasWords(sides)) return null;
  const through = throughTheirs(sides);
  const { changes } = threeWay(through, null, new Map());
  if (changes.every(isDone)) return { changes, text: ours.text };
  if (!changes.some(({ outcome }) => outcome === "already")) return null;
  // What is left may be what could not be written then, and can't now.
  const again = new Attempt(through, ours, null).all();
  return again.text === ours.text && again.changes.every(isDone) ? again : null;
}

const isDone = ({ outcome }: Change): boolean => outcome === "already" || outcome === "unplaced";

/** Most merges are asked for no place: the first that is makes them all. */
function placesOf(sides: Sides): Merged["placeOf"] {
  let places: ReadonlyMap<object, Place> | undefined;
  return (node) => {
    places ??= placesIn(sides);
    return places.get(node);
  };
}

function placesIn({ theirs, inTheirs, inOurs }: Sides): Map<object, Place> {
  const places = new Map<object, Place>();
  for (const node of nodesBelow(theirs)) {
    // What is new stands where its parent stands.
    for (let each: Node | null = node; each && !places.has(node.of); each = each.parent) {
      const base = inTheirs.from.get(each);
      const place = base && inOurs.to.get(base)?.place;
      if (place) places.set(node.of, place);
    }
  }
  return places;
}
