import type { Cell, Overview, RichText, Row } from "./ladder.js";
import { linesOf, spansOf } from "./rich.js";
import { cellLines } from "./walk.js";

type Entry = Overview["tracks"][number]["levels"][number];

/** A cell of a grid with the columns it stands in, spans of earlier rows counted in. */
interface PlacedCell {
  cell: Cell;
  columns: number[];
}

/**
 * Reads the summary grid: which row is the company-wide scale, which rows show levels, and under
 * which grades. A level is what a cell links to: `isLevel` says which anchors are levels'.
 */
export function readOverview(
  rows: readonly Row[],
  isLevel: (anchor: string) => boolean,
): Pick<Overview, "scale" | "tracks"> {
  const grid = placeCells(rows);
  const scale = findScale(grid, isLevel);
  const gradeAt = new Map<number, string>();
  for (const { cell, columns } of scale === null ? [] : (grid[scale] ?? []).slice(1)) {
    for (const column of columns) gradeAt.set(column, lines(cell).join(" "));
  }
  return {
    scale:
      scale === null
        ? null
        : {
            row: scale,
            title: rowTitle(grid[scale]).join(" "),
            grades: [...gradeAt.values()],
          },
    tracks: grid.flatMap((cells, row) => {
      const levels = cells.flatMap((placed) => entries(placed, gradeAt, isLevel));
      return levels.length > 0 ? [{ row, title: rowTitle(cells), levels }] : [];
    }),
  };
}

/** The anchors in this document that a cell links to, in order, each once. */
export const linkedAnchors = (cell: Cell): string[] => [
  ...new Set(
    cellLines(cell)
      .flatMap(linksOf)
      .map(({ anchor }) => anchor),
  ),
];

function linksOf(rich: RichText): { anchor: string; text: string }[] {
  return spansOf(rich).flatMap((span) =>
    span.type === "text" && span.href?.startsWith("#")
      ? [{ anchor: span.href.slice(1), text: span.text }]
      : [],
  );
}

const lines = (cell: Cell): string[] =>
  cellLines(cell)
    .flatMap(linesOf)
    .map((line) => line.text)
    .filter((text) => text !== "");

const rowTitle = (cells: readonly PlacedCell[] | undefined): string[] =>
  cells?.[0] ? lines(cells[0].cell) : [];

/** HTML's table model (WHATWG, "forming a table") as far as columns go. */
function placeCells(rows: readonly Row[]): PlacedCell[][] {
  const taken = new Map<number, number>();
  return rows.map((row) => {
    let column = 0;
    const placed = row.cells.map((cell) => {
      while ((taken.get(column) ?? 0) > 0) column++;
      const columns = Array.from({ length: cell.colspan ?? 1 }, (_, index) => column + index);
      for (const each of columns) taken.set(each, cell.rowspan ?? 1);
      column += columns.length;
      return { cell, columns };
    });
    for (const [each, left] of taken) taken.set(each, left - 1);
    return placed;
  });
}

/** The scale is the last row that links to nothing and has a short text in most of its cells. */
function findScale(grid: PlacedCell[][], isLevel: (anchor: string) => boolean): number | null {
  const candidates = grid.flatMap((cells, row) => (isScale(cells, isLevel) ? [row] : []));
  return candidates.at(-1) ?? null;
}

function isScale(cells: PlacedCell[], isLevel: (anchor: string) => boolean): boolean {
  const values = cells.slice(1).map(({ cell }) => lines(cell).join(" "));
  const told = values.filter((value) => value !== "" && value.length <= 12);
  const links = cells.some(({ cell }) => linkedAnchors(cell).some(isLevel));
  return !links && told.length > 0 && told.length * 2 > values.length;
}

function entries(
  { cell, columns }: PlacedCell,
  gradeAt: ReadonlyMap<number, string>,
  isLevel: (anchor: string) => boolean,
): Entry[] {
  const links = cellLines(cell)
    .flatMap(linksOf)
    .filter(({ anchor }) => isLevel(anchor));
  const label = labelOf(cell);
  return columns.flatMap((column) =>
    links.map(({ anchor, text }) => ({
      grade: gradeAt.get(column) ?? null,
      label,
      title: text,
      anchor,
    })),
  );
}

/** The first line that is no link: "1" above "Software Engineer I". */
function labelOf(cell: Cell): string | null {
  const plain = cellLines(cell)
    .flatMap(linesOf)
    .find((line) => line.text !== "" && linksOf(line).length === 0);
  return plain?.text ?? null;
}
