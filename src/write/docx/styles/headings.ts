import { headingStyle, STYLE } from "../../../docx-names.js";
import { color } from "../theme.js";
import type { StyleDefinition } from "./definition.js";
import { lines, paragraphStyle } from "./kit.js";
import type { ParagraphLook, RunLook } from "./look.js";

/** A heading is never the last on a page. */
const kept: ParagraphLook = { keepNext: true, keepLines: true };

const titled = (size: number): RunLook => ({
  font: "headings",
  bold: true,
  color: color.ink,
  size,
});

const section: RunLook = { bold: true, color: color.grey, size: 18 };

/** Heading 1 is a track, 2 a level, 3 to 5 are its sections; those below look like 5. */
const LOOKS: readonly { run: RunLook; paragraph: ParagraphLook }[] = [
  { run: titled(34), paragraph: lines(420, 360, 80) },
  { run: titled(26), paragraph: lines(320, 280, 100) },
  { run: section, paragraph: lines(260, 140, 30) },
  { run: { ...section, color: color.ink }, paragraph: lines(260, 120, 20) },
  { run: { ...section, italic: true }, paragraph: lines(260, 100, 20) },
];

/** Less air above a track's and a level's heading, where a level is to be a page. */
export const closerHeadings = (): StyleDefinition[] =>
  headingStyles([lines(420, 240, 40), lines(320, 100, 60)]).slice(0, 2);

/** Word's nine headings, and the one above them; `closer`: other distances than usual. */
export const headingStyles = (closer: readonly ParagraphLook[] = []): StyleDefinition[] => [
  ...Array.from({ length: 9 }, (_, level) => {
    const look = LOOKS[Math.min(level, LOOKS.length - 1)];
    return paragraphStyle(headingStyle(level + 1), `heading ${level + 1}`, {
      next: "Normal",
      run: look?.run ?? {},
      paragraph: { ...kept, ...look?.paragraph, ...closer[level], outline: level },
    });
  }),
  paragraphStyle(STYLE.heading, "rungbook Heading", {
    basedOn: headingStyle(1),
    next: "Normal",
    run: titled(40),
    paragraph: { ...kept, ...lines(500, 480, 120) },
  }),
];
