import type { Block, BlockOf, Item } from "../../model/ladder.js";
import type { ParagraphInfo } from "./paragraph.js";

interface OpenList {
  list: BlockOf<"list">;
  /** What its items have in common. */
  id: string;
}

/** Blocks in their order, and the lists among them that are still open, outer ones first. */
export class Nesting {
  #blocks: Block[] = [];
  #lists: OpenList[] = [];

  /** Adds a block below the last item that is `depth` lists deep, or beside the lists. */
  push(depth: number, block: Block): void {
    this.#lists.length = Math.min(depth, this.#lists.length);
    this.#target().push(block);
  }

  /** Adds an item to the list that it belongs to, or to a new one that may begin at `start`. */
  item(item: Item, of: NonNullable<ParagraphInfo["list"]>, start: number): void {
    const level = Math.min(of.level, this.#lists.length);
    this.#lists.length = Math.min(level + 1, this.#lists.length);
    const open = this.#lists[level];
    const ordered = of.kind === "ordered";
    const goesOn = open && (open.id === of.list || (of.byStyle && open.list.ordered === ordered));
    if (goesOn) open.list.items.push(item);
    else
      this.#open(level, of.list, {
        type: "list",
        ordered,
        ...(ordered && start !== 1 && start >= 0 && { start }),
        items: [item],
      });
  }

  /** All blocks; the next begin anew. */
  take(): Block[] {
    const blocks = this.#blocks;
    this.#blocks = [];
    this.#lists = [];
    return blocks;
  }

  #open(level: number, id: string, list: BlockOf<"list">): void {
    this.#lists.length = level;
    this.#target().push(list);
    this.#lists.push({ list, id });
  }

  #target(): Block[] {
    const item = this.#lists.at(-1)?.list.items.at(-1);
    if (!item) return this.#blocks;
    item.blocks ??= [];
    return item.blocks;
  }
}
