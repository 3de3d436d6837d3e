import {
  LIST_LEVELS,
  LIST_STEP,
  listStyle,
  MAX_LIST_START,
  STYLE,
  TASK,
} from "../../docx-names.js";
import type { Block, BlockOf, Item } from "../../model/ladder.js";
import { boxOf } from "./box.js";
import type { DocxContext, Flow } from "./context.js";
import { gap, paragraph } from "./paragraph.js";
import { richRuns, run } from "./text.js";

/** Writes the blocks of an item; handed in, since blocks hold lists and lists hold blocks. */
type WriteBlocks = (blocks: readonly Block[], flow: Flow, context: DocxContext) => string;

/** A list: a paragraph an item, and the item's blocks below it; `turn` counts lists side by side. */
export function listXml(
  list: BlockOf<"list">,
  turn: number,
  flow: Flow,
  context: DocxContext,
  write: WriteBlocks,
): string {
  if (flow.depth >= LIST_LEVELS) {
    const box = boxOf(STYLE.nest, flow, context, (inner) =>
      listXml(list, 0, inner, context, write),
    );
    return box + gap(flow, context);
  }
  const level = flow.depth;
  const start = list.start ?? 1;
  const id = list.ordered
    ? context.numbering.numbers(level, start, flow.small?.step)
    : context.numbering.bullets(flow.hue, turn, flow.small?.step);
  // A bullet stands where lines begin, however the cell is aligned.
  const own = { ...flow, align: undefined };
  const below = { ...own, depth: level + 1, width: flow.width - LIST_STEP, style: undefined };
  return list.items
    .map((item, index) => {
      const bookmarks = [context.mark("item"), ...context.anchorNames(item.anchors)];
      if (index === 0 && start > MAX_LIST_START) bookmarks.push(context.mark("start", start));
      const options = {
        style: listStyle(list.ordered, level).id,
        numbering: { id, level },
        bookmarks,
        of: item,
      };
      const line = paragraph(itemRuns(item, below, context), options, own, context);
      return line + write(item.blocks ?? [], below, context);
    })
    .join("");
}

function itemRuns(item: Item, flow: Flow, context: DocxContext): string {
  const box = item.checked === undefined ? "" : item.checked ? TASK.done : TASK.open;
  const task = box === "" ? "" : run(`${box} `, { style: STYLE.task }, context);
  return task + richRuns(item, flow, context);
}
