import type { AnyDocument } from "../../document.js";
import type { DocxContext } from "./context.js";
import { emptyHeaderXml, footerXml, headerXml } from "./furniture.js";
import type { Package } from "./package.js";
import { scaledStyles, scaleFor } from "./scaled.js";
import { type Furniture, sectionXml } from "./section.js";
import { fontTableXml, settingsXml } from "./settings.js";
import { type StylesFor, stylesOf, stylesXml } from "./styles/index.js";
import { WORD } from "./theme.js";
import { themeXml } from "./theme-part.js";
import { element, XML } from "./xml.js";

/** The types of Word's parts. */
export const partType = (name: string): string =>
  `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`;

export const THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml";

/** Adds how a document looks where no reference file says so; gives the properties of its section. */
export function addOwnLook(
  source: AnyDocument,
  body: string,
  context: DocxContext,
  parts: Package,
): string {
  const { language, rtl } = context;
  const options: StylesFor = {
    language,
    rtl,
    textWidth: context.page.textWidth,
    packet: !!source.meta.packet,
  };
  const styles = stylesOf(options, context.variants.definitions).join("");
  const numbering = element("w:numbering", { "xmlns:w": WORD }, context.numbering.toXml());
  const scale = scaleFor(source.meta.packet, body, context.page);
  const { links } = context;
  for (const type of ["styles", "numbering", "settings", "fontTable"] as const) {
    links.idOf(type, `${type}.xml`);
  }
  links.idOf("theme", "theme/theme1.xml");
  parts
    .add(
      "word/styles.xml",
      scaledStyles(XML + stylesXml(options, styles), scale),
      partType("styles"),
    )
    .add("word/numbering.xml", XML + numbering, partType("numbering"))
    .add("word/settings.xml", settingsXml(language, rtl), partType("settings"))
    .add("word/fontTable.xml", fontTableXml(), partType("fontTable"))
    .add("word/theme/theme1.xml", themeXml(), THEME_TYPE);
  return sectionXml(addFurniture(source, context, parts), rtl);
}

function addFurniture(source: AnyDocument, context: DocxContext, parts: Package): Furniture[] {
  const made = [
    { kind: "header", type: "default", xml: headerXml(source, context) },
    { kind: "header", type: "first", xml: emptyHeaderXml(context) },
    { kind: "footer", type: "default", xml: footerXml(source, context) },
    { kind: "footer", type: "first", xml: footerXml(source, context) },
  ] as const;
  return made.map(({ kind, type, xml }) => {
    const name = `${kind}${type === "default" ? 1 : 2}.xml`;
    parts.add(`word/${name}`, xml, partType(kind));
    return { kind, type, relationship: context.links.idOf(kind, name) };
  });
}
