import type { Change } from "../change.js";

/** What a format is given. */
export interface DiffInput {
  changes: readonly Change[];
  /** Whether it is shown on a terminal with colours. */
  colour: boolean;
}

/** Writes changes as text. */
export type WriteDiff = (input: DiffInput) => string;
