import { HEAD_FILL, HUES, hueNumber, STYLE } from "../../../docx-names.js";
import { color } from "../theme.js";
import type { StyleDefinition } from "./definition.js";
import { closerHeadings } from "./headings.js";
import { characterStyle, lines, paragraphStyle } from "./kit.js";
import { tableStyle } from "./tables.js";

/** Styles that only a packet has. */
export const PACKET_STYLE = {
  panel: "RungbookPanel",
  panelName: "RungbookPanelName",
  panelValue: "RungbookPanelValue",
  noteLine: "RungbookNoteLine",
  /** Links in the cell that stands out. */
  hereLink: "RungbookHereLink",
  /** The cell of the grid that stands out, in a hue. */
  here: (hue: number): string => `RungbookHere${hueNumber(hue)}`,
} as const;

const WHITE = "FFFFFF";

/** The styles of a packet: those that it alone has, and those that it has closer, since a level is to be a page. */
export const packetStyles = (textWidth: number): StyleDefinition[] => [
  ...closerHeadings(),
  tableStyle(PACKET_STYLE.panel, "rungbook Panel", { padding: 40, margin: 160, fill: HEAD_FILL }),
  paragraphStyle(PACKET_STYLE.panelName, "rungbook Panel Name", {
    basedOn: STYLE.factName,
    paragraph: lines(220, 60),
  }),
  paragraphStyle(PACKET_STYLE.panelValue, "rungbook Panel Value", {
    basedOn: STYLE.fact,
    paragraph: lines(240, 0, 60),
  }),
  // All lines stand on one page, below their heading.
  paragraphStyle(PACKET_STYLE.noteLine, "rungbook Note Line", {
    run: { color: color.hairline },
    paragraph: { keepNext: true, ...lines(460), endTab: { at: textWidth, leader: "underscore" } },
  }),
  characterStyle(PACKET_STYLE.hereLink, "rungbook Here Link", { bold: true, color: WHITE }),
  ...HUES.map(({ ink }, index) => {
    const air = { size: 4, ink, space: 3 };
    return paragraphStyle(PACKET_STYLE.here(index), `rungbook Here ${index + 1}`, {
      basedOn: STYLE.gridCell,
      run: { color: WHITE },
      paragraph: {
        ...lines(216),
        lines: {
          top: air,
          left: { size: 18, ink, space: 4 },
          bottom: air,
          right: { ...air, space: 2 },
        },
        fill: ink,
        indent: { left: 130, right: 50 },
      },
    });
  }),
];
