import type { Part } from "../../../document.js";
import { plainText } from "../../../model/rich.js";
import { hueOf, theme } from "../theme.js";
import { headerAgain } from "./again.js";
import { anchored, kept, setBlocks, spaced } from "./blocks.js";
import { cardFrames, owned, setCard } from "./card.js";
import type { Context, Frame } from "./context.js";
import { flowOf, type Item, type Row, type Strip } from "./flow.js";
import { setText } from "./paragraph.js";
import { headingTag, tagIn } from "./tag.js";

/** The destination of a part, and of a card, beside their own anchors. */
export const partName = (part: number): string => `part ${part + 1}`;
export const cardName = (part: number, card: number): string => `card ${part + 1}.${card + 1}`;

/** A part opens a page: its heading, how it stands, what comes before its cards, and the cards. */
export function setPart(part: Part, number: number, frame: Frame, context: Context): Item[] {
  const tag = tagIn(frame.tag, "Sect");
  const accent = hueOf(part.hue).ink;
  const inner: Frame = { ...frame, tag, accent };
  const names = [partName(number), ...part.anchors];
  const head = anchored(setPartHead(part, inner, context), names, inner);
  if (head[0]) head[0].running = part.title.text;
  const intro = setBlocks(part.intro, inner, context);
  const columns = setColumns(part, inner, context);
  const again = columns ? headerAgain([columns]) : undefined;
  const cards = part.cards.flatMap((card, index) => {
    const anchors = [cardName(number, index), ...card.anchors];
    return setCard(card, part, anchors, tag, context);
  });
  for (const item of cards) if (item.kind !== "break" && again) item.again = again;
  const first = cards[0];
  if (columns && first?.kind === "strip") first.before = 0;
  return [{ kind: "break" }, ...head, ...intro, ...(columns ? [columns] : []), ...cards];
}

function setPartHead(part: Part, frame: Frame, context: Context): Strip[] {
  const heading = { ...frame, type: theme.type.part, tag: tagIn(frame.tag, headingTag(2)) };
  const title = setText(part.title, heading, context, { serif: true });
  const standing =
    part.standing === null
      ? []
      : setText(
          plainText(part.standing),
          { ...frame, color: theme.color.grey, tag: tagIn(frame.tag, "P") },
          context,
        );
  return kept([...title, ...spaced(owned(standing, part), theme.gap.paragraph)]);
}

/** What heads the two columns of the cards, as a row over the first. */
function setColumns(part: Part, frame: Frame, context: Context): Row | null {
  if (part.columns.length === 0) return null;
  const { facts, main } = cardFrames(frame.tag, frame.accent, context);
  const cells = [facts, main].map((column, index) => {
    const titles = index === 0 ? part.columns.slice(0, 1) : part.columns.slice(1);
    const strips = titles.flatMap((title) => {
      const tag = tagIn(frame.tag, "P");
      return setText(
        title,
        { ...column, tag, type: theme.type.caption, color: theme.color.grey },
        context,
      );
    });
    return { x: column.x, width: column.width, flow: flowOf(strips), ends: true };
  });
  const padding = { top: 0, bottom: theme.gap.columns };
  return { kind: "row", before: theme.gap.part, cells, padding, keep: true };
}
