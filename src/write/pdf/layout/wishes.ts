import type { Block, RichText } from "../../../model/ladder.js";
import { spansOf } from "../../../model/rich.js";
import { partsOf, unbrokenOf } from "../text/breaks.js";
import { CODE } from "../text/pieces.js";
import type { Wish } from "./columns.js";
import type { Context, Frame } from "./context.js";
import type { Slot } from "./tableGrid.js";

/** A text wider than this breaks into lines anyway: it would like more room, but less and less. */
const WIDEST = 420;
/** Room for a bullet. */
const BULLET = 14;

/** What each column of a table needs and would like, by the words of its cells. */
export function wishesOf(slots: Slot[][], columns: number, frame: Frame, context: Context): Wish[] {
  const wishes: Wish[] = Array.from({ length: columns }, () => EMPTY);
  for (const slot of slots.flat()) {
    const inner = slot.cell.header ? { ...frame, bold: true } : frame;
    const wish = ofBlocks(slot.cell.blocks, inner, context);
    const share = mapped(wish, (each) => each / slot.columns);
    for (let each = slot.column; each < slot.column + slot.columns; each++)
      wishes[each] = widest([wishes[each] ?? EMPTY, share]);
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
      return { least: 40, whole: 40, most: WIDEST / 2 };
    case "rule":
      return EMPTY;
  }
}

/** A table within another is set as cards where its columns have no room. */
function ofTable(rows: { cells: { blocks: Block[] }[] }[], frame: Frame, context: Context): Wish {
  const cells = rows.map((row) =>
    row.cells.map((cell) => moved(ofBlocks(cell.blocks, frame, context))),
  );
  const { least } = widest(cells.flat());
  const { whole, most } = widest(cells.map((row) => row.reduce(added, NONE)));
  return { least, whole, most };
}

const added = (a: Wish, b: Wish): Wish => ({
  least: a.least + b.least,
  whole: a.whole + b.whole,
  most: a.most + b.most,
});

function ofText(rich: RichText, frame: Frame, context: Context): Wish {
  const wish = { least: 0, whole: 0, most: 0 };
  let line = 0;
  for (const span of spansOf(rich)) {
    if (span.type === "break") line = 0;
    const text = span.type === "text" ? span.text : span.type === "image" ? span.alt : "";
    const bold = frame.bold || (span.type === "text" && span.strong);
    const code = span.type === "text" && span.code;
    const face = code ? "mono" : bold ? "sansBold" : "sans";
    const size = frame.type.size * (code ? CODE : 1);
    const widthOf = (word: string) => context.fonts.width(face, size, word);
    for (const word of unbrokenOf(text)) {
      const width = widthOf(word);
      wish.whole = Math.max(wish.whole, width);
      if (width > wish.least) wish.least = Math.max(wish.least, ...partsOf(word).map(widthOf));
      line += width + 2;
    }
    wish.most = Math.max(wish.most, line);
  }
  const { least, whole, most } = wish;
  const wide = most > WIDEST ? WIDEST * Math.sqrt(most / WIDEST) : most;
  return { least: least + 1, whole: whole + 1, most: Math.max(wide + 2, whole + 1) };
}

const NONE: Wish = { least: 0, whole: 0, most: 0 };
const EMPTY: Wish = { least: 8, whole: 8, most: 8 };

const mapped = ({ least, whole, most }: Wish, by: (width: number) => number): Wish => ({
  least: by(least),
  whole: by(whole),
  most: by(most),
});

/** A wish with this much beside it. */
export const widened = (wish: Wish, by: number): Wish => mapped(wish, (each) => each + by);

const moved = (wish: Wish): Wish => widened(wish, BULLET);

const widest = (wishes: readonly Wish[]): Wish => ({
  least: Math.max(0, ...wishes.map((wish) => wish.least)),
  whole: Math.max(0, ...wishes.map((wish) => wish.whole)),
  most: Math.max(0, ...wishes.map((wish) => wish.most)),
});
