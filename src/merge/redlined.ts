import { compose } from "../compose/handbook.js";
import { type MarkedNode, markedNodes } from "../document-marks.js";
import { ladderJson } from "../model/json.js";
import type { Ladder } from "../model/ladder.js";
import { leaves } from "../model/walk.js";
import type { Theirs } from "./sides.js";

/** A file that may be a redline: then `before` is the ladder before its changes, and `base` that after. */
interface Redlined extends Theirs {
  base: Ladder | null;
  before: Ladder | null;
}

/** What a merge starts from. */
interface Start {
  theirs: Theirs;
  base: Ladder | null;
  /** In a redline, the ladder of its other side. */
  other: Ladder | null;
}

/**
 * What a file is compared with. The post may stand at either side of a redline: at the one before, it
 * gets what was accepted; at the one after, what was rejected is taken back. Where it is neither, that
 * one counts to which it is nearer.
 */
export function startOf(file: Redlined, post: Ladder): Start {
  const { base, before } = file;
  if (!base || !before) return { theirs: file, base, other: null };
  const isBefore = isNearer(before, base, post);
  const marks = numberedFrom(file, compose(base), isBefore);
  const [start, other] = isBefore ? [before, base] : [base, before];
  return { theirs: { ...file, marks }, base: start, other };
}

function isNearer(before: Ladder, after: Ladder, post: Ladder): boolean {
  const [old, now, own] = [before, after, post].map(contentOf);
  if (own === now) return false;
  return own === old || distance(before, post) < distance(after, post);
}

const contentOf = (ladder: Ladder): string =>
  ladderJson({ ...ladder, origin: { slug: "", file: "", sha256: "" } });

/** How many texts one ladder has and the other has not. */
function distance(a: Ladder, b: Ladder): number {
  const counts = new Map<string, number>();
  const count = (ladder: Ladder, by: number): void => {
    const front = [ladder.title, ladder.excerpt, ladder.author, ladder.date].map(
      (text, index) => `${index} ${text ?? ""}`,
    );
    const texts = leaves(ladder.content).map(({ rich }) => JSON.stringify(rich.spans ?? rich.text));
    for (const text of [...front, ...texts]) counts.set(text, (counts.get(text) ?? 0) + by);
  };
  count(a, 1);
  count(b, -1);
  return [...counts.values()].reduce((sum, each) => sum + Math.abs(each), 0);
}

/** The bookmarks of the ladder before are numbered on from those of the ladder after. */
function numberedFrom(
  { marks, document }: Theirs,
  after: Theirs["document"],
  isBefore: boolean,
): Theirs["marks"] {
  const most = new Map<MarkedNode["kind"], number>();
  for (const { kind, number } of markedNodes(after)) most.set(kind, number);
  const own = new Map<object, readonly number[]>();
  for (const { kind, node } of markedNodes(document)) {
    const last = most.get(kind) ?? 0;
    const numbers = (marks.get(node) ?? []).filter((number) => number > last === isBefore);
    if (numbers.length > 0) own.set(node, isBefore ? numbers.map((each) => each - last) : numbers);
  }
  return own;
}
