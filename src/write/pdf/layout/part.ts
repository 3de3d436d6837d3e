import type { Part } from "../../../document.js";
import { plainText } from "../../../model/rich.js";
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
  const accent = context.style.hueOf(part.hue).ink;
  const inner: Frame = { ...frame, tag, accent };
  const names = [partName(number), ...part.anchors];
  const head = anchored(setPartHead(part, inner, context), names, inner);
  if (head[0]) head[0].running = part.title.text;
  const intro = setBlocks(part.intro, inner, context);
  const columns = setColumns(part, inner, context);
  const cards = part.cards.flatMap((card, index) => {
    const anchors = [cardName(number, index), ...card.anchors];
    return setCard(card, part, anchors, tag, context);
  });
  const first = cards[0];
  if (columns && first?.kind === "strip") first.before = 0;
  const opens: Item[] = context.packet ? [] : [{ kind: "break" }];
  return [...opens, ...head, ...intro, ...(columns ? [columns] : []), ...cards];
}

const TITLE = { serif: true, fit: "even" } as const;

function setPartHead(part: Part, frame: Frame, context: Context): Strip[] {
  const { part: shape, color, type } = context.style;
  const tag = tagIn(frame.tag, headingTag(2));
  const heading = { ...frame, type: type.part, tag, color: color.title };
  const title = shape.band
    ? banded(part, heading, context)
    : setText(part.title, heading, context, TITLE);
  const standing =
    part.standing === null
      ? []
      : setText(
          plainText(part.standing),
          { ...frame, color: context.style.color.grey, tag: tagIn(frame.tag, "P") },
          context,
        );
  return kept([...title, ...spaced(owned(standing, part), context.style.gap.paragraph)]);
}

/** The heading on a band of its track's tint, from margin to margin. */
function banded(part: Part, frame: Frame, context: Context): Strip[] {
  const { x, y } = context.style.part.padding;
  const { ink, tint } = context.style.hueOf(part.hue);
  const inner = { ...frame, color: ink, x: frame.x + x, width: frame.width - 2 * x };
  const lines = setText(part.title, inner, context, TITLE);
  const edge = (): Strip => ({ kind: "strip", before: 0, height: y, boxes: [] });
  const [top, ...rest] = [edge(), ...lines, edge()] as [Strip, ...Strip[]];
  const height = rest.reduce((sum, strip) => sum + strip.height, top.height);
  top.boxes.push({ kind: "rect", x: frame.x, y: 0, width: frame.width, height, color: tint });
  return [top, ...rest];
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
        { ...column, tag, type: context.style.type.caption, color: context.style.color.grey },
        context,
      );
    });
    return { x: column.x, width: column.width, flow: flowOf(strips), ends: true };
  });
  const padding = { top: 0, bottom: context.style.gap.columns };
  return { kind: "row", before: context.style.gap.part, cells, padding, keep: true };
}
