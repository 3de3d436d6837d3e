import { HUES, STYLE } from "../../../docx-names.js";
import { color, FACTS_AIR } from "../theme.js";
import type { StyleDefinition } from "./definition.js";
import { BODY, lines, paragraphStyle, small } from "./kit.js";

/** The air between facts and what stands beside them. */
const besideBody = { indent: { right: FACTS_AIR } };

/** The styles of a track's cards; a hue has one for its labels. */
export const cardStyles = (): StyleDefinition[] => [
  paragraphStyle(STYLE.standing, "rungbook Standing", {
    run: { color: color.grey },
    paragraph: { ...lines(BODY.line, 0, 120), keepNext: true },
  }),
  paragraphStyle(STYLE.column, "rungbook Column", {
    run: { ...small, size: 15 },
    paragraph: { ...lines(210), keepNext: true },
  }),
  paragraphStyle(STYLE.factName, "rungbook Fact Name", {
    run: { ...small, size: 15 },
    paragraph: { ...lines(260, 120), ...besideBody, keepNext: true },
  }),
  paragraphStyle(STYLE.fact, "rungbook Fact", {
    run: { bold: true, size: 17 },
    paragraph: { ...lines(240), ...besideBody },
  }),
  paragraphStyle(STYLE.factTitle, "rungbook Fact Title", {
    run: { font: "headings", bold: true, size: 24 },
    paragraph: { ...lines(300), ...besideBody },
  }),
  paragraphStyle(STYLE.extraName, "rungbook Extra Name", { basedOn: STYLE.factName }),
  paragraphStyle(STYLE.extra, "rungbook Extra", { basedOn: STYLE.fact }),
  paragraphStyle(STYLE.label, "rungbook Label", {
    run: { font: "headings", bold: true, size: 56, color: color.grey },
    paragraph: { ...lines(640), ...besideBody },
  }),
  ...HUES.map(({ ink }, hue) =>
    paragraphStyle(`${STYLE.label}${hue + 1}`, `rungbook Label ${hue + 1}`, {
      basedOn: STYLE.label,
      run: { color: ink },
    }),
  ),
];
