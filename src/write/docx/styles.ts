import { type ICharacterStyleOptions, ImportedXmlComponent, type IStylesOptions } from "docx";
import { STYLE } from "../../docx-names.js";
import type { DocxContext } from "./context.js";
import { GRID_LINK } from "./grid.js";
import { PLAIN_BULLETS, PLAIN_NUMBERS } from "./numbering.js";
import { paragraphStyles } from "./paragraph-styles.js";
import { BODY, lines, mono, sans } from "./style-kit.js";
import { tableStyles } from "./table-styles.js";
import { color, WORD } from "./theme.js";

/** As XML, since only the finished numbering knows its ids. */
const listStyle = (id: string, name: string, numId: number): string =>
  `<w:style xmlns:w="${WORD}" w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:numPr><w:numId w:val="${numId}"/></w:numPr><w:spacing w:after="52"/></w:pPr></w:style>`;

const characterStyle = (
  id: string,
  name: string,
  run: ICharacterStyleOptions["run"] = {},
): ICharacterStyleOptions => ({ id, name, run });

const characterStyles = (): ICharacterStyleOptions[] => [
  characterStyle("Hyperlink", "Hyperlink", { color: color.link }),
  characterStyle(GRID_LINK, "rungbook Grid Link", { bold: true, color: color.ink }),
  characterStyle(STYLE.author, "rungbook Author"),
  characterStyle(STYLE.date, "rungbook Date"),
  characterStyle(STYLE.codeText, "rungbook Code Text", { font: mono, size: 17, noProof: true }),
  characterStyle(STYLE.task, "rungbook Task", { color: color.grey }),
  characterStyle(STYLE.noteReference, "rungbook Note Reference", {
    superScript: true,
    color: color.link,
  }),
  characterStyle(STYLE.imageAlt, "rungbook Image Alt", { italics: true }),
  characterStyle(STYLE.imageAddress, "rungbook Image Address", { color: color.grey, size: 16 }),
];

/** The styles of a document, in its language; on a right-to-left page the base style says so. */
export function styles(language: string, context: DocxContext): IStylesOptions {
  const tag = context.rtl ? { value: "en", bidirectional: language } : { value: language };
  return {
    default: {
      document: {
        run: { font: sans, size: BODY.size, color: color.ink, language: tag },
        paragraph: {},
      },
    },
    paragraphStyles: [
      {
        id: "Normal",
        name: "Normal",
        quickFormat: true,
        // Not in the defaults alone: there, Word lets table styles win over them.
        run: { size: BODY.size, color: color.ink },
        paragraph: { ...lines(BODY.line, 0, 120), ...(context.rtl && { bidirectional: true }) },
      },
      ...paragraphStyles(context.hues),
    ],
    characterStyles: characterStyles(),
    importedStyles: [
      listStyle(STYLE.bullet, "List Bullet", PLAIN_BULLETS),
      listStyle(STYLE.number, "List Number", PLAIN_NUMBERS),
      ...tableStyles(),
    ].map((xml) => ImportedXmlComponent.fromXmlString(xml)),
  };
}
