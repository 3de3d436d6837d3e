import { type AnyBlock, type AnyDocument, titleHeading } from "../../../document.js";
import type { Style } from "../style/style.js";
import { balanced } from "./balance.js";
import { amid, anchored, emptyStrip, setBlocks, spaced } from "./blocks.js";
import type { Box, Page } from "./box.js";
import { setContents, setLabelHeading } from "./contents.js";
import type { Context, Frame } from "./context.js";
import { type Entry, entriesOf, gridName, headingName } from "./entries.js";
import { flowOf, heightOf, type Item } from "./flow.js";
import { furnish } from "./furniture.js";
import { setGrid } from "./grid.js";
import { nowhere } from "./named.js";
import { setNotes } from "./notes.js";
import { numberPages } from "./numberPages.js";
import { setPanel } from "./panel.js";
import { setPart } from "./part.js";
import { setTable } from "./table.js";
import { type Tag, tagIn } from "./tag.js";
import { setTitle } from "./title.js";

/** A document as pages of boxes: plain data, nothing drawn yet. */
export interface Layout {
  pages: Page[];
  root: Tag;
  entries: Entry[];
  style: Style;
}

/** Lays a document out: sets its blocks, breaks them into pages, numbers and heads those. */
export function layOut(document: AnyDocument, context: Context): Layout {
  const { style } = context;
  const { body } = style;
  const root = tagIn(null, "Document");
  const frame: Frame = {
    x: body.x,
    width: body.width,
    type: style.type.body,
    color: style.color.ink,
    accent: style.color.ink,
    tag: root,
    headings: "page",
  };
  const entries = entriesOf(document);
  const pages: Page[] = [];
  for (const chapter of chaptersOf(document, entries, frame, context))
    for (const { boxes, running } of balanced(chapter, style, runningOf(pages))) {
      for (const box of boxes) reach(tagOf(box), pages.length);
      pages.push({ boxes, running });
    }
  numberPages(pages, context);
  furnish(pages, document.meta, context);
  return { pages, root, entries, style };
}

const tagOf = (box: Box): Tag | null => ("tag" in box ? box.tag : null);

/** Tells a tag its last page. */
function reach(tag: Tag | null, page: number): void {
  for (let each = tag; each && each.lastPage < page; each = each.parent) each.lastPage = page;
}

const runningOf = (pages: readonly Page[]): string | null => pages.at(-1)?.running ?? null;

/** What begins with a new page, one after the other: a long document is never laid out at once. */
function* chaptersOf(
  document: AnyDocument,
  entries: readonly Entry[],
  frame: Frame,
  context: Context,
): Generator<Item[]> {
  let part = 0;
  const title = setTitle(document, frame, context);
  const { y, bottom } = context.style.body;
  const room = bottom - y - heightOf(flowOf(title));
  const beside = overviewHeight(document, frame, context);
  const packet = document.meta.packet !== undefined;
  const contents = packet ? [] : setContents(entries, frame, context, { room, beside });
  let items: Item[] = [...title, ...contents];
  let below = contents.length > 0;
  const { blocks } = document;
  const heading = titleHeading(document);
  for (const [index, block] of blocks.entries()) {
    if (block === heading) continue;
    if (packet ? block.type === "page" : block.type === "part") {
      yield items;
      items = [];
    }
    const set = amid(
      setDocumentBlock(block, index, part, frame, context),
      block,
      blocks[index - 1],
      blocks[index + 1],
      context,
    );
    if (block.type === "part") {
      part++;
      if (packet && items.length > 0) spaced(set, context.style.gap.afterPart);
    } else if (below || blocks[index - 1]?.type === "part")
      spaced(set, context.style.gap.afterPart);
    below &&= set.length === 0;
    const running = part > 0 ? runningIn(block, blocks[index - 1]) : undefined;
    for (const item of named(set, running)) items.push(item);
  }
  yield items;
}

/** How high an overview is that follows the contents; 0: none does. */
function overviewHeight({ blocks }: AnyDocument, frame: Frame, context: Context): number {
  const [block] = blocks;
  if (block?.type !== "grid") return 0;
  const set = setDocumentBlock(block, 0, 0, nowhere(frame), context);
  return heightOf(flowOf(set)) + context.style.gap.afterPart;
}

/** What pages' heads say from a block on: prose behind a part is not the part's, it has its own headings. */
function runningIn(block: AnyBlock, previous?: AnyBlock): string | undefined {
  if (block.type === "heading" && block.depth <= 2) return block.text.replace(/\s+/g, " ");
  return previous?.type === "part" && block.type !== "part" ? "" : undefined;
}

function named(items: Item[], running: string | undefined): Item[] {
  const [first] = items;
  if (running === undefined || !first) return items;
  if (first.kind !== "strip") return [{ ...emptyStrip(), running, keep: true }, ...items];
  first.running = running;
  return items;
}

function setDocumentBlock(
  block: AnyBlock,
  index: number,
  part: number,
  frame: Frame,
  context: Context,
): Item[] {
  switch (block.type) {
    case "page":
      return [];
    case "panel":
      return setPanel(block, frame, context);
    case "notes":
      return setNotes(block, frame, context);
    case "comparison":
      return setTable(block.table, frame, context);
    case "part":
      return setPart(block, part, frame, context);
  }
  if (block.type === "grid") {
    if (context.packet) return anchored(setGrid(block, frame, context), [gridName(index)], frame);
    const heading = setLabelHeading(context.words.overview, frame, context);
    return [...anchored(heading, [gridName(index)], frame), ...setGrid(block, frame, context)];
  }
  const set = setBlocks([block], frame, context);
  return block.type === "heading" ? anchored(set, [headingName(index)], frame) : set;
}
