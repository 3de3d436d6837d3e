import type { BlockOf } from "../../../model/ladder.js";
import { setBlocks, spaced } from "./blocks.js";
import type { Context, Frame } from "./context.js";
import type { Item } from "./flow.js";
import { indented } from "./frame.js";
import { tagIn } from "./tag.js";

/** A quote: its blocks beside a bar. */
export function setQuote(block: BlockOf<"quote">, frame: Frame, context: Context): Item[] {
  const tag = tagIn(frame.tag, "BlockQuote");
  const inner = {
    ...indented(frame, context.style.quote.indent, context),
    tag,
    color: context.style.color.grey,
  };
  const items = spaced(setBlocks(block.blocks, inner, context), 0);
  for (const [index, item] of items.entries()) barred(item, index > 0, frame, context);
  return spaced(items, context.style.gap.paragraph);
}

/** The bar stands where the lines begin; it reaches up to what it stands below, not to what is above the quote. */
function barred(item: Item, goesOn: boolean, frame: Frame, { style, direction }: Context): void {
  const width = style.quote.bar;
  const x = direction === "rtl" ? frame.x + frame.width - width : frame.x;
  const bar = { x, width, color: style.color.hairline };
  if (item.kind === "strip")
    item.boxes.unshift({
      kind: "rect",
      ...bar,
      y: 0,
      height: item.height,
      ...(goesOn && { stretch: true }),
    });
  if (item.kind === "row") {
    const first = item.cells[0];
    const decorate = first?.decorate;
    if (first)
      first.decorate = (top, height, done) => [
        { kind: "rect", ...bar, y: top, height },
        ...(decorate?.(top, height, done) ?? []),
      ];
  }
}
