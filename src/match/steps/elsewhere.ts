import { likeness, wordsOf } from "../likeness.js";
import type { Matcher } from "../matcher.js";
import { type Node, nodesBelow } from "../tree.js";

/** Texts less alike than this are not one that was moved and reworded. */
const ALIKE = 0.6;
/** A word that more of the texts have than this tells too little of any. */
const COMMON = 30;

/**
 * Pairs what is left of the texts of two trees, wherever they stand, by the likeness of their words: a
 * text may be moved and reworded at once. The likest pairs come first; of equal ones those in one level.
 */
export function elsewhere(matcher: Matcher, a: Node, b: Node): void {
  const left = [...nodesBelow(a)].filter((node) => isText(node) && !matcher.to.has(node));
  const right = [...nodesBelow(b)].filter((node) => isText(node) && !matcher.from.has(node));
  const byWord = indexOf(right);
  const pairs = left.flatMap((node) => candidates(node, byWord, matcher));
  pairs.sort((x, y) => y.alike - x.alike || y.near - x.near);
  for (const pair of pairs) matcher.pair(pair.a, pair.b);
}

const isText = ({ kind, rich }: Node): boolean =>
  (kind === "item" || kind === "paragraph") && rich !== null && rich.text !== "";

const textOf = ({ rich }: Node): string => rich?.text ?? "";

/** The nodes that have a word. */
function indexOf(nodes: readonly Node[]): Map<string, Node[]> {
  const index = new Map<string, Node[]>();
  for (const node of nodes)
    for (const word of new Set(wordsOf(textOf(node)))) {
      const found = index.get(word);
      if (found) found.push(node);
      else index.set(word, [node]);
    }
  return index;
}

function candidates(a: Node, byWord: ReadonlyMap<string, Node[]>, matcher: Matcher) {
  const rare = [...new Set(wordsOf(textOf(a)))].flatMap((word) => {
    const found = byWord.get(word) ?? [];
    return found.length <= COMMON ? found : [];
  });
  return [...new Set(rare)].flatMap((b) => {
    const alike = a.kind === b.kind ? likeness(textOf(a), textOf(b)) : 0;
    return alike >= ALIKE ? [{ a, b, alike, near: nearness(a, b, matcher) }] : [];
  });
}

/** How many of the nodes above two nodes are the same. */
function nearness(a: Node, b: Node, { to }: Matcher): number {
  const aboveB = new Set<Node>();
  for (let each = b.parent; each; each = each.parent) aboveB.add(each);
  let count = 0;
  for (let each = a.parent; each; each = each.parent) {
    const same = to.get(each);
    if (same && aboveB.has(same)) count++;
  }
  return count;
}
