import type { BlockOf, Item as ListItem } from "../../../model/ladder.js";
import { isEmpty } from "../../../model/rich.js";
import { anchored, emptyStrip, opening, setBlocks, spaced } from "./blocks.js";
import type { Context, Frame } from "./context.js";
import type { Item } from "./flow.js";
import { indented, movedIn, startOf } from "./frame.js";
import { BULLET, setLabel } from "./label.js";
import { setText } from "./paragraph.js";
import { type Tag, tagIn } from "./tag.js";

/** A list: hanging bullets or numbers, what an item holds below its first line indented with it. */
export function setList(block: BlockOf<"list">, around: Frame, context: Context): Item[] {
  // Words stay beside their marks, whatever they or the cell around them are aligned to.
  const frame = { ...around, align: startOf(context) };
  const list = tagIn(frame.tag, "L", { numbering: block.ordered ? "Decimal" : "Disc" });
  const start = block.start ?? 1;
  const last = String(start + block.items.length - 1);
  const digits = context.fonts.width("sansBold", frame.type.size, `${last}. `);
  const hang = frame.indent ?? context.style.list.indent;
  const indent = Math.max(hang, block.ordered ? digits + 2 : 0);
  const items = block.items.map((item, index) => {
    const mark = markOf(item, block.ordered ? `${start + index}.` : BULLET);
    return setItem(item, mark, { ...frame, tag: list }, indent, context);
  });
  parted(items, block, context);
  keepEnds(items);
  return spaced(items.flat(), context.style.gap.list);
}

/** An item stands a little apart from one that ends with a list, and well apart from one with code or a table. */
function parted(items: readonly Item[][], block: BlockOf<"list">, { style }: Context): void {
  items.forEach(([first], index) => {
    const above = block.items[index - 1]?.blocks?.at(-1)?.type;
    if (!above || !first || first.kind === "break") return;
    if (above === "list") first.before = style.gap.afterSublist;
    else if (above !== "paragraph") first.before = style.gap.afterBoxed;
  });
}

/** The first item is not alone at a page's foot, nor the last at a page's head. */
function keepEnds(items: readonly Item[][]): void {
  const [first = [], last = [], beforeLast] = [items[0], items.at(-1), items.at(-2)];
  if (!beforeLast) return;
  const ends = [...(isShort(first) ? [first] : []), ...(isShort(last) ? [beforeLast] : [])];
  for (const end of ends.map((item) => item.at(-1))) if (end?.kind === "strip") end.keep = true;
}

/** Of so few lines that it looks alone. */
const isShort = (item: readonly Item[]): boolean => item.length <= 3;

/** An item of at most so many lines is not split, but where the column is so many letters wide that all are long. */
const WHOLE = 5;
const NARROW = 18;

const markOf = (item: ListItem, mark: string): string => {
  if (item.checked === undefined) return mark;
  const box = item.checked ? "☑" : "☐";
  return mark === BULLET ? box : `${mark} ${box}`;
};

function setItem(
  item: ListItem,
  mark: string,
  frame: Frame,
  indent: number,
  context: Context,
): Item[] {
  const tag = tagIn(frame.tag, "LI");
  const label = tagIn(tag, "Lbl");
  const body = { ...frame, tag: tagIn(tag, "LBody") };
  const marked = markWidth(mark, frame, context);
  const narrow = frame.width - marked < context.style.list.least;
  const wide = Math.max(indent, marked);
  const inner = narrow ? body : hanging(body, wide, marked, context);
  const first: Item[] = isEmpty(item) ? [] : setText(item, inner, context);
  const rest = setBlocks(item.blocks ?? [], inner, context);
  const whole = first.length <= WHOLE && frame.width > NARROW * frame.type.size;
  const split = whole ? 0 : -1;
  for (const line of first.slice(split, rest.length > 0 ? undefined : -1))
    if (line.kind === "strip") line.keep = true;
  const items =
    first.length > 0 && !narrow
      ? [...first, ...rest]
      : withFirstLine([...first, ...rest], frame, narrow);
  labelled(items, mark, { ...frame, tag: label }, context);
  return opening(spaced(anchored(items, item.anchors, frame), context.style.gap.item), "item");
}

/** The room that a mark takes with the space after it. */
const markWidth = (mark: string, frame: Frame, context: Context): number =>
  context.fonts.width(
    "sansBold",
    frame.type.size * context.style.list.bullet,
    mark === BULLET ? mark : "",
  ) +
  context.fonts.width("sansBold", frame.type.size, mark === BULLET ? "" : mark) +
  context.style.list.gap;

/** Text beside its mark: to its right, or to its left where the page reads from the right. */
function hanging(frame: Frame, indent: number, least: number, context: Context): Frame {
  const allowed =
    frame.indent === undefined ? frame.width - indented(frame, indent, context).width : indent;
  return movedIn(frame, Math.max(least, allowed), context);
}

/** An item that begins with a table, or has no room, has its mark on a line of its own. */
function withFirstLine(items: Item[], frame: Frame, narrow: boolean): Item[] {
  const beside = items[0]?.kind === "strip" && items[0].height >= frame.type.leading;
  if (beside && !narrow) return items;
  return [{ ...emptyStrip(), height: frame.type.leading, keep: items.length > 0 }, ...items];
}

function labelled(
  items: Item[],
  mark: string,
  frame: Frame & { tag: Tag },
  context: Context,
): void {
  const first = items[0];
  if (first?.kind !== "strip") return;
  const color = frame.accent;
  first.boxes.unshift(...setLabel(mark, { ...frame, color }, context));
}
