import type { Grid } from "../../../document.js";
import type { Block, RichText } from "../../../model/ladder.js";
import { linesOf, spansOf } from "../../../model/rich.js";
import { linkTag } from "../text/pieces.js";
import { hueOf, theme } from "../theme.js";
import { kept, setBlocks } from "./blocks.js";
import type { Box } from "./box.js";
import type { Context, Frame } from "./context.js";
import { type FlowCell, flowOf, type Item, type Row } from "./flow.js";
import { setText } from "./paragraph.js";
import { setTable } from "./table.js";
import { type Slot, slotsOf } from "./tableGrid.js";
import { type Tag, tagIn } from "./tag.js";

/** More columns than this are set as an ordinary table: a cell must hold a title. */
const MOST_COLUMNS = 11;

/** The overview: a row for a part in its colour, a cell for a card, each cell a link to it. */
export function setGrid(grid: Grid, frame: Frame, context: Context): Item[] {
  const { slots, columns } = slotsOf(grid.rows);
  if (columns > MOST_COLUMNS || slots.flat().some((slot) => slot.rows > 1))
    return setTable({ type: "table", rows: grid.rows }, frame, context);
  const table = tagIn(frame.tag, "Table");
  const type = columns > 8 ? theme.type.narrow : theme.type.grid;
  const edges = edgesOf(columns, frame, context);
  return slots.map((row, index) => {
    const tag = tagIn(table, "TR");
    const scale = grid.scale !== null && index === 0;
    const hue = hueOf(grid.hues[index] ?? null);
    const look = { hue, scale, plain: (grid.hues[index] ?? null) === null };
    const cells = row.map((slot) => setCell(slot, edges, { ...frame, type, tag }, look, context));
    const y = scale ? 2 : theme.grid.padding;
    return gridRow(cells, y, scale);
  });
}

const gridRow = (cells: FlowCell[], y: number, keep: boolean): Row => ({
  kind: "row",
  before: theme.grid.gap,
  cells,
  padding: { top: y, bottom: y },
  keep,
  least: 1000,
});

/** Left edges of columns: the first is wider, for it names the rows. */
function edgesOf(columns: number, frame: Frame, context: Context): number[] {
  const head = columns > 1 ? Math.min(theme.grid.rowHead, frame.width / 3) : frame.width;
  const each = (frame.width + theme.grid.gap - head) / Math.max(1, columns - 1);
  const edges = Array.from({ length: columns + 1 }, (_, index) =>
    index === 0 ? 0 : head + each * (index - 1),
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
  const x = Math.min(a, b);
  const head = slot.column === 0;
  const width = Math.abs(b - a) - (head ? 0 : theme.grid.gap);
  const tag = tagIn(frame.tag, head || look.scale ? "TH" : "TD", {
    ...((head || look.scale) && { scope: look.scale ? ("Column" as const) : ("Row" as const) }),
    ...(slot.columns > 1 && { colspan: slot.columns }),
  });
  const start = head ? 0 : theme.grid.padding;
  const inner = { ...frame, tag, x: x + start, width: Math.max(8, width - start - 3) };
  const { strips, area } = setLines(slot.cell.blocks, inner, head, look, context);
  const filled = !head && !look.scale && strips.length > 0;
  const decorate = (top: number, height: number): Box[] =>
    filled
      ? [
          ...fill(x, top, width, height, look),
          ...(area ? [{ kind: "area" as const, x, y: top, width, height, tag: area }] : []),
        ]
      : [];
  return { x, width, flow: flowOf(strips), ends: true, decorate };
}

/** A tint with a bar of the part's colour at its left. */
function fill(x: number, y: number, width: number, height: number, look: Look): Box[] {
  const { radius, bar } = theme.grid;
  const round = { kind: "rect" as const, y, height, radius };
  return [
    { ...round, x, width: 4 * bar, color: look.hue.ink },
    { ...round, x: x + bar, width: width - bar, color: look.hue.tint },
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
    const color = quiet || look.scale ? theme.color.grey : theme.color.ink;
    const lineFrame = { ...frame, tag: area, color, bold: !quiet };
    const set = setText(area === paragraph ? line : unlinked(line), lineFrame, context);
    for (const box of set.flatMap((strip) => strip.boxes)) if (box.kind === "text") box.leaf = only;
    return set;
  });
  return { strips: kept(strips), area: area === paragraph ? null : area };
}

const unlinked = (line: RichText): RichText => ({
  text: line.text,
  spans: spansOf(line).map((span) => {
    if (span.type !== "text") return span;
    const { href: _, ...rest } = span;
    return rest;
  }),
});
