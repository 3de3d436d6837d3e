import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import type { Meta } from "../../document.js";
import { CARRIED } from "../../docx-names.js";
import type { DocxContext } from "./context.js";
import { element, escapeXml } from "./xml.js";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Noon of the first day that a zip can tell; told in local time, hence the same everywhere. */
const zipTime = (): Date => new Date(1980, 0, 1, 12);

/** Names the data that we carry, in every document the same. */
const ITEM_ID = "{6C1D3A52-7B0E-4E7C-9B0C-5D1F3A8E2C41}";

/** The main part, whose words are counted. */
export const MAIN = "word/document.xml";

/** The parts of the finished package: those of the shell, with the body and ours in place. */
export function partsOf(
  shell: Uint8Array,
  body: string,
  meta: Meta,
  context: DocxContext,
): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(shell)));
  const edit = (path: string, change: (xml: string) => string): void => {
    parts.set(path, strToU8(change(strFromU8(parts.get(path) ?? new Uint8Array()))));
  };
  context.links.idOf("customXml", `../${CARRIED.path}`);
  edit(MAIN, (xml) => {
    const filled = xml.replace(/<w:body>.*?(?=<w:sectPr)/s, () => `<w:body>${body}`);
    return context.rtl ? filled.replace(/<w:titlePg\/>(?!.*<w:titlePg)/s, "$&<w:bidi/>") : filled;
  });
  edit("word/_rels/document.xml.rels", (xml) =>
    xml.replace("</Relationships>", (end) => context.links.toXml() + end),
  );
  parts.set("word/numbering.xml", strToU8(context.numbering.toXml()));
  parts.set("docProps/core.xml", strToU8(coreProperties(meta)));
  parts.set(CARRIED.path, strToU8(carried(meta, context)));
  addItemProperties(parts, edit);
  for (const [path, bytes] of context.images.files) parts.set(path, bytes);
  return parts;
}

/** Without its properties no program keeps a part of ours (ECMA-376, 15.2.6). */
function addItemProperties(
  parts: Map<string, Uint8Array>,
  edit: (path: string, change: (xml: string) => string) => void,
): void {
  const type = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
  const override = { PartName: `/${CARRIED.propertiesPath}`, ContentType: type };
  edit("[Content_Types].xml", (xml) =>
    xml.replace("</Types>", (end) => element("Override", override) + end),
  );
  const data = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
  const schema = element("ds:schemaRef", { "ds:uri": CARRIED.namespace });
  const item = element(
    "ds:datastoreItem",
    { "ds:itemID": ITEM_ID, "xmlns:ds": data },
    `<ds:schemaRefs>${schema}</ds:schemaRefs>`,
  );
  parts.set(CARRIED.propertiesPath, strToU8(XML + item));
  const relationship = element("Relationship", {
    Id: "rId1",
    Type: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps",
    Target: "itemProps1.xml",
  });
  const relationships = element(
    "Relationships",
    { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" },
    relationship,
  );
  parts.set("customXml/_rels/item1.xml.rels", strToU8(XML + relationships));
}

/** Packs parts: in order, without the time of day. */
export function pack(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = {};
  for (const path of [...parts.keys()].sort()) {
    const stored = path.startsWith("word/media/");
    files[path] = [parts.get(path) ?? new Uint8Array(), { level: stored ? 0 : 6 }];
  }
  return zipSync(files, { mtime: zipTime() });
}

/** What no page shows and no name can hold. */
function carried({ origin, yaml, language }: Meta, context: DocxContext): string {
  const json = JSON.stringify({ origin, yaml, language, names: context.names.told });
  const safe = json.replace(/[\u007f-\u009f\ufffe\uffff]/g, unicodeEscape);
  return `${XML}${element(CARRIED.element, { xmlns: CARRIED.namespace }, escapeXml(safe))}`;
}

const unicodeEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Dates are those of the post; where it has none, the document has none. */
function coreProperties({ title, author, date, subtitle, language }: Meta): string {
  const day = date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : null;
  const time = (name: string) =>
    day === null ? "" : element(`dcterms:${name}`, { "xsi:type": "dcterms:W3CDTF" }, day);
  const told = (name: string, text: string | null) =>
    text === null ? "" : element(name, {}, escapeXml(text));
  return `${XML}${element(
    "cp:coreProperties",
    {
      "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
      "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "xmlns:dcterms": "http://purl.org/dc/terms/",
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    },
    told("dc:title", title) +
      told("dc:description", subtitle) +
      told("dc:creator", author) +
      told("dc:language", language) +
      time("created") +
      time("modified"),
  )}`;
}
