import { above } from "../step.js";
import { levelsPart } from "./level.js";
import { headingBlock, paragraphBlock, type Slice } from "./slice.js";

/** The levels above on the same track; a last level is said to be that. */
export const next: Slice = ({ step, setting, heading, count }) => {
  const { words } = setting;
  const title = heading ?? words.whatComesNext;
  const [first, ...more] = above(step).slice(0, count);
  const others = step.level.titles.filter((each) => each !== step.title);
  const same = step.level.titles.includes(step.title) ? others.map(words.sameLevel) : [];
  if (first) return [levelsPart([first, ...more], title, setting)];
  const track = step.track.title.text.replaceAll("\n", " ");
  return [headingBlock(title), ...[words.lastLevel(track), ...same].map(paragraphBlock)];
};
