import { languageXml } from "../language.js";
import { color, WORD } from "../theme.js";
import { element } from "../xml.js";
import { blockStyles } from "./blocks.js";
import { cardStyles } from "./cards.js";
import { cellStyles } from "./cells.js";
import { characterStyles } from "./characters.js";
import { type StyleDefinition, toXml } from "./definition.js";
import { frontStyles, furnitureStyles } from "./front.js";
import { headingStyles } from "./headings.js";
import { BODY, lines } from "./kit.js";
import { listStyles } from "./lists.js";
import { paragraphLook, runLook } from "./look.js";
import { packetStyles } from "./packet.js";
import { tableStyles } from "./tables.js";

/** What the styles of a document depend on. */
export interface StylesFor {
  /** BCP 47. */
  language: string;
  rtl: boolean;
  /** Twentieths of a point. */
  textWidth: number;
  /** A packet has a few more. */
  packet?: boolean;
}

/** The styles that every document has. */
export const fixedStyles = ({
  rtl,
  textWidth,
  packet = false,
}: Omit<StylesFor, "language">): StyleDefinition[] => {
  const own = packet ? packetStyles(textWidth) : [];
  const ids = new Set(own.map(({ id }) => id));
  return [...everyStyle(rtl, textWidth).filter(({ id }) => !ids.has(id)), ...own];
};

const everyStyle = (rtl: boolean, textWidth: number): StyleDefinition[] => [
  normal(rtl),
  ...characterStyles(),
  ...headingStyles(),
  ...frontStyles(textWidth),
  ...furnitureStyles(textWidth),
  ...blockStyles(),
  ...listStyles(),
  ...cardStyles(),
  ...cellStyles(),
  ...tableStyles(),
];

/** The base style; on a right-to-left page it says so. */
const normal = (rtl: boolean): StyleDefinition => ({
  type: "paragraph",
  id: "Normal",
  name: "Normal",
  isDefault: true,
  paragraph: paragraphLook({ ...lines(BODY.line, 0, 120), rtl }),
  // Not in the defaults alone: there, Word lets table styles win over them.
  run: runLook({ size: BODY.size, color: color.ink }),
});

/** The names of the fixed styles, by their ids. */
export const styleNames = (): ReadonlyMap<string, string> =>
  new Map(fixedStyles({ rtl: false, textWidth: 0 }).map(({ id, name }) => [id, name]));

/** The content of word/styles.xml: what holds where no style says otherwise, and the styles. */
export function stylesXml({ language, rtl }: StylesFor, styles: string): string {
  const defaults = runLook({ font: "body", color: color.ink, size: BODY.size });
  const run = `<w:rPrDefault><w:rPr>${defaults}${languageXml(language, rtl)}</w:rPr></w:rPrDefault>`;
  const content = `<w:docDefaults>${run}<w:pPrDefault/></w:docDefaults>${styles}`;
  return element("w:styles", { "xmlns:w": WORD }, content);
}

/** The fixed styles and more of a document, as XML. */
export const stylesOf = (options: StylesFor, more: readonly StyleDefinition[]): string[] =>
  [...fixedStyles(options), ...more].map(toXml);
