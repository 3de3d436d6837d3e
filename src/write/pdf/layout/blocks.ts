import type { Block, BlockOf, RichText } from "../../../model/ladder.js";
import { setCode } from "./code.js";
import type { Context, Frame } from "./context.js";
import type { Item, Opens, Strip } from "./flow.js";
import { readable } from "./frame.js";
import { setList } from "./list.js";
import { setNote } from "./note.js";
import { held, setText } from "./paragraph.js";
import { setQuote } from "./quote.js";
import { setTable } from "./table.js";
import { headingTag, tagIn } from "./tag.js";

/** Ordinary blocks as items of a flow, one below the other. */
export function setBlocks(blocks: readonly Block[], frame: Frame, context: Context): Item[] {
  return blocks.flatMap((block, index) => {
    const items = opening(setBlock(block, frame, context), "item");
    return amid(items, block, blocks[index - 1], blocks[index + 1], context);
  });
}

/** What a block's neighbours ask of it: room below a table, between two lists; words near the list they announce. */
export function amid<T extends Item>(
  items: T[],
  block: { type: string } & Partial<RichText>,
  previous: { type: string } | undefined,
  next: { type: string } | undefined,
  { style }: Context,
): T[] {
  const { type } = block;
  if (type === "rule" && previous && (!next || next.type === "part")) return [];
  const [first, last] = [items[0], items.at(-1)];
  if (last?.kind === "strip" && items.length === 1 && next && isBold(block)) {
    last.keep = true;
    spaced(items, style.gap.section, BELOW_BOLD);
  }
  if (first && first.kind !== "break" && previous) {
    first.before = Math.max(first.before, gapBetween(previous.type, type, style));
    if (previous.type === "rule") first.before = style.gap.rule;
    if (previous.type === "heading" && type === "heading") first.before = style.gap.stacked;
  }
  if (last?.kind === "strip" && type === "paragraph" && next && ANNOUNCED.has(next.type))
    last.keep = true;
  return items;
}

/** A line of bold words alone is a heading to who wrote it. */
const isBold = ({ type, text, spans }: { type: string } & Partial<RichText>): boolean =>
  type === "paragraph" &&
  text !== "" &&
  (spans ?? []).length > 0 &&
  (spans ?? []).every((span) => span.type === "text" && (span.strong || span.text.trim() === ""));

const BELOW_BOLD = 3;

function gapBetween(previous: string, type: string, { gap }: Context["style"]): number {
  if (BOXED.has(previous)) return gap.after;
  const parts =
    (previous === "list" && type === "list") || (type === "note" && previous !== "note");
  return parts ? gap.paragraph : 0;
}

const BOXED: ReadonlySet<string> = new Set(["table", "code", "quote", "panel"]);
const ANNOUNCED: ReadonlySet<string> = new Set(["table", "code", "list"]);

function setBlock(block: Block, frame: Frame, context: Context): Item[] {
  const lines = readable(frame, context);
  switch (block.type) {
    case "paragraph":
      return setParagraph(block, lines, context);
    case "heading":
      return setHeading(block, lines, context);
    case "code":
      return setCode(block, frame, context);
    case "rule":
      return [{ ...ruleStrip(frame, context.style.gap.rule, context), between: true, keep: true }];
    case "list":
      return setList(block, lines, context);
    case "table":
      return setTable(block, frame, context);
    case "quote":
      return setQuote(block, lines, context);
    case "note":
      return setNote(block, lines, context);
  }
}

/** A paragraph: a P of lines. */
export function setParagraph(block: BlockOf<"paragraph">, frame: Frame, context: Context): Strip[] {
  const strips = setText(block, { ...frame, tag: tagIn(frame.tag, "P") }, context);
  return spaced(anchored(strips, block.anchors, frame), context.style.gap.paragraph);
}

/** A heading by its depth: in sizes on the page, small and grey in a card or a cell. */
export function setHeading(block: BlockOf<"heading">, frame: Frame, context: Context): Strip[] {
  const small = frame.headings === "card";
  const tag = tagIn(frame.tag, headingTag(block.depth), small ? {} : { owner: block });
  const strips = small
    ? setSmallHeading(block, { ...frame, tag }, context)
    : setPageHeading(block, block.depth, { ...frame, tag }, context);
  return opening(anchored(strips, block.anchors, frame), "section");
}

/** The heading of a section in a card; `frame.tag` is its tag. */
export function setSmallHeading(rich: RichText, frame: Frame, context: Context): Strip[] {
  const { color, section } = context.style;
  const type =
    frame.type.size < context.style.type.section.size ? frame.type : context.style.type.section;
  const look = section === "track" ? frame.accent : color[section];
  const inner = { ...frame, type, color: look, bold: true };
  const strips = setText(rich, inner, context, { fit: "even" });
  return spaced(kept(strips), context.style.gap.section, 2);
}

/** What a heading heads does not begin with less than this, in points. */
const BEGUN = 64;

/** A heading on the page, in the size of its depth; `frame.tag` is its tag. */
export function setPageHeading(
  rich: RichText,
  depth: number,
  frame: Frame,
  context: Context,
): Strip[] {
  const type = context.style.headings[depth - 1] ?? context.style.type.section;
  const color = depth > 5 ? context.style.color.grey : context.style.color.ink;
  const look = { serif: depth <= 3, fit: "even" as const };
  const strips = setText(rich, { ...frame, type, color, bold: true }, context, look);
  const last = strips.at(-1);
  if (last && depth <= 3) last.room = BEGUN;
  return spaced(kept(strips), context.style.gap.heading, depth <= 3 ? 4 : 2);
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

/** Says what begins with items; what begins within them has said so before. */
export function opening<T extends Item>(items: T[], what: Opens): T[] {
  const first = items[0];
  if (first?.kind === "strip" && first.opens !== "section") first.opens = what;
  return items;
}

/** Puts the places that links lead to at the top of items, or above what begins with no strip. */
export function anchored<T extends Item>(
  items: T[],
  names: readonly string[] | undefined,
  frame: Frame,
): (T | Strip)[] {
  if (!names || names.length === 0) return items;
  const anchors = names.map((name) => ({ kind: "anchor" as const, x: frame.x, y: 0, name }));
  const first = items[0];
  if (first?.kind !== "strip") return [{ ...emptyStrip(), boxes: anchors, keep: true }, ...items];
  first.boxes.unshift(...anchors);
  return items;
}

/** A thin line across the column. */
export function ruleStrip(frame: Frame, before: number, { style }: Context): Strip {
  const { x, width } = frame;
  const box = { kind: "rect" as const, x, y: 0, width, height: 0.6, color: style.color.hairline };
  return { kind: "strip", before, height: 0.6, boxes: [box] };
}

/** A strip of nothing but anchors: an empty block that links lead to. */
export const emptyStrip = (): Strip =>
  held([{ kind: "strip", before: 0, height: 0, boxes: [] }])[0] as Strip;
