import type { BlockOf } from "../../../model/ladder.js";
import { theme } from "../theme.js";
import { setBlocks, spaced } from "./blocks.js";
import type { Context, Frame } from "./context.js";
import type { Item } from "./flow.js";
import { indented } from "./frame.js";
import { tagIn } from "./tag.js";

/** A quote: its blocks beside a bar. */
export function setQuote(block: BlockOf<"quote">, frame: Frame, context: Context): Item[] {
  const tag = tagIn(frame.tag, "BlockQuote");
  const inner = { ...indented(frame, theme.quote.indent), tag, color: theme.color.grey };
  const items = spaced(setBlocks(block.blocks, inner, context), 0);
  for (const item of items) barred(item, frame);
  return spaced(items, theme.gap.paragraph);
}

function barred(item: Item, frame: Frame): void {
  const bar = { x: frame.x, width: theme.quote.bar, color: theme.color.hairline };
  if (item.kind === "strip")
    item.boxes.unshift({ kind: "rect", ...bar, y: 0, height: item.height, stretch: true });
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
