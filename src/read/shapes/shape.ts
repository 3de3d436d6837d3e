import type { Content } from "../../model/ladder.js";

/** A form in which posts hold their ladders. */
export interface Shape {
  /** "row-per-level". */
  name: string;
  /**
   * Takes the content of a post, in order, and gives it back with what it recognises turned into
   * tracks. What it does not recognise it leaves as it is.
   */
  read(content: readonly Content[]): Content[];
}
