import { align } from "../match/align.js";
import type { Matching } from "../match/matching.js";
import type { Node } from "../match/tree.js";
import type { Ladder } from "../model/ladder.js";
import type { Change, Side } from "./change.js";
import { type Difference, differences } from "./differences.js";
import { gradesOf } from "./own.js";
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
  const inA = new Whereabouts(before.document);
  const inB = new Whereabouts(after.document);
  return Array.from(differences(before.tree, after.tree, matching), (each) =>
    changeOf(each, matching, inA, inB),
  );
}

function changeOf(
  { kinds, a, b }: Difference,
  { to, from }: Matching,
  inA: Whereabouts,
  inB: Whereabouts,
): Change {
  const isNew = (node: Node) => !from.has(node);
  const isGone = (node: Node) => !to.has(node);
  const graded = b?.kind === "level" && kinds.includes("regraded");
  const side = (node: Node, where: Whereabouts, belongs: (node: Node) => boolean): Side => ({
    ...where.of(node),
    piece: a && b ? ownPiece(node) : wholePiece(node, belongs),
    ...(graded && { grades: gradesOf(node) }),
  });
  return {
    kinds,
    what: whatOf((b ?? a) as Node),
    before: a && side(a, inA, isGone),
    after: b && side(b, inB, isNew),
  };
}
