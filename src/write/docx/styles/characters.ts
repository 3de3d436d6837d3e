import { STYLE } from "../../../docx-names.js";
import { color } from "../theme.js";
import type { StyleDefinition } from "./definition.js";
import { characterStyle } from "./kit.js";

/** The styles of text within paragraphs. */
export const characterStyles = (): StyleDefinition[] => [
  {
    type: "character",
    id: "DefaultParagraphFont",
    name: "Default Paragraph Font",
    isDefault: true,
  },
  // Its colour alone would not tell a link from the words around it (WCAG 2.1, 1.4.1).
  characterStyle("Hyperlink", "Hyperlink", { color: color.link, underlined: true }),
  characterStyle("Strong", "Strong", { bold: true }),
  characterStyle("Emphasis", "Emphasis", { italic: true }),
  characterStyle(STYLE.gridLink, "rungbook Grid Link", { bold: true, color: color.ink }),
  characterStyle(STYLE.author, "rungbook Author"),
  characterStyle(STYLE.date, "rungbook Date"),
  characterStyle(STYLE.codeText, "rungbook Code Text", { font: "code", size: 17, noProof: true }),
  characterStyle(STYLE.task, "rungbook Task", { color: color.grey }),
  characterStyle(STYLE.noteReference, "rungbook Note Reference", {
    raised: true,
    color: color.link,
  }),
  characterStyle(STYLE.imageAlt, "rungbook Image Alt", { italic: true }),
  characterStyle(STYLE.imageAddress, "rungbook Image Address", { color: color.grey, size: 16 }),
];
