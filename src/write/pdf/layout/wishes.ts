import type { Block, RichText } from "../../../model/ladder.js";
import { spansOf } from "../../../model/rich.js";
import { unbrokenOf } from "../text/breaks.js";
import type { Wish } from "./columns.js";
import type { Context, Frame } from "./context.js";
import type { Slot } from "./tableGrid.js";

/** A text wider than this breaks into lines anyway: it would like more room, but less and less. */
const WIDEST = 420;
/** Room for a bullet. */
const BULLET = 14;

/** What each column of a table needs and would like, by the words of its cells. */
export function wishesOf(slots: Slot[][], columns: number, frame: Frame, context: Context): Wish[] {
  const wishes: Wish[] = Array.from({ length: columns }, () => ({ least: 8, most: 8 }));
  for (const slot of slots.flat()) {
    const inner = slot.cell.header ? { ...frame, bold: true } : frame;
    const wish = ofBlocks(slot.cell.blocks, inner, context);
    for (let each = slot.column; each < slot.column + slot.columns; each++) {
      const column = wishes[each];
      if (!column) continue;
      column.least = Math.max(column.least, wish.least / slot.columns);
      column.most = Math.max(column.most, column.least, wish.most / slot.columns);
    }
  }
  return wishes;
}

function ofBlocks(blocks: readonly Block[], frame: Frame, context: Context): Wish {
  return widest(blocks.map((block) => ofBlock(block, frame, context)));
}

function ofBlock(block: Block, frame: Frame, context: Context): Wish {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return ofText(block, frame, context);
    case "list":
      return moved(
        widest(
          block.items.flatMap((item) => [
            ofText(item, frame, context),
            ofBlocks(item.blocks ?? [], frame, context),
          ]),
        ),
      );
    case "quote":
    case "note":
      return moved(ofBlocks(block.blocks, frame, context));
    case "table":
      return ofTable(block.rows, frame, context);
    case "code":
      return { least: 40, most: WIDEST / 2 };
    case "rule":
      return { least: 8, most: 8 };
  }
}

function ofTable(rows: { cells: { blocks: Block[] }[] }[], frame: Frame, context: Context): Wish {
  const widths = rows.map((row) =>
    row.cells
      .map((cell) => moved(ofBlocks(cell.blocks, frame, context)))
      .reduce((a, b) => ({ least: a.least + b.least, most: a.most + b.most }), {
        least: 0,
        most: 0,
      }),
  );
  return widest(widths);
}

function ofText(rich: RichText, frame: Frame, context: Context): Wish {
  let least = 0;
  let most = 0;
  let line = 0;
  for (const span of spansOf(rich)) {
    if (span.type === "break") line = 0;
    const text = span.type === "text" ? span.text : span.type === "image" ? span.alt : "";
    const bold = frame.bold || (span.type === "text" && span.strong);
    const face = bold ? "sansBold" : "sans";
    for (const word of unbrokenOf(text)) {
      const width = context.fonts.width(face, frame.type.size, word);
      least = Math.max(least, width);
      line += width + 2;
    }
    most = Math.max(most, line);
  }
  const wide = most > WIDEST ? WIDEST * Math.sqrt(most / WIDEST) : most;
  return { least: least + 1, most: wide + 2 };
}

const moved = (wish: Wish): Wish => ({ least: wish.least + BULLET, most: wish.most + BULLET });

const widest = (wishes: readonly Wish[]): Wish => ({
  least: Math.max(0, ...wishes.map((wish) => wish.least)),
  most: Math.max(0, ...wishes.map((wish) => wish.most)),
});
