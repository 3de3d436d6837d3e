import { CARRIED } from "../../docx-names.js";
import { ladderJson } from "../../model/json.js";
import type { Ladder } from "../../model/ladder.js";
import type { DocxContext } from "./context.js";
import type { Packed } from "./index.js";
import { type Package, relationshipXml } from "./package.js";
import { OFFICE } from "./theme.js";
import { element, escapeXml, XML } from "./xml.js";

/** Names the data that we carry, in every document the same. */
const ITEM_ID = "{6C1D3A52-7B0E-4E7C-9B0C-5D1F3A8E2C41}";

const DATA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

/** Adds what no page shows; without its properties no program keeps such a part (ECMA-376, 15.2.6). */
export function addCarried(packed: Packed, context: DocxContext, parts: Package): void {
  context.links.idOf("customXml", `../${CARRIED.path}`);
  const schema = element("ds:schemaRef", { "ds:uri": CARRIED.namespace });
  const item = element(
    "ds:datastoreItem",
    { "ds:itemID": ITEM_ID, "xmlns:ds": DATA },
    `<ds:schemaRefs>${schema}</ds:schemaRefs>`,
  );
  const relationship = {
    id: "rId1",
    type: `${OFFICE}/customXmlProps`,
    target: CARRIED.propertiesPath.replace(/^.*\//, ""),
  };
  parts
    .add(CARRIED.path, carried(packed, context))
    .add(CARRIED.propertiesPath, XML + item, PROPERTIES)
    .relate(CARRIED.path, relationshipXml(relationship));
}

/** What no page shows and no name can hold; and the ladder, with which edits are compared. */
function carried({ document, ladder, before }: Packed, context: DocxContext): string {
  const { origin, yaml, language } = document.meta;
  const beside = [
    ...context.contents.entries.map(({ text }) => text),
    ...(context.reference?.furniture ?? []).flatMap(({ lines }) => lines),
  ];
  const told = JSON.stringify({
    origin,
    yaml,
    language,
    names: context.names.told,
    beside: [...new Set(beside)],
    images: [...context.images.addresses],
  });
  const base =
    ladderXml(CARRIED.ladder, ladder) + (before ? ladderXml(CARRIED.before, before) : "");
  return XML + element(CARRIED.element, { xmlns: CARRIED.namespace }, jsonXml(told) + base);
}

const ladderXml = (name: string, ladder: Ladder): string =>
  element(name, {}, jsonXml(ladderJson(ladder)));

/** JSON as XML's text, where quotes stay as they are; what XML can't hold is escaped as JSON does it. */
const jsonXml = (json: string): string =>
  escapeXml(json.replace(/[\u007f-\u009f\ufffe\uffff]/g, unicodeEscape)).replaceAll("&quot;", '"');

const unicodeEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
