import { diffArrays } from "diff";
import { alikeness } from "./alike.js";
import { once, textKey } from "./keys.js";
import type { Claims, Matching } from "./matching.js";
import { type Node, nodesBelow } from "./tree.js";

/** Texts less alike than this are not one text, reworded. */
const ALIKE = 0.5;
/** More edits than this between the children of two nodes are not looked for. */
const MAX_EDITS = 1000;
/** More pairs than this are not compared word by word. */
const MOST_PAIRS = 10_000;
/** Kinds whose name is all there is to tell them by. */
const NAMED: ReadonlySet<string> = new Set(["front", "shown", "attribute", "column", "note"]);

/** What two nodes have in common that are the same by their own words. */
const likeKey = ({ kind, form, rich }: Node): string =>
  `${kind}\n${form}\n${rich ? `= ${rich.text}` : ""}`;

/** A matching in the making; `match` says in which order its steps are taken. */
export class Matcher implements Matching {
  readonly to = new Map<Node, Node>();
  readonly from = new Map<Node, Node>();

  /** `believes` says of two nodes in one place whether they can be one, however little tells of it. */
  constructor(
    private readonly base: Node,
    private readonly other: Node,
    private readonly believes: (a: Node, b: Node) => boolean = () => true,
  ) {}

  link(a: Node, b: Node): void {
    this.to.set(a, b);
    this.from.set(b, a);
  }

  /** Two trees of one form, node by node. */
  linkAll(a: Node, b: Node): void {
    this.link(a, b);
    for (const [index, child] of a.children.entries())
      this.linkAll(child, b.children[index] as Node);
  }

  private isFree(a: Node, b: Node): boolean {
    return !this.to.has(a) && !this.from.has(b);
  }

  /** Of several that bear the bookmark of one node, the one most like it is that node. */
  byClaims(claims: Claims, believed: number): void {
    const pairs = [...claims].flatMap(([b, bases]) =>
      bases.flatMap((a) => (a.kind === b.kind ? [{ a, b, alike: alikeness(a, b) }] : [])),
    );
    pairs.sort((x, y) => y.alike - x.alike);
    const texts = once(nodesBelow(this.other), textKey);
    for (const { a, b, alike } of pairs) {
      if (!this.isFree(a, b)) continue;
      const better = alike < believed ? texts.get(textKey(a) ?? "") : undefined;
      if (better && !this.from.has(better)) this.link(a, better);
      else this.link(a, b);
    }
  }

  /** Nodes with a key that no other node of either tree has. */
  byKey(
    keyOf: (node: Node) => string | null,
    isLikely: (a: Node, b: Node) => boolean = () => true,
  ): void {
    const free = (nodes: Iterable<Node>, taken: ReadonlyMap<Node, Node>) =>
      [...nodes].filter((node) => !taken.has(node));
    const left = once(free(nodesBelow(this.base), this.to), keyOf);
    const right = once(free(nodesBelow(this.other), this.from), keyOf);
    for (const [key, a] of left) {
      const b = right.get(key);
      if (b && isLikely(a, b)) this.link(a, b);
    }
  }

  /**
   * A container is the one that holds most of what it held. A list is rather the one in the same section
   * than the one that some of its items were moved to: what is found at home may tell of more there.
   */
  byContent(): void {
    const containers = [...nodesBelow(this.base)].reverse();
    let known: number;
    do {
      known = this.to.size;
      for (const node of containers) this.byVotes(node, "home");
    } while (this.to.size > known);
    for (const node of containers) this.byVotes(node, "anywhere");
  }

  private byVotes(a: Node, where: "home" | "anywhere"): void {
    if (this.to.has(a) || a.children.length === 0) return;
    const home = a.parent && this.to.get(a.parent);
    const votes = new Map<Node, number>();
    for (const child of a.children) {
      const parent = this.to.get(child)?.parent;
      if (!parent || parent.kind !== a.kind || this.from.has(parent)) continue;
      if (where === "home" && parent.parent !== home) continue;
      const same = a.rich !== null && a.rich.text === parent.rich?.text ? 1.5 : 1;
      votes.set(parent, (votes.get(parent) ?? 0) + same);
    }
    const [best] = [...votes].sort((x, y) => y[1] - x[1]);
    if (best) this.link(a, best[0]);
  }

  /** Below two that are one, what stands in the same order between the same neighbours. */
  byOrder(what: "same" | "alike"): void {
    const waiting: Node[] = [this.base];
    for (let a = waiting.pop(); a; a = waiting.pop()) {
      const b = this.to.get(a);
      const gaps = b ? this.gapsOf(a.children, b.children) : [];
      if (b && what === "alike" && gaps.length > 0)
        for (const [some, others] of [...gaps, [a.children, b.children] as const])
          this.gap(some, others);
      waiting.push(...a.children);
    }
  }

  /** Texts that are there several times, and left over: the first is the first. */
  byWords(): void {
    const left = new Map<string, Node[]>();
    for (const node of nodesBelow(this.other)) {
      const key = this.from.has(node) ? null : textKey(node);
      if (key === null) continue;
      const same = left.get(key);
      if (same) same.push(node);
      else left.set(key, [node]);
    }
    for (const node of nodesBelow(this.base)) {
      const key = this.to.has(node) ? null : textKey(node);
      const found = key === null ? undefined : left.get(key)?.shift();
      if (found) this.link(node, found);
    }
  }

  /** The stretches between what is alike, each with what stands in its place. */
  private gapsOf(left: readonly Node[], right: readonly Node[]): [Node[], Node[]][] {
    const same = (a: Node, b: Node): boolean =>
      this.to.has(a) || this.from.has(b)
        ? this.to.get(a) === b
        : a.kind === b.kind &&
          a.form === b.form &&
          a.rich?.text === b.rich?.text &&
          (a.kind !== "level" || this.believes(a, b));
    const [from, to] = this.ends(left, right, same);
    if (from === left.length && from === right.length) return [];
    const some = left.slice(from, left.length - to);
    const others = right.slice(from, right.length - to);
    const gaps: [Node[], Node[]][] = [];
    let [i, j] = [0, 0];
    for (const [a, b] of this.common(some, others, same)) {
      const [atA, atB] = [some.indexOf(a, i), others.indexOf(b, j)];
      this.pair(a, b);
      gaps.push([some.slice(i, atA), others.slice(j, atB)]);
      [i, j] = [atA + 1, atB + 1];
    }
    return [...gaps, [some.slice(i), others.slice(j)]];
  }

  /**
   * What is the same in both lists and in the same order, as pairs. What has no like in the other list is
   * left out beforehand: the time for the rest grows with the square of what differs.
   */
  private common(
    left: readonly Node[],
    right: readonly Node[],
    same: (a: Node, b: Node) => boolean,
  ): [Node, Node][] {
    const inLeft = new Set(left.map((node) => this.to.get(node) ?? likeKey(node)));
    const inRight = new Set(right.map((node) => (this.from.has(node) ? node : likeKey(node))));
    const some = left.filter((node) => inRight.has(this.to.get(node) ?? likeKey(node)));
    const others = right.filter((node) => inLeft.has(this.from.has(node) ? node : likeKey(node)));
    const pairs: [Node, Node][] = [];
    let [i, j] = [0, 0];
    const options = { comparator: same, maxEditLength: MAX_EDITS };
    for (const { added, removed, count } of diffArrays(some, others, options) ?? []) {
      if (!added && !removed)
        for (let at = 0; at < count; at++)
          pairs.push([some[i + at] as Node, others[j + at] as Node]);
      if (!added) i += count;
      if (!removed) j += count;
    }
    return pairs;
  }

  /** Pairs what is the same at both ends of two lists; how many that are at the start, and at the end. */
  private ends(
    left: readonly Node[],
    right: readonly Node[],
    same: (a: Node, b: Node) => boolean,
  ): [start: number, end: number] {
    const most = Math.min(left.length, right.length);
    let start = 0;
    while (start < most && same(left[start] as Node, right[start] as Node)) {
      this.pair(left[start], right[start]);
      start++;
    }
    let end = 0;
    while (end < most - start && same(left.at(-1 - end) as Node, right.at(-1 - end) as Node)) {
      this.pair(left.at(-1 - end), right.at(-1 - end));
      end++;
    }
    return [start, end];
  }

  /** Two nodes are one, where neither is another one. */
  pair(a: Node | undefined, b: Node | undefined): void {
    if (a && b && this.isFree(a, b)) this.link(a, b);
  }

  private gap(left: readonly Node[], right: readonly Node[]): void {
    const some = left.filter((node) => !this.to.has(node));
    const others = right.filter((node) => !this.from.has(node));
    if (some.length === 0 || others.length === 0) return;
    this.byName(some, others);
    this.byLikeness(some, others);
    this.byPosition(some, others);
  }

  private byName(left: readonly Node[], right: readonly Node[]): void {
    for (const a of left)
      if (NAMED.has(a.kind))
        this.pair(
          a,
          right.find((b) => b.kind === a.kind && b.form === a.form && !this.from.has(b)),
        );
  }

  private byLikeness(left: readonly Node[], right: readonly Node[]): void {
    if (left.length * right.length > MOST_PAIRS) return;
    const pairs = left.flatMap((a) =>
      right.flatMap((b) => {
        const alike = a.kind === b.kind ? alikeness(a, b) : 0;
        return alike >= ALIKE ? [{ a, b, alike }] : [];
      }),
    );
    for (const { a, b } of pairs.sort((x, y) => y.alike - x.alike)) this.pair(a, b);
  }

  /** The only ones left of their kind between two neighbours; and cells, whose place is what they are. */
  private byPosition(left: readonly Node[], right: readonly Node[]): void {
    for (const kind of new Set(left.map((node) => node.kind))) {
      const some = left.filter((node) => node.kind === kind && !this.to.has(node));
      const others = right.filter((node) => node.kind === kind && !this.from.has(node));
      if (some.length !== others.length) continue;
      if (some.length === 1 || kind === "cell" || kind === "row")
        some.forEach((a, index) => {
          const b = others[index];
          if (b && this.believes(a, b)) this.pair(a, b);
        });
    }
  }
}
