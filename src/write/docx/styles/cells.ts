import { gridStyle, HUES, STYLE } from "../../../docx-names.js";
import { color } from "../theme.js";
import type { StyleDefinition } from "./definition.js";
import { BODY, lines, paragraphStyle } from "./kit.js";
import type { Lines } from "./look.js";

/** The styles of text in tables. Bold stands here alone: together with the table's it would undo itself (17.7.3). */
export const cellStyles = (): StyleDefinition[] => [
  paragraphStyle(STYLE.tableText, "rungbook Table Text", { paragraph: lines(BODY.line, 0, 40) }),
  paragraphStyle(STYLE.tableHead, "rungbook Table Head", {
    basedOn: STYLE.tableText,
    run: { bold: true, size: 17 },
    paragraph: lines(240, 0, 40),
  }),
  paragraphStyle(STYLE.gridCell, "rungbook Grid Cell", {
    run: { size: 16 },
    paragraph: lines(216),
  }),
  paragraphStyle(STYLE.gridHead, "rungbook Grid Head", {
    basedOn: STYLE.gridCell,
    run: { bold: true, color: color.grey },
    // The air above the table, which has none of its own.
    paragraph: lines(216, 240),
  }),
  paragraphStyle(STYLE.gridName, "rungbook Grid Name", {
    basedOn: STYLE.gridCell,
    run: { bold: true },
  }),
  ...HUES.map((hue, index) =>
    paragraphStyle(gridStyle(index), `rungbook Grid ${index + 1}`, {
      basedOn: STYLE.gridCell,
      paragraph: { lines: tile(hue), fill: hue.tint, indent: { left: 130, right: 50 } },
    }),
  ),
];

/** A tile: its colour at its beginning, and around the text the space that its tint fills. */
function tile({ ink, tint }: { ink: string; tint: string }): Lines {
  const air = { size: 4, ink: tint, space: 3 };
  return { top: air, left: { size: 18, ink, space: 4 }, bottom: air, right: { ...air, space: 2 } };
}
