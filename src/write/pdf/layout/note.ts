import type { BlockOf } from "../../../model/ladder.js";
import { noteName } from "../text/pieces.js";
import { anchored, emptyStrip, setBlocks, spaced } from "./blocks.js";
import type { Context, Frame } from "./context.js";
import type { Item } from "./flow.js";
import { indented } from "./frame.js";
import { setLabel } from "./label.js";
import { tagIn } from "./tag.js";

/** A note where it stands: its number hanging beside its blocks. */
export function setNote(block: BlockOf<"note">, frame: Frame, context: Context): Item[] {
  const tag = tagIn(frame.tag, "Note", { id: `note ${block.id}` });
  const number = String(context.notes.numberOf(block.id));
  const type =
    frame.type.size > context.style.type.cell.size ? context.style.type.cell : frame.type;
  const outer = { ...frame, type };
  const label = setLabel(
    number,
    { ...outer, tag: tagIn(tag, "Lbl"), color: frame.accent },
    context,
    block,
  );
  const { indent, gap } = context.style.list;
  const taken = context.fonts.width("sansBold", type.size, number) + gap;
  const inner = { ...indented(outer, Math.max(indent * 1.4, taken), context), tag };
  const items = spaced(setBlocks(block.blocks, inner, context), 0);
  if (items[0]?.kind !== "strip")
    items.unshift({ ...emptyStrip(), height: type.leading, keep: true });
  if (items[0]?.kind === "strip") items[0].boxes.unshift(...label);
  return spaced(anchored(items, [noteName(block.id)], frame), context.style.gap.list);
}
