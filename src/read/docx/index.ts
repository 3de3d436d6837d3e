import { type Message, message, type Result } from "../../diagnostics.js";
import type { Document } from "../../document.js";
import { type Carried, carriedIn } from "./carried.js";
import { DocxReadContext } from "./context.js";
import { DocumentReader } from "./document.js";
import { Numberings } from "./numbering.js";
import { relationsOf } from "./relations.js";
import { Styles } from "./styles.js";
import { broken, unpack } from "./unpack.js";
import { attributeOf, childOf, descend, elementsOf, isOn, parseXml, type Xml } from "./xml.js";

const MAIN = "word/document.xml";

/**
 * Reads a DOCX rendering, also one that was edited, back into the document that it shows: its
 * visible text, tracked changes accepted. The value is null, and the messages tell why, where it
 * can't be read.
 */
export function readDocx(bytes: Uint8Array): Result<Document | null> {
  try {
    return readPackage(bytes);
  } catch {
    return { value: null, messages: [broken("Unexpected structure, expected a document of Word")] };
  }
}

function readPackage(bytes: Uint8Array): Result<Document | null> {
  const { value: parts, messages } = unpack(bytes);
  if (!parts) return { value: null, messages };
  const roots = new Map<string, Xml>();
  for (const path of [
    MAIN,
    "word/styles.xml",
    "word/numbering.xml",
    "word/_rels/document.xml.rels",
  ]) {
    const xml = parts.get(path);
    const parsed = xml === undefined ? undefined : parseXml(xml, path);
    if (parsed?.message) return failure(parsed.message);
    if (parsed?.root) roots.set(path, parsed.root);
  }
  const body = childOf(roots.get(MAIN), "w:body");
  if (!body) return failure(broken(`Unexpected package without ${MAIN}, expected a DOCX`));
  const carried = carriedIn(parts);
  if (!carried) {
    const reason =
      "Unexpected DOCX, expected one that rungbook wrote: it does not say which post it shows";
    return failure(message("error", "no-rendering", reason));
  }
  return { value: documentOf(body, roots, carried), messages: [] };
}

const failure = (reason: Message) => ({ value: null, messages: [reason] });

function documentOf(body: Xml, roots: ReadonlyMap<string, Xml>, carried: Carried): Document {
  const rtl = isOn(descend(body, "w:sectPr"), "w:bidi");
  const context = new DocxReadContext(
    new Styles(roots.get("word/styles.xml")),
    new Numberings(roots.get("word/numbering.xml")),
    relationsOf(roots.get("word/_rels/document.xml.rels")),
    carried.names,
    bookmarksIn(body),
    rtl,
  );
  const { shown, blocks } = new DocumentReader(context).read(body);
  const { origin, yaml, language } = carried;
  const direction = rtl ? "rtl" : "ltr";
  return { meta: { origin, yaml, ...shown, language, direction }, blocks };
}

function bookmarksIn(body: Xml): Set<string> {
  const names = new Set<string>();
  const waiting = [body];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.name === "w:bookmarkStart") names.add(attributeOf(node, "w:name") ?? "");
    else for (const child of elementsOf(node)) waiting.push(child);
  }
  return names;
}
