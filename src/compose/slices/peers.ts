import type { BlockOf, Cell, Ladder, Level, Track } from "../../model/ladder.js";
import { tracksOf } from "../../model/walk.js";
import type { Step } from "../step.js";
import { headingBlock, paragraphBlock, type Slice } from "./slice.js";

/** The levels at the same grade on other tracks: where one may cross over. */
export const peers: Slice = ({ ladder, step, setting, heading }) => {
  const { words } = setting;
  const found = peersOf(ladder, step);
  const head = headingBlock(heading ?? words.peers);
  if (found.length === 0) return [head, paragraphBlock(words.noPeers)];
  const rows = found.map(({ track, level }) => ({
    cells: [
      track.title.text,
      level.label ?? "",
      level.titles.join(" / "),
      level.grades.join(", "),
    ].map((text) => cellOf(text)),
  }));
  const heads = [words.track, words.level, words.title, words.grade].map((text) =>
    cellOf(text, true),
  );
  const table: BlockOf<"table"> = { type: "table", rows: [{ cells: heads }, ...rows] };
  return [head, table];
};

/** The levels of other tracks that share a grade with a step, in the order of the post. */
export const peersOf = (ladder: Ladder, step: Step): { track: Track; level: Level }[] =>
  tracksOf(ladder.content)
    .filter((track) => track !== step.track)
    .flatMap((track) => track.levels.map((level) => ({ track, level })))
    .filter(({ level }) => level.grades.some((grade) => step.grades.includes(grade)));

const cellOf = (text: string, header = false): Cell => ({
  ...(header && { header: true as const }),
  blocks: text === "" ? [] : [{ type: "paragraph", text: text.replaceAll("\n", " ") }],
});
