import type { Node } from "../match/tree.js";
import type { RichText } from "../model/ladder.js";
import type { Piece, PieceKind } from "./change.js";

/** The text of a node itself. */
export const richOf = ({ text = "", spans }: Piece): RichText =>
  spans ? { text, spans } : { text };

/** A node as plain data, without what it holds. */
export function ownPiece({ kind, rich, form, anchors }: Node): Piece {
  return {
    kind: kind as PieceKind,
    ...(rich && { text: rich.text }),
    ...(rich?.spans && { spans: rich.spans }),
    ...(form !== "" && { form }),
    ...(anchors.length > 0 && { anchors: [...anchors] }),
  };
}

/** A node as plain data with those of the nodes below it that belong to it. */
export function wholePiece(node: Node, belongs: (node: Node) => boolean = () => true): Piece {
  const parts = node.children.filter(belongs).map((child) => wholePiece(child, belongs));
  return { ...ownPiece(node), ...(parts.length > 0 && { parts }) };
}

/** True for pieces of the same words, marks, form and anchors, whatever they hold. */
export const sameOwn = (a: Piece, b: Piece): boolean => ownKey(a) === ownKey(b);

const ownKey = ({ kind, text, spans, form, anchors }: Piece): string =>
  JSON.stringify([kind, text ?? null, spans ?? [], form ?? "", anchors ?? []]);

/** True for pieces that are the same all through. */
export function samePiece(a: Piece, b: Piece): boolean {
  const [left, right] = [a.parts ?? [], b.parts ?? []];
  return (
    sameOwn(a, b) &&
    left.length === right.length &&
    left.every((part, index) => samePiece(part, right[index] as Piece))
  );
}
