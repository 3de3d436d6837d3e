import type { Cell, Ladder, Level, Track } from "../model/ladder.js";
import { linkedAnchors } from "../model/overview.js";
import { overviewOf, tracksOf } from "../model/walk.js";

/** A level, and the track that it is on. */
export interface TrackLevel {
  level: Level;
  track: Track;
}

/** The levels of a ladder by their anchors. */
export const levelsByAnchor = ({ content }: Ladder): Map<string, TrackLevel> =>
  new Map(
    tracksOf(content).flatMap((track) =>
      track.levels.flatMap((level) =>
        (level.anchors ?? []).map((anchor) => [anchor, { level, track }] as const),
      ),
    ),
  );

/** A link from a cell of the overview to a level. */
export interface OverviewLink extends TrackLevel {
  cell: Cell;
  /** The number of its row, from 0. */
  row: number;
}

/** The links of the overview to levels, in the order of its cells; one a cell and level. */
export function overviewLinks(ladder: Ladder): OverviewLink[] {
  const levels = levelsByAnchor(ladder);
  return (overviewOf(ladder.content)?.rows ?? []).flatMap(({ cells }, row) =>
    cells.flatMap((cell) =>
      [...new Set(linkedAnchors(cell).map((anchor) => levels.get(anchor)))].flatMap((found) =>
        found ? [{ ...found, cell, row }] : [],
      ),
    ),
  );
}

/** Where the words of a cell stand, else the cell. */
export const placeOfWords = (cell: Cell): Cell["place"] => cell.blocks[0]?.place ?? cell.place;
