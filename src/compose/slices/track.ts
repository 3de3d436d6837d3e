import { partOf } from "../handbook.js";
import type { Slice } from "./slice.js";

/** The whole track, with all of its levels. */
export const track: Slice = ({ step, setting, heading }) => {
  const part = partOf(step.track, setting);
  return [heading === null ? part : { ...part, title: { text: heading } }];
};
