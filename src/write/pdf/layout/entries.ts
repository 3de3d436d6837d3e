import { type AnyDocument, titleHeading } from "../../../document.js";
import { messagesFor } from "../../../messages/index.js";
import { isUnseen } from "../../../model/rich.js";
import { cardName, partName } from "./part.js";

/** A line of the contents, a bookmark: its words, where it leads, how deep it stands (0-based). */
export interface Entry {
  text: string;
  name: string;
  depth: number;
}

/** The destination of the overview, and of a heading among ordinary blocks. */
export const gridName = (index: number): string => `overview ${index + 1}`;
export const headingName = (index: number): string => `heading ${index + 1}`;

/** Headings below this depth are found on their page, not in the contents. */
const DEEPEST = 3;

/** What a document holds below its title, in order: overview, parts and their cards, headings between them. */
export function entriesOf(document: AnyDocument): Entry[] {
  const title = titleHeading(document);
  const words = messagesFor(document.meta.language);
  const depths = document.blocks.flatMap((block) =>
    block.type === "heading" && block !== title ? [block.depth] : [],
  );
  const top = Math.min(...depths, DEEPEST);
  let part = 0;
  return document.blocks.flatMap((block, index): Entry[] => {
    if (block.type === "grid") return [{ text: words.overview, name: gridName(index), depth: 0 }];
    if (block === title) return [];
    if (block.type === "heading" && block.depth <= DEEPEST && !isUnseen(block.text))
      return [{ text: oneLine(block.text), name: headingName(index), depth: block.depth - top }];
    if (block.type !== "part") return [];
    const number = part++;
    return [
      {
        text: isUnseen(block.title.text) ? words.untitled : oneLine(block.title.text),
        name: partName(number),
        depth: 0,
      },
      ...block.cards.map((card, each) => ({
        text: oneLine(card.heading),
        name: cardName(number, each),
        depth: 1,
      })),
    ];
  });
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
