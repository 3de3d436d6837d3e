import type { Block, RichText } from "../../../../model/ladder.js";
import { linesOf, spansOf } from "../../../../model/rich.js";
import type { Hue } from "../../style/style.js";
import { linkTag } from "../../text/pieces.js";
import { anchored, kept, setBlocks } from "../blocks.js";
import type { Box } from "../box.js";
import type { Context, Frame } from "../context.js";
import { type Flow, type FlowCell, flowOf, type Item } from "../flow.js";
import { startOf } from "../frame.js";
import { setText } from "../paragraph.js";
import { type Tag, tagIn } from "../tag.js";
import { END } from "./fit.js";

const WHITE = "#ffffff";

/** How the cells of a row look. */
export interface Look {
  hue: Hue;
  /** The row of grades. */
  scale: boolean;
  /** The cell stands out: its words are white on its part's colour. */
  marked?: true;
}

/** What a cell holds: lines, and the link that all of it is. */
export interface Content {
  flow: Flow;
  area: Tag | null;
}

/** What names a row: between the edges of its column, without the cells' room for a bar. */
export function setName(
  blocks: readonly Block[],
  frame: Frame,
  look: Look,
  context: Context,
): Content {
  const x = context.direction === "rtl" ? frame.x + END : frame.x;
  const inner = { ...frame, x, width: Math.max(8, frame.width - END) };
  return { flow: flowOf(setLines(blocks, inner, true, look, context).strips), area: null };
}

/** The content of a cell between the cell's edges. */
export function setContent(
  blocks: readonly Block[],
  frame: Frame,
  look: Look,
  context: Context,
): Content {
  const { padding } = context.style.grid;
  const left = context.direction === "rtl" ? END : padding;
  const inner = { ...frame, x: frame.x + left, width: Math.max(8, frame.width - padding - END) };
  const { strips, area } = setLines(blocks, inner, false, look, context);
  return { flow: flowOf(strips), area };
}

/** A cell in its part's colour; where it goes on in the next row, so does the colour. */
export function coloredCell(
  { x, width }: { x: number; width: number },
  { flow, area }: Content,
  ends: boolean,
  look: Look,
  context: Context,
): FlowCell {
  const plain = look.scale || flow.items.length === 0;
  const decorate = (top: number, inner: number): Box[] => {
    const height = ends ? inner : inner + context.style.grid.gap;
    const whole = { x, y: top, width, height };
    return [
      ...fill(whole, look.marked ? { ...look.hue, tint: look.hue.ink } : look.hue, context),
      ...(area ? [{ kind: "area" as const, ...whole, tag: area }] : []),
    ];
  };
  return { x, width, flow, ends, ...(!plain && { decorate }) };
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * A tint with a bar of the part's colour where reading begins, or above it. The tint is rounded at its
 * outer corners only: at the bar it ends straight.
 */
function fill(area: Area, { ink, tint }: Hue, { style, direction }: Context): Box[] {
  const { radius, bar, above } = style.grid;
  const { x, y, width, height } = area;
  const rect = { kind: "rect" as const, ...area };
  const under = 2 * Math.max(bar, radius);
  if (above)
    return [
      { ...rect, height: Math.min(height, bar + under), radius, color: ink },
      { ...rect, y: y + bar, height: height - bar, radius, color: tint },
      { ...rect, y: y + bar, height: Math.min(height - bar, under), color: tint },
    ];
  const rtl = direction === "rtl";
  return [
    { ...rect, x: rtl ? x + width - bar - under : x, width: bar + under, radius, color: ink },
    { ...rect, x: rtl ? x : x + bar, width: width - bar, radius, color: tint },
    { ...rect, x: rtl ? x + width - bar - under : x + bar, width: under, color: tint },
  ];
}

/** Lines of a cell: the label small and grey, the title semibold; all a link where it is one. */
function setLines(
  blocks: readonly Block[],
  around: Frame,
  head: boolean,
  look: Look,
  context: Context,
): { strips: Item[]; area: Tag | null } {
  const frame = { ...around, align: startOf(context) };
  const only = blocks.length === 1 ? blocks[0] : undefined;
  if (only?.type !== "paragraph" || spansOf(only).some((span) => span.type === "image"))
    return { strips: setBlocks(blocks, frame, context), area: null };
  const link = spansOf(only).find((span) => "href" in span && span.href !== undefined);
  const href = link && "href" in link ? link.href : undefined;
  const paragraph = tagIn(frame.tag, "P");
  const area = head ? paragraph : linkTag(href, only.text.replace(/\n/g, " "), paragraph, context);
  const lines = linesOf(only);
  const strips = lines.flatMap((line, index) => {
    const quiet = lines.length > 1 && index === 0;
    const faint = quiet || look.scale ? context.style.color.grey : context.style.color.ink;
    const color = look.marked && !head ? WHITE : faint;
    const lineFrame = { ...frame, tag: area, color, bold: !quiet };
    const goesOn = index < lines.length - 1;
    const words = area === paragraph ? line : unlinked(line);
    const set = setText(words, lineFrame, context, { goesOn, fit: "even" });
    for (const box of set.flatMap((strip) => strip.boxes)) if (box.kind === "text") box.leaf = only;
    return set;
  });
  return {
    strips: anchored(kept(strips), only.anchors, frame),
    area: area === paragraph ? null : area,
  };
}

const unlinked = (line: RichText): RichText => ({
  text: line.text,
  spans: spansOf(line).map((span) => {
    if (span.type !== "text") return span;
    const { href: _, ...rest } = span;
    return rest;
  }),
});
