export { apply } from "./apply.js";
export type { Change, ChangeKind, Piece, PieceKind, Side, What } from "./change.js";
export { diff } from "./diff.js";
export { reverse } from "./reverse.js";
