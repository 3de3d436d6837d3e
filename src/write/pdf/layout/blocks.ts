import type { Block, BlockOf, RichText } from "../../../model/ladder.js";
import { theme } from "../theme.js";
import { setCode } from "./code.js";
import type { Context, Frame } from "./context.js";
import type { Item, Strip } from "./flow.js";
import { setList } from "./list.js";
import { setNote } from "./note.js";
import { held, setText } from "./paragraph.js";
import { setQuote } from "./quote.js";
import { setTable } from "./table.js";
import { headingTag, tagIn } from "./tag.js";

/** Ordinary blocks as items of a flow, one below the other. */
export function setBlocks(blocks: readonly Block[], frame: Frame, context: Context): Item[] {
  return blocks.flatMap((block) => setBlock(block, frame, context));
}

function setBlock(block: Block, frame: Frame, context: Context): Item[] {
  switch (block.type) {
    case "paragraph":
      return setParagraph(block, frame, context);
    case "heading":
      return setHeading(block, frame, context);
    case "code":
      return setCode(block, frame, context);
    case "rule":
      return [ruleStrip(frame)];
    case "list":
      return setList(block, frame, context);
    case "table":
      return setTable(block, frame, context);
    case "quote":
      return setQuote(block, frame, context);
    case "note":
      return setNote(block, frame, context);
  }
}

/** A paragraph: a P of lines. */
export function setParagraph(block: BlockOf<"paragraph">, frame: Frame, context: Context): Strip[] {
  const strips = setText(block, { ...frame, tag: tagIn(frame.tag, "P") }, context);
  return spaced(anchored(strips, block.anchors, frame), theme.gap.paragraph);
}

/** A heading by its depth: in sizes on the page, small and grey in a card or a cell. */
export function setHeading(block: BlockOf<"heading">, frame: Frame, context: Context): Strip[] {
  const tag = tagIn(frame.tag, headingTag(block.depth));
  const strips =
    frame.headings === "card"
      ? setSmallHeading(block, { ...frame, tag }, context)
      : setPageHeading(block, block.depth, { ...frame, tag }, context);
  return anchored(strips, block.anchors, frame);
}

/** The heading of a section in a card; `frame.tag` is its tag. */
export function setSmallHeading(rich: RichText, frame: Frame, context: Context): Strip[] {
  const color = theme.color.grey;
  const type = frame.type.size < theme.type.section.size ? frame.type : theme.type.section;
  const strips = setText(rich, { ...frame, type, color, bold: true }, context);
  return spaced(kept(strips), theme.gap.section, 2);
}

/** A heading on the page, in the size of its depth; `frame.tag` is its tag. */
export function setPageHeading(
  rich: RichText,
  depth: number,
  frame: Frame,
  context: Context,
): Strip[] {
  const type = theme.headings[depth - 1] ?? theme.type.section;
  const color = depth > 5 ? theme.color.grey : theme.color.ink;
  const look = { serif: depth <= 3 };
  const strips = setText(rich, { ...frame, type, color, bold: true }, context, look);
  return spaced(kept(strips), theme.gap.heading, depth <= 3 ? 4 : 2);
}

/** Space above the first strip, and below the last. */
export function spaced<T extends Item>(items: T[], before: number, after = 0): T[] {
  const first = items[0];
  if (first && first.kind !== "break") first.before = before;
  const last = items.at(-1);
  if (last?.kind === "strip") last.height += after;
  return items;
}

/** Strips that stay together and with what follows. */
export function kept(strips: Strip[]): Strip[] {
  for (const strip of strips) strip.keep = true;
  return strips;
}

/** Puts the places that links lead to before the first strip. */
export function anchored<T extends Item>(
  items: T[],
  names: readonly string[] | undefined,
  frame: Frame,
): T[] {
  const first = items[0];
  if (!names) return items;
  if (first?.kind === "strip")
    first.boxes.unshift(
      ...names.map((name) => ({ kind: "anchor" as const, x: frame.x, y: 0, name })),
    );
  return items;
}

/** A thin line across the column. */
export function ruleStrip(frame: Frame, before: number = theme.gap.table): Strip {
  const { x, width } = frame;
  const box = { kind: "rect" as const, x, y: 0, width, height: 0.6, color: theme.color.hairline };
  return { kind: "strip", before, height: 0.6, boxes: [box] };
}

/** A strip of nothing but anchors: an empty block that links lead to. */
export const emptyStrip = (): Strip =>
  held([{ kind: "strip", before: 0, height: 0, boxes: [] }])[0] as Strip;
