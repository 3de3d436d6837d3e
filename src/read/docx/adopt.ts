import type { Card, DocumentBlock, Part } from "../../document.js";
import type { Block, BlockOf } from "../../model/ladder.js";
import type { DocxReadContext } from "./context.js";
import { isStanding } from "./stripped.js";

/** The depth of a part's heading, Heading 1, as `headingDepth` tells it. */
const PART_DEPTH = 2;

/**
 * The part of a card that stands in none, taken from the end of the blocks so far or put there. A
 * heading among what follows the last part begins it: it has lost its bookmark. Without one,
 * somebody has put something between two cards of the last part, which is kept in the first of them.
 */
export function adoptedPart(blocks: DocumentBlock[], hue: number, context: DocxReadContext): Part {
  const from = blocks.findLastIndex(({ type }) => type === "part" || type === "grid") + 1;
  const last = blocks[from - 1];
  const card = last?.type === "part" ? last.cards.at(-1) : undefined;
  const between = blocks.splice(from).filter(isOrdinary);
  const at = between.findLastIndex(
    (block) => block.type === "heading" && (!card || block.depth <= PART_DEPTH),
  );
  if (last?.type === "part" && card && at < 0) {
    putInto(card, between);
    return last;
  }
  const [heading, ...intro] = at < 0 ? [] : between.splice(at);
  const part = emptyPart(hue, intro);
  if (heading?.type === "heading") entitle(part, heading, context);
  if (context.stripped) findStanding(part, context);
  for (const block of [...between, part]) blocks.push(block);
  return part;
}

const isOrdinary = (block: DocumentBlock): block is Block =>
  block.type !== "part" && block.type !== "grid";

const emptyPart = (hue: number, intro: Block[]): Part => ({
  type: "part",
  title: { text: "" },
  anchors: [],
  standing: null,
  columns: [],
  hue,
  intro,
  cards: [],
});

function entitle(part: Part, heading: BlockOf<"heading">, context: DocxReadContext): void {
  const { text, spans, anchors } = heading;
  part.title = spans ? { text, spans } : { text };
  part.anchors = anchors ?? [];
  context.became(heading, part);
}

function findStanding(part: Part, context: DocxReadContext): void {
  const first = part.intro[0];
  if (first?.type !== "paragraph" || !isStanding(first.text)) return;
  part.standing = first.text;
  part.intro.shift();
  context.became(first, part);
}

function putInto(card: Card, blocks: readonly Block[]): void {
  let section = card.sections.at(-1);
  while (section?.sections.length) section = section.sections.at(-1);
  const open = section?.blocks ?? card.summary;
  for (const block of blocks) open.push(block);
}
