import type { SMALLS } from "../../docx-names.js";

/** Type for narrow columns: its size in half points, the rest in twentieths of a point. */
export interface SmallType {
  /** Ends the names of its styles. */
  name: (typeof SMALLS)[number];
  size: number;
  /** The distance of lines. */
  line: number;
  /** How far a level of a list is indented. */
  step: number;
}

/** Up to which width of an average column, in twentieths of a point, a type is used. */
const TYPES: readonly (SmallType & { room: number })[] = [
  { name: "Smallest", room: 900, size: 13, line: 180, step: 130 },
  { name: "Smaller", room: 1600, size: 15, line: 206, step: 180 },
  { name: "Small", room: 2200, size: 17, line: 240, step: 230 },
];

/** The type for columns that are so wide on average; undefined: that of their styles. */
export const smallType = (room: number): SmallType | undefined =>
  TYPES.find((type) => room < type.room);
