import { styleKey } from "../../docx-names.js";
import type { Reference, ReferenceStyle } from "../../docx-reference.js";
import type { DocxContext } from "./context.js";
import { languageXml } from "./language.js";
import { partType, THEME_TYPE } from "./look.js";
import { type Package, relationshipXml } from "./package.js";
import { settingsXml } from "./settings.js";
import { type StyleDefinition, toXml } from "./styles/definition.js";
import { fixedStyles } from "./styles/index.js";
import { themeXml } from "./theme-part.js";
import { element, XML } from "./xml.js";

/** Adds the looks of a reference file, and the styles that it lacks; gives the section's properties. */
export function addReferenceLook(
  reference: Reference,
  context: DocxContext,
  parts: Package,
): string {
  const { language, rtl, page } = context;
  const own = [
    ...fixedStyles({ rtl, ...page, packet: context.packet }),
    ...context.variants.definitions,
  ];
  const renamed = renamer(reference.styles, own);
  const ids = numberingIds(reference, context.numbering.count);
  const defaults = inLanguage(reference.defaults, languageXml(language, rtl));
  const styles = stylesXml({ ...reference, defaults }, own, (xml) =>
    renumbered(renamed(xml), ids).replace(/<w:lang [^>]*\/>/g, ""),
  );
  const numbering = numberingXml(reference, context, (xml) => renumbered(renamed(xml), ids));
  const { settings } = reference;
  parts
    .add("word/styles.xml", XML + styles, partType("styles"))
    .add("word/numbering.xml", XML + numbering, partType("numbering"))
    .add("word/settings.xml", settingsXml(language, rtl, settings), partType("settings"));
  for (const type of ["styles", "numbering", "settings"] as const) {
    context.links.idOf(type, `${type}.xml`);
  }
  for (const [path, part] of reference.parts) {
    const { content, contentType, relationships } = part;
    parts.add(path, typeof content === "string" ? renamed(content) : content, contentType);
    if (relationships.length > 0) parts.relate(path, relationships.map(relationshipXml).join(""));
  }
  addTheme(reference, context, parts);
  return sectionXml(reference, context);
}

/** Styles name fonts of the theme, so that there has to be one. */
function addTheme({ theme, fontTable }: Reference, { links }: DocxContext, parts: Package): void {
  if (theme === null) parts.add("word/theme/theme1.xml", themeXml(), THEME_TYPE);
  links.idOf("theme", (theme ?? "word/theme/theme1.xml").replace("word/", ""));
  if (fontTable !== null) links.idOf("fontTable", fontTable.replace("word/", ""));
}

function sectionXml({ furniture, section }: Reference, { links, rtl }: DocxContext): string {
  const references = furniture.map(({ kind, type, path }) => {
    const id = links.idOf(kind, path.replace("word/", ""));
    return element(`w:${kind}Reference`, { "w:type": type, "r:id": id });
  });
  // Direction comes before what a grid of lines says (ECMA-376, 17.6.17).
  const at = section.search(/<w:rtlGutter|<w:docGrid|$/);
  const direction = rtl ? "<w:bidi/>" : "";
  const content = references.join("") + section.slice(0, at) + direction + section.slice(at);
  return element("w:sectPr", {}, content);
}

/** The reference's styles, and those of ours of whose names it has none. */
function stylesXml(
  { styles, defaults, namespaces }: Reference,
  own: readonly StyleDefinition[],
  adapt: (xml: string) => string,
): string {
  const keys = new Set(styles.map(({ key, type }) => `${type} ${key}`));
  const withDefault = new Set(
    styles.filter(({ xml }) => DEFAULT.test(xml)).map(({ type }) => type),
  );
  const lacking = own
    .filter(({ name, type }) => !keys.has(`${type} ${styleKey(name)}`))
    .map((style) =>
      toXml({ ...style, ...(withDefault.has(style.type) && { isDefault: undefined }) }),
    );
  const content = defaults + styles.map(({ xml }) => adapt(xml)).join("") + lacking.join("");
  return `<w:styles ${namespaces.styles}>${content}</w:styles>`;
}

/** A style that stands for its kind where none is named. */
const DEFAULT = /^<w:style [^>]*?w:default="(?:1|true|on)"/;

/** The language is the post's, whatever the file was written in. */
function inLanguage(defaults: string, language: string): string {
  const bare = defaults.replace(/<w:lang [^>]*\/>/g, "");
  if (/<w:rPrDefault>\s*<w:rPr>/.test(bare)) {
    return bare.replace(/(?=<\/w:rPr>)/, language);
  }
  const run = `<w:rPrDefault><w:rPr>${language}</w:rPr></w:rPrDefault>`;
  const rest = bare.replace(/<w:rPrDefault\s*\/>|<w:rPrDefault>.*?<\/w:rPrDefault>/s, "");
  return /<w:docDefaults>/.test(rest)
    ? rest.replace("<w:docDefaults>", (begin) => begin + run)
    : `<w:docDefaults>${run}</w:docDefaults>${rest.replace("<w:docDefaults/>", "")}`;
}

/** Where ids of styles stand. */
const STYLE_ID =
  /(<w:style [^>]*?w:styleId="|<w:(?:basedOn|next|link|pStyle|rStyle|tblStyle|styleLink|numStyleLink) w:val=")([^"]*)(?=")/g;

/**
 * Gives styles of the names that we use our ids: ids are each program's own, "berschrift1" for
 * "heading 1". A style that has one of our ids for another name gets one that is free.
 */
function renamer(
  styles: readonly ReferenceStyle[],
  own: readonly StyleDefinition[],
): (xml: string) => string {
  const ours = new Map(own.map(({ type, name, id }) => [`${type} ${styleKey(name)}`, id]));
  const taken = new Set(own.map(({ id }) => id));
  const ids = new Map<string, string>();
  for (const { id, key, type } of styles) {
    const to = ours.get(`${type} ${key}`) ?? (taken.has(id) ? `Reference${id}` : id);
    ids.set(id, to);
  }
  return (xml) =>
    xml.replace(STYLE_ID, (_, before: string, id: string) => before + (ids.get(id) ?? id));
}

/** Numbers of the reference's numberings, behind our own. */
function numberingIds({ numberings }: Reference, count: number): ReadonlyMap<number, number> {
  return new Map([...numberings.keys()].map((id, index) => [id, count + index + 1]));
}

/** The same with other numbers of numberings; one that is not there is none. */
const renumbered = (xml: string, ids: ReadonlyMap<number, number>): string =>
  xml.replace(
    /<w:numId w:val="(\d+)"\/>/g,
    (_, id: string) => `<w:numId w:val="${ids.get(Number(id)) ?? 0}"/>`,
  );

/** Our numberings and the reference's: definitions first, as the schema wants (ECMA-376, 17.9.17). */
function numberingXml(
  { definitions, numberings, namespaces }: Reference,
  { numbering }: DocxContext,
  adapt: (xml: string) => string,
): string {
  const { count } = numbering;
  const places = new Map([...definitions.keys()].map((id, index) => [id, count + index + 1]));
  const more = [...definitions].map(([id, xml]) =>
    adapt(xml).replace(/w:abstractNumId="\d+"/, `w:abstractNumId="${places.get(id)}"`),
  );
  const nums = [...numberings.values()].map(({ definition, xml }, index) =>
    xml
      .replace(/w:numId="\d+"/, `w:numId="${count + index + 1}"`)
      .replace(/(<w:abstractNumId w:val=")\d+/, `$1${places.get(definition)}`),
  );
  const content = numbering.toXml({ definitions: more.join(""), numberings: nums.join("") });
  return `<w:numbering ${namespaces.numbering}>${content}</w:numbering>`;
}
