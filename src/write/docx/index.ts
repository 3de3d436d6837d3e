import type { AnyDocument } from "../../document.js";
import type { Ladder } from "../../model/ladder.js";
import type { Writer } from "../writer.js";
import { account } from "./account.js";
import { bodyXml } from "./body.js";
import { addCarried } from "./carried.js";
import { DocxContext } from "./context.js";
import { addOwnLook, partType } from "./look.js";
import { MAIN, Package, relationshipXml } from "./package.js";
import { appProperties, coreProperties, customProperties } from "./properties.js";
import { addReferenceLook } from "./reference.js";
import { OFFICE, WORD } from "./theme.js";
import { element, XML } from "./xml.js";

/**
 * Writes an Office Open XML document (ECMA-376) that HR may edit in Word: named styles, real lists
 * and tables; where a reference file is given, with its looks. All is written as text, which takes a
 * tenth of the time and memory of a tree of objects, and leaves every id to us.
 */
export const writeDocx: Writer = async ({ document, ladder, resources }) => {
  const context = new DocxContext(document.meta, resources);
  const body = bodyXml(document, context);
  return {
    value: packageOf({ document, ladder }, body, context).pack(),
    messages: account(document, body),
  };
};

/** What a package is made of; `before` is given where it shows a change of ladders. */
export interface Packed {
  document: AnyDocument;
  ladder: Ladder;
  before?: Ladder;
}

/** The parts of a DOCX whose body is written. */
export function packageOf(packed: Packed, body: string, context: DocxContext): Package {
  const { document } = packed;
  const parts = new Package();
  const { reference } = context;
  const section = reference
    ? addReferenceLook(reference, context, parts)
    : addOwnLook(document, body, context, parts);
  // A packet is no rendering that comes back: it carries none of the ladder that it does not show.
  if (!document.meta.packet) addCarried(packed, context, parts);
  for (const [path, bytes] of context.images.files) parts.add(path, bytes);
  const attributes = { "xmlns:w": WORD, "xmlns:r": OFFICE, "xmlns:wp": DRAWING };
  const main = element("w:document", attributes, `<w:body>${body}${section}</w:body>`);
  return parts
    .add(MAIN, XML + main, partType("document.main"))
    .relate(MAIN, context.links.toXml())
    .add("docProps/core.xml", coreProperties(document), CORE.content)
    .add("docProps/app.xml", appProperties(), EXTENDED.content)
    .add("docProps/custom.xml", customProperties(document.meta.origin), CUSTOM.content)
    .relate("", ROOT.map(relationshipXml).join(""));
}

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const CORE = {
  content: "application/vnd.openxmlformats-package.core-properties+xml",
  type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
};
const EXTENDED = {
  content: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
  type: `${OFFICE}/extended-properties`,
};
const CUSTOM = {
  content: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
  type: `${OFFICE}/custom-properties`,
};
/** Where a program begins to read. */
const ROOT = [
  { id: "rId1", type: `${OFFICE}/officeDocument`, target: MAIN },
  { id: "rId2", type: CORE.type, target: "docProps/core.xml" },
  { id: "rId3", type: EXTENDED.type, target: "docProps/app.xml" },
  { id: "rId4", type: CUSTOM.type, target: "docProps/custom.xml" },
];
