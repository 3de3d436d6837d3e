import type { Result } from "../../../diagnostics.js";
import type { Reference } from "../../../docx-reference.js";
import { broken, Refusal } from "../refusal.js";
import { attributeOf, childOf, elementsOf, type Xml } from "../xml.js";
import { listLooks, numberingsOf } from "./numberings.js";
import { ReferencePackage } from "./package.js";
import { PartCollector } from "./parts.js";
import { refuse } from "./refusal.js";
import { furnitureOf, pageOf, sectionsIn, sectionXml } from "./section.js";
import { settingsOf } from "./settings.js";
import { defaultsOf, namespacesOf, stylesOf } from "./styles.js";

const MAIN = "word/document.xml";
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/**
 * Reads a DOCX after which others are to be made: its styles, fonts, page, headers and footers. The
 * value is null, and the message tells what is wrong with it, where it can't be used.
 */
export function readReference(bytes: Uint8Array): Result<Reference | null> {
  try {
    return { value: referenceOf(new ReferencePackage(bytes)), messages: [] };
  } catch (error) {
    if (error instanceof Refusal) return { value: null, messages: [error.told] };
    const { told } = broken("Unexpected structure, expected a document of Word");
    return { value: null, messages: [told] };
  }
}

function referenceOf(file: ReferencePackage): Reference {
  const body = bodyOf(file.rootOf(MAIN));
  const styles = file.rootOf("word/styles.xml");
  if (!styles) throw refuse("Unexpected DOCX without word/styles.xml, expected one with styles");
  const numbering = file.rootOf("word/numbering.xml");
  const sections = sectionsIn(body);
  const page = pageOf(sections.at(-1));
  const relations = file.relationsOf(MAIN);
  const parts = new PartCollector(file);
  const partOf = (type: string) =>
    relations.find((each) => each.type === type && !each.external)?.target;
  return {
    namespaces: { styles: namespacesOf(styles), numbering: namespacesOf(numbering ?? styles) },
    defaults: defaultsOf(styles),
    styles: stylesOf(styles, page.textWidth),
    ...numberingsOf(numbering, styles),
    bullets: listLooks(numbering, styles, false),
    numbers: listLooks(numbering, styles, true),
    page,
    section: sectionXml(sections.at(-1)),
    furniture: furnitureOf(sections, relations, parts),
    settings: settingsOf(file.rootOf("word/settings.xml")),
    theme: parts.addTheme(partOf("theme")),
    fontTable: parts.addFontTable(partOf("fontTable")),
    parts: parts.all,
  };
}

function bodyOf(root: Xml | undefined): Xml {
  const body = childOf(root, "w:body");
  const namespace = attributeOf(root, "xmlns:w");
  if (namespace?.startsWith("http://purl.oclc.org/ooxml/")) {
    throw refuse('Unexpected "Strict Open XML", expected a file saved as "Word Document (.docx)"');
  }
  if (!body || namespace !== WORD || elementsOf(root).length === 0) {
    throw refuse(`Unexpected package without ${MAIN}, expected a DOCX`);
  }
  return body;
}
