import { STYLE, TOC } from "../../../docx-names.js";
import { color } from "../theme.js";
import type { StyleDefinition } from "./definition.js";
import { BODY, lines, paragraphStyle, small } from "./kit.js";

/** The styles of the first page: the title's, and those of the table of contents. */
export const frontStyles = (textWidth: number): StyleDefinition[] => [
  paragraphStyle(STYLE.title, "Title", {
    next: STYLE.subtitle,
    run: { font: "headings", bold: true, color: color.ink, size: 60 },
    paragraph: { keepNext: true, ...lines(680, 0, 100) },
  }),
  paragraphStyle(STYLE.subtitle, "Subtitle", {
    next: "Normal",
    run: { font: "headings", italic: true, color: color.grey, size: 25 },
    paragraph: { keepNext: true, ...lines(340, 0, 100) },
  }),
  paragraphStyle(STYLE.byline, "rungbook Byline", {
    run: small,
    paragraph: {
      ...lines(240, 0, 320),
      lines: { bottom: { size: 18, ink: color.ink, space: 14 } },
    },
  }),
  paragraphStyle(TOC.heading, "TOC Heading", {
    next: "Normal",
    run: { bold: true, color: color.grey, size: 18 },
    paragraph: { keepNext: true, ...lines(260, 120, 60) },
  }),
  ...[0, 1, 2].map((level) => contentsStyle(level, textWidth)),
];

/** A line of the contents, with its page at the end. */
const contentsStyle = (level: number, textWidth: number): StyleDefinition =>
  paragraphStyle(TOC.entry(level + 1), `toc ${level + 1}`, {
    next: "Normal",
    run: { color: level === 0 ? color.ink : color.grey },
    paragraph: {
      ...lines(BODY.line, level === 0 ? 60 : 0, 20),
      endTab: { at: textWidth, leader: "dot" },
      indent: { left: level * 340 },
    },
  });

/** What stands at the head and the foot of each page. */
export const furnitureStyles = (textWidth: number): StyleDefinition[] =>
  ["Header", "Footer"].map((id) =>
    paragraphStyle(id, id.toLowerCase(), {
      run: { ...small, size: 15 },
      paragraph: { ...lines(220), endTab: { at: textWidth } },
    }),
  );
