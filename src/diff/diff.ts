import { align } from "../match/align.js";
import type { Matching } from "../match/index.js";
import { stayingOf } from "../match/staying.js";
import type { Node } from "../match/tree.js";
import type { Ladder } from "../model/ladder.js";
import type { Change, ChangeKind, Side } from "./change.js";
import { gradesOf, ownChanges } from "./own.js";
import { ownPiece, wholePiece } from "./piece.js";
import { toldOf } from "./tree.js";
import { Whereabouts, whatOf } from "./where.js";

/**
 * The changes that make the second ladder of the first, in the order of the second. What the two
 * say of their posts' files beside the content (slug, name, hash) is not compared.
 */
export function diff(a: Ladder, b: Ladder): Change[] {
  const [before, after] = [toldOf(a), toldOf(b)];
  const matching = align(before.tree, after.tree);
  const differences = new Differences(
    matching,
    new Whereabouts(before.document),
    new Whereabouts(after.document),
  );
  return differences.between(before.tree, after.tree);
}

/** The differences between two matched trees. */
class Differences {
  private readonly changes: Change[] = [];

  constructor(
    private readonly matching: Matching,
    private readonly inA: Whereabouts,
    private readonly inB: Whereabouts,
  ) {}

  between(a: Node, b: Node): Change[] {
    this.below(a, b);
    return this.changes;
  }

  /** What became of the children of two nodes that are one. */
  private below(a: Node, b: Node): void {
    if (this.isInOrder(a, b)) {
      b.children.forEach((child, index) => {
        this.keep(a.children[index] as Node, child, true);
      });
    } else this.reordered(a, b);
  }

  /** Most children of most nodes. */
  private isInOrder(a: Node, b: Node): boolean {
    return (
      a.children.length === b.children.length &&
      a.children.every((child, index) => this.matching.to.get(child) === b.children[index])
    );
  }

  private reordered(a: Node, b: Node): void {
    const staying = stayingOf(b, this.matching);
    const indices = new Map(a.children.map((child, index) => [child, index]));
    const gone = a.children.filter((child) => !this.matching.to.has(child));
    // What is gone is told where it stood: before the next that stays, or what has come in its place.
    let at = 0;
    const removeUpTo = (index: number) => {
      while (gone[0] && (indices.get(gone[0]) ?? 0) < index) this.remove(gone.shift() as Node);
      at = Math.max(at, index);
    };
    for (const child of b.children) {
      const base = this.matching.from.get(child);
      if (base && staying.has(child)) removeUpTo((indices.get(base) ?? 0) + 1);
      else if (gone[0] && indices.get(gone[0]) === at) removeUpTo(at + 1);
      if (base) this.keep(base, child, staying.has(child));
      else this.add(child);
    }
    removeUpTo(a.children.length);
  }

  private keep(a: Node, b: Node, stays: boolean): void {
    const kinds: ChangeKind[] = [...(stays ? [] : ["moved" as const]), ...ownChanges(a, b)];
    if (kinds.length > 0) {
      const graded = b.kind === "level" && kinds.includes("regraded");
      const side = (node: Node, where: Whereabouts): Side => ({
        ...where.of(node),
        piece: ownPiece(node),
        ...(graded && { grades: gradesOf(node) }),
      });
      this.changes.push({
        kinds,
        what: whatOf(b),
        before: side(a, this.inA),
        after: side(b, this.inB),
      });
    }
    this.below(a, b);
  }

  private add(b: Node): void {
    const piece = wholePiece(b, (node) => !this.matching.from.has(node));
    const after = { ...this.inB.of(b), piece };
    this.changes.push({ kinds: ["added"], what: whatOf(b), before: null, after });
    this.movedInto(b);
  }

  /** What a new node holds that is not new. */
  private movedInto(b: Node): void {
    for (const child of b.children) {
      const base = this.matching.from.get(child);
      if (base) this.keep(base, child, false);
      else this.movedInto(child);
    }
  }

  private remove(a: Node): void {
    const piece = wholePiece(a, (node) => !this.matching.to.has(node));
    const before = { ...this.inA.of(a), piece };
    this.changes.push({ kinds: ["removed"], what: whatOf(a), before, after: null });
  }
}
