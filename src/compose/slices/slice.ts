import type { AnyBlock, Panel } from "../../document.js";
import type { BlockOf, Ladder } from "../../model/ladder.js";
import type { Setting } from "../handbook.js";
import type { Step } from "../step.js";

/** What a slice is cut from, and how. */
export interface Cut {
  ladder: Ladder;
  step: Step;
  setting: Setting;
  /** What heads it; null: as the slice does it by itself. */
  heading: string | null;
  /** What is told beside the level's own facts. */
  facts: Panel["facts"];
  /** The date of the ladder as pages show it; empty: it tells none. */
  date: string;
  count: number;
  lines: number;
}

/** A part of a ladder for a packet. */
export type Slice = (cut: Cut) => AnyBlock[];

/** The heading of a slice that is no part of its own. */
export const headingBlock = (text: string): BlockOf<"heading"> => ({
  type: "heading",
  depth: 2,
  text,
});

/** A paragraph of plain text. */
export const paragraphBlock = (text: string): BlockOf<"paragraph"> => ({ type: "paragraph", text });
