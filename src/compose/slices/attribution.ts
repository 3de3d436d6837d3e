import type { Block, Ladder } from "../../model/ladder.js";
import { headingBlock, paragraphBlock, type Slice } from "./slice.js";

/** Where all this comes from: the ladder, and what it says behind its last track of where it came from itself. */
export const attribution: Slice = ({ ladder, setting, heading, date }) => {
  const { words } = setting;
  const { origin, title } = ladder;
  return [
    headingBlock(heading ?? words.source),
    paragraphBlock(words.madeFrom(words.of(title, date), origin.file, origin.sha256)),
    ...closingOf(ladder),
  ];
};

/** The paragraphs behind the last track. */
function closingOf({ content }: Ladder): Block[] {
  const last = content.findLastIndex(({ type }) => type === "track");
  return content.slice(last + 1).filter((node) => node.type === "paragraph");
}
