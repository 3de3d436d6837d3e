import { attribution } from "./attribution.js";
import { comparison } from "./comparison.js";
import { level } from "./level.js";
import { next } from "./next.js";
import { notes } from "./notes.js";
import { overview } from "./overview.js";
import { peers } from "./peers.js";
import type { Slice } from "./slice.js";
import { summary } from "./summary.js";
import { track } from "./track.js";

export type { Cut } from "./slice.js";

/** The slices by their names; a new one is a file beside this one, and a line here. */
export const SLICES = {
  summary,
  level,
  next,
  peers,
  comparison,
  track,
  overview,
  notes,
  attribution,
} as const satisfies Record<string, Slice>;
