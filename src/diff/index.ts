export { apply } from "./apply.js";
export {
  type Change,
  type ChangeKind,
  type Piece,
  type PieceKind,
  type Side,
  sideOf,
  type What,
} from "./change.js";
export { diff } from "./diff.js";
export { reverse } from "./reverse.js";
