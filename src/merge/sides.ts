import { compose } from "../compose/handbook.js";
import type { Document } from "../document.js";
import { type MarkedNode, markedNodes } from "../document-marks.js";
import { match } from "../match/index.js";
import { once, textKey } from "../match/keys.js";
import type { Claims, Matching } from "../match/matching.js";
import { type Node, nodesBelow, treeOf } from "../match/tree.js";
import type { Ladder } from "../model/ladder.js";
import { withoutAutocorrect } from "./autocorrect.js";
import type { Change } from "./change.js";
import { dissolveUntitled, dropEmptied } from "./emptied.js";
import { redirectHeadings } from "./headings.js";
import { fuseLists } from "./lists.js";
import { restoreLostMarks } from "./lost-marks.js";
import type { Sides } from "./three-way/index.js";

/** What the edited file shows, and the numbers of the bookmarks on its nodes. */
export interface Theirs {
  document: Document;
  marks: ReadonlyMap<object, readonly number[]>;
}

/** What a merge is made of. */
export interface Prepared {
  sides: Sides;
  /** What autocorrect has done. */
  left: Change[];
  documents: Record<"base" | "theirs" | "ours", Document>;
}

/** Puts the three ladders side by side, and finds which of their nodes are one. */
export function prepare(
  theirs: Theirs,
  base: Ladder,
  ours: Ladder,
  keepAutocorrect: boolean,
): Prepared {
  const documents = { base: compose(base), theirs: theirs.document, ours: compose(ours) };
  const [before, after, now] = [documents.base, documents.theirs, documents.ours].map(treeOf) as [
    Node,
    Node,
    Node,
  ];
  dropEmptied(after);
  const claims = claimsOf(before, after, documents.base, theirs.marks);
  dissolveUntitled(after, claims);
  fuseLists(after, claims);
  const inTheirs = match(before, after, claims, "likely");
  if (theirs.marks.size === 0) restoreLostMarks(inTheirs);
  const left = keepAutocorrect ? [] : withoutAutocorrect(inTheirs);
  redirectHeadings(inTheirs);
  const inOurs = match(before, now, sameWords(before, now, inTheirs), "sure");
  const sides: Sides = { base: before, theirs: after, ours: now, inTheirs, inOurs };
  return { sides, left, documents };
}

/**
 * The same with the post's nodes taken for those of the edited file, and only so for the base's.
 * Where two bullets have the same words, nothing else tells whether the one that was moved has been
 * moved in the post too.
 */
export function throughTheirs({ inTheirs, theirs, ours, base }: Sides): Sides {
  const same = match(theirs, ours, new Map(), "sure");
  const to = new Map<Node, Node>();
  const from = new Map<Node, Node>();
  for (const [old, now] of inTheirs.to) {
    const found = same.to.get(now);
    if (!found) continue;
    to.set(old, found);
    from.set(found, old);
  }
  return { base, theirs, ours, inTheirs, inOurs: { to, from } };
}

/** True where the post has all words that the edited file has, and none that were taken away there. */
export function hasWords({ base, theirs, ours }: Sides): boolean {
  const [before, after, now] = [base, theirs, ours].map((root) => countsOf(nodesBelow(root)));
  const count = (counts: Map<string, number> | undefined, key: string) => counts?.get(key) ?? 0;
  const isGone = (key: string) => count(after, key) < count(before, key);
  return [...(before?.keys() ?? []), ...(after?.keys() ?? [])].every(
    (key) =>
      count(now, key) >= count(after, key) &&
      (!isGone(key) || count(now, key) <= count(after, key)),
  );
}

/**
 * Nodes of the post that say what the edited file says of a node of the base, where the base's own
 * words are there less often than they were: it was merged before.
 */
function sameWords(base: Node, ours: Node, { to }: Matching): Claims {
  const now = once(nodesBelow(ours), textKey);
  const before = countsOf(nodesBelow(base));
  const left = countsOf(nodesBelow(ours));
  const claims = new Map<Node, Node[]>();
  for (const [old, theirs] of to) {
    const [was, is] = [textKey(old) ?? "", textKey(theirs) ?? ""];
    const found = was === is ? undefined : now.get(is);
    const isLess = (left.get(was) ?? 0) < (before.get(was) ?? 0);
    if (found && isLess && !before.has(is)) claims.set(found, [old]);
  }
  return claims;
}

function countsOf(nodes: Iterable<Node>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const key = textKey(node);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const KINDS: Record<MarkedNode["kind"], Node["kind"]> = {
  part: "track",
  card: "level",
  section: "section",
  fact: "attribute",
  item: "item",
};

/** What the bookmarks on the nodes of the edited file say: which node of the base each was. */
function claimsOf(
  base: Node,
  theirs: Node,
  document: Document,
  marks: ReadonlyMap<object, readonly number[]>,
): Map<Node, readonly Node[]> {
  const byNode = new Map(Array.from(nodesBelow(base), (node) => [node.of, node]));
  const numbered = new Map<string, Node>();
  for (const { kind, number, node } of markedNodes(document)) {
    const found = byNode.get(node);
    if (found) numbered.set(`${KINDS[kind]} ${number}`, found);
  }
  const claims = new Map<Node, Node[]>();
  for (const node of nodesBelow(theirs)) {
    const found = (marks.get(node.of) ?? []).flatMap(
      (number) => numbered.get(`${node.kind} ${number}`) ?? [],
    );
    if (found.length > 0) claims.set(node, found);
  }
  return claims;
}
