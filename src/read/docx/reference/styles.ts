import { styleKey } from "../../../docx-names.js";
import type { ReferenceStyle } from "../../../docx-reference.js";
import { attributeOf, attributesIn, childOf, elementsOf, toXml, valOf, type Xml } from "../xml.js";

/** The namespaces that a root declares, and which of them an old program may skip. */
export const namespacesOf = (root: Xml): string =>
  attributesIn(root)
    .filter(([name]) => name.startsWith("xmlns:") || name === "mc:Ignorable")
    .map(([name, value]) => `${name}="${escapeAttribute(value)}"`)
    .join(" ");

const escapeAttribute = (value: string): string =>
  value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** What holds where no style says otherwise. */
export const defaultsOf = (root: Xml): string =>
  ["w:docDefaults", "w:latentStyles"]
    .flatMap((name) => childOf(root, name) ?? [])
    .map(toXml)
    .join("");

/** Its styles; those of a table of contents get their tab stop, which Word leaves to each line. */
export function stylesOf(root: Xml, textWidth: number): ReferenceStyle[] {
  const seen = new Set<string>();
  return elementsOf(root).flatMap((node): ReferenceStyle[] => {
    const id = attributeOf(node, "w:styleId");
    const type = attributeOf(node, "w:type");
    if (node.name !== "w:style" || id === undefined || type === undefined) return [];
    const key = styleKey(valOf(node, "w:name") ?? id);
    // Of two of a name the first counts, as Word has it.
    if (seen.has(id) || seen.has(`${type} ${key}`)) return [];
    seen.add(id).add(`${type} ${key}`);
    const xml = /^toc\d$/.test(key) ? withEndTab(toXml(node), textWidth) : toXml(node);
    return [{ id, key, type, xml }];
  });
}

/** What stands before the tab stops of a paragraph (ECMA-376, 17.3.1.26). */
const BEFORE_TABS =
  "(?:<w:(?:keepNext|keepLines|pageBreakBefore|widowControl|suppressLineNumbers|framePr|shd)\\b[^>]*/>|<w:(numPr|pBdr)>.*?</w:\\1>)*";
const PROPERTIES = new RegExp(`<w:pPr>${BEFORE_TABS}`, "s");

function withEndTab(xml: string, at: number): string {
  if (xml.includes("<w:tabs>")) return xml;
  const tabs = `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${at}"/></w:tabs>`;
  if (PROPERTIES.test(xml)) return xml.replace(PROPERTIES, (before) => before + tabs);
  return xml.replace(/(?=<w:rPr>|<\/w:style>)/, `<w:pPr>${tabs}</w:pPr>`);
}
