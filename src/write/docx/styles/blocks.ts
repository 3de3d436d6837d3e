import { HEAD_FILL, STYLE } from "../../../docx-names.js";
import { color } from "../theme.js";
import type { StyleDefinition } from "./definition.js";
import { BODY, lines, paragraphStyle } from "./kit.js";

/** The styles of ordinary blocks but lists and tables. */
export const blockStyles = (): StyleDefinition[] => [
  paragraphStyle(STYLE.quote, "Quote", {
    run: { italic: true, color: color.grey },
    paragraph: {
      ...lines(BODY.line, 0, 120),
      indent: { left: 240 },
      lines: { left: { size: 16, ink: color.hairline, space: 10 } },
    },
  }),
  paragraphStyle(STYLE.code, "rungbook Code", {
    run: { font: "code", size: 17, noProof: true },
    paragraph: { ...lines(232, 60, 120), fill: HEAD_FILL },
  }),
  paragraphStyle(STYLE.rule, "rungbook Rule", {
    run: { size: 8 },
    paragraph: {
      spacing: { line: 120, exact: true, before: 120, after: 200 },
      lines: { bottom: { size: 6, ink: color.hairline, space: 1 } },
    },
  }),
  paragraphStyle(STYLE.gap, "rungbook Gap", {
    run: { size: 4 },
    paragraph: { spacing: { line: 120, exact: true, before: 0, after: 0 } },
  }),
  paragraphStyle(STYLE.padding, "rungbook Padding", { run: { size: 8 }, paragraph: lines(20) }),
  paragraphStyle(STYLE.noteLabel, "rungbook Note Label", { paragraph: lines(BODY.line) }),
];
