import type { Matching } from "./matching.js";
import type { Node } from "./tree.js";

/** A matching in the making: `match` and `align` say which steps (`steps/`) are taken, and in which order. */
export class Matcher implements Matching {
  readonly to = new Map<Node, Node>();
  readonly from = new Map<Node, Node>();

  /** `believes` says of two nodes in one place whether they can be one, however little tells of it. */
  constructor(
    readonly base: Node,
    readonly other: Node,
    readonly believes: (a: Node, b: Node) => boolean = () => true,
  ) {}

  /** Two nodes are one. */
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

  /** True where neither of two nodes is another one. */
  isFree(a: Node, b: Node): boolean {
    return !this.to.has(a) && !this.from.has(b);
  }

  /** Two nodes are one, where neither is another one. */
  pair(a: Node | undefined, b: Node | undefined): void {
    if (a && b && this.isFree(a, b)) this.link(a, b);
  }
}
