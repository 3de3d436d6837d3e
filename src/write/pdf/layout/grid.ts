import type { Grid } from "../../../document.js";
import type { Block, BlockOf, RichText } from "../../../model/ladder.js";
import { linesOf, spansOf } from "../../../model/rich.js";
import { linkTag } from "../text/pieces.js";
import { anchored, kept, setBlocks } from "./blocks.js";
import type { Box } from "./box.js";
import type { Context, Frame } from "./context.js";
import { type FlowCell, flowOf, type Item, itemHeight, type Row } from "./flow.js";
import { startOf } from "./frame.js";
import { setText } from "./paragraph.js";
import { setTable } from "./table.js";
import { type Slot, slotsOf } from "./tableGrid.js";
import { type Tag, tagIn } from "./tag.js";

/** Rows this much higher than others are nearly as high. */
const NEARLY = 1.6;
/** The space at the end of a cell. */
const END = 3;

/** The overview: a row for a part in its colour, a cell for a card, each cell a link to it. */
export function setGrid(grid: Grid, frame: Frame, context: Context): Item[] {
  const { slots, columns } = slotsOf(grid.rows);
  const fit = fitted(slots, columns, frame, context);
  // Where words would be cut, columns as wide as their words serve better than even ones.
  if (!fit || slots.flat().some((slot) => slot.rows > 1))
    return setTable(asTable(grid, slots), frame, context);
  const { type, edges } = fit;
  const table = tagIn(frame.tag, "Table");
  const head = grid.scale !== null && slots.length > 1 ? tagIn(table, "THead") : null;
  const body = tagIn(table, "TBody");
  const rows = slots.map((row, index) => {
    const scale = grid.scale !== null && index === 0;
    const tag = tagIn(scale && head ? head : body, "TR");
    const hue = context.style.hueOf(grid.hues[index] ?? null);
    const look = { hue, scale, plain: (grid.hues[index] ?? null) === null };
    const cells = row.map((slot) => setCell(slot, edges, { ...frame, type, tag }, look, context));
    const y = scale ? 2 : context.style.grid.padding;
    return gridRow(cells, y, scale, context);
  });
  evenOut(head ? rows.slice(1) : rows);
  return rows;
}

/** Rows that are nearly as high become as high. */
function evenOut(rows: readonly Row[]): void {
  const heights = rows.map((row) => itemHeight(row));
  const highest = Math.max(...heights);
  if (highest > NEARLY * Math.min(...heights)) return;
  rows.forEach((row, index) => {
    row.padding.bottom += highest - (heights[index] ?? highest);
  });
}

/** The same as an ordinary table: what heads its rows and columns is told as such. */
const asTable = (grid: Grid, slots: readonly Slot[][]): BlockOf<"table"> => ({
  type: "table",
  rows: slots.map((row, index) => ({
    cells: row.map(({ cell, column, columns }) => ({
      ...cell,
      ...(columns > 1 && { colspan: columns }),
      ...((column === 0 || (grid.scale !== null && index === 0)) && { header: true as const }),
    })),
  })),
});

const gridRow = (cells: FlowCell[], y: number, keep: boolean, { style }: Context): Row => ({
  kind: "row",
  before: style.grid.gap,
  cells,
  padding: { top: y, bottom: y },
  keep,
  least: 1000,
});

/** The largest type in which the longest word of a cell fits it, and the edges of columns for it. */
function fitted(slots: Slot[][], columns: number, frame: Frame, context: Context) {
  const { style, fonts } = context;
  const { gap, padding } = style.grid;
  const words = textsOf(slots, (slot) => slot.column > 0 && slot.columns === 1, /\s+/);
  const longest = widest(words, fonts);
  const heads = widest(
    textsOf(slots, (slot) => slot.column === 0, "\n"),
    fonts,
  );
  const { grid, narrow, smallest } = style.type;
  // As wide as its words; where that leaves too little for the cells, no wider than usual.
  for (const type of [grid, narrow, smallest])
    for (const head of [Math.max(60, heads * type.size + gap + 2 * END), style.grid.rowHead]) {
      const edges = edgesOf(columns, head, frame, context);
      const room = Math.abs((edges[2] ?? 0) - (edges[1] ?? 0)) - gap - padding - END;
      if (longest * type.size <= room) return { type, edges };
    }
  return null;
}

const widest = (texts: readonly string[], fonts: Context["fonts"]): number =>
  Math.max(0, ...texts.map((text) => fonts.width("sansBold", 1, text)));

const textsOf = (slots: Slot[][], which: (slot: Slot) => boolean, by: string | RegExp): string[] =>
  slots
    .flat()
    .filter(which)
    .flatMap(({ cell }) => cell.blocks)
    .flatMap((block) => ("text" in block ? block.text.split(by) : []));

/** Left edges of columns: the first, which names the rows, is `head` wide, the others are even. */
function edgesOf(columns: number, head: number, frame: Frame, context: Context): number[] {
  const first = columns > 1 ? Math.min(head, frame.width / 3) : frame.width;
  const each = (frame.width + context.style.grid.gap - first) / Math.max(1, columns - 1);
  const edges = Array.from({ length: columns + 1 }, (_, index) =>
    index === 0 ? 0 : first + each * (index - 1),
  );
  if (context.direction === "ltr") return edges.map((edge) => frame.x + edge);
  return edges.map((edge) => frame.x + frame.width - edge);
}

interface Look {
  hue: { ink: string; tint: string };
  /** The row of grades. */
  scale: boolean;
  /** The row is no part's. */
  plain: boolean;
}

function setCell(
  slot: Slot,
  edges: number[],
  frame: Frame,
  look: Look,
  context: Context,
): FlowCell {
  const [a, b] = [edges[slot.column] ?? 0, edges[slot.column + slot.columns] ?? 0];
  const head = slot.column === 0;
  const gap = head ? 0 : context.style.grid.gap;
  const rtl = context.direction === "rtl";
  const x = Math.min(a, b) + (rtl ? gap : 0);
  const width = Math.abs(b - a) - gap;
  const tag = tagIn(frame.tag, head || look.scale ? "TH" : "TD", {
    ...((head || look.scale) && { scope: look.scale ? ("Column" as const) : ("Row" as const) }),
    ...(slot.columns > 1 && { colspan: slot.columns }),
  });
  const start = head ? 0 : context.style.grid.padding;
  const left = rtl ? END : start;
  const align = startOf(context);
  const inner = { ...frame, tag, align, x: x + left, width: Math.max(8, width - start - END) };
  const { strips, area } = setLines(slot.cell.blocks, inner, head, look, context);
  const filled = !head && !look.scale && strips.length > 0;
  const decorate = (top: number, height: number): Box[] =>
    filled
      ? [
          ...fill({ x, y: top, width, height }, look, context),
          ...(area ? [{ kind: "area" as const, x, y: top, width, height, tag: area }] : []),
        ]
      : [];
  return { x, width, flow: flowOf(strips), ends: true, decorate };
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A tint with a bar of the part's colour where reading begins, or above it. */
function fill(area: Area, look: Look, { style, direction }: Context): Box[] {
  const { radius, bar, above } = style.grid;
  const { x, y, width, height } = area;
  const round = { kind: "rect" as const, ...area, radius };
  const { ink, tint } = look.hue;
  const rtl = direction === "rtl";
  return above
    ? [
        { ...round, height: Math.min(height, 4 * bar), color: ink },
        { ...round, y: y + bar, height: height - bar, color: tint },
      ]
    : [
        { ...round, x: rtl ? x + width - 4 * bar : x, width: 4 * bar, color: ink },
        { ...round, x: rtl ? x : x + bar, width: width - bar, color: tint },
      ];
}

/** Lines of a cell: the label small and grey, the title semibold; all a link where it is one. */
function setLines(
  blocks: readonly Block[],
  frame: Frame,
  head: boolean,
  look: Look,
  context: Context,
): { strips: Item[]; area: Tag | null } {
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
    const color = quiet || look.scale ? context.style.color.grey : context.style.color.ink;
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
