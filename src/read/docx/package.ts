import { Parts } from "./parts.js";
import { broken } from "./refusal.js";
import { pathsOf, relationsOf } from "./relations.js";
import { childOf, type Xml } from "./xml.js";

/** A DOCX, unpacked and parsed as far as asked. */
export interface DocxPackage {
  parts: Parts;
  body: Xml;
  /** The folder of the main part: "word/". */
  folder: string;
  /** The targets of the main part's relationships, by id. */
  relations: ReadonlyMap<string, string>;
  /** The parts that belong to the main part, by the type of their relationship. */
  related: ReadonlyMap<string, readonly RelatedPart[]>;
}

/** A part with the path at which it lies. */
export interface RelatedPart {
  path: string;
  root: Xml;
}

/** Most programs name it so; Word on the web writes "document2.xml" at times. */
const MAIN = "word/document.xml";

/** Opens a DOCX, with the parts of the given types ("styles"). Throws a Refusal where it can't be. */
export function openPackage(bytes: Uint8Array, types: readonly string[]): DocxPackage {
  const parts = new Parts(bytes);
  const told = pathsOf(parts.xml("_rels/.rels"), "officeDocument", "")[0] ?? MAIN;
  // A path that leads to no part comes into no message: it may be any text.
  const path = parts.has(told) ? told : MAIN;
  const [, folder = "", name = ""] = /^(.*\/)?([^/]*)$/.exec(path) ?? [];
  const body = childOf(parts.xml(path), "w:body");
  if (!body) throw broken(`Unexpected package without ${path}, expected a DOCX`);
  const relationships = parts.xml(`${folder}_rels/${name}.rels`);
  const related = types.map((type): [string, RelatedPart[]] => {
    const paths = pathsOf(relationships, type, folder);
    return [type, relatedIn(parts, paths.length > 0 ? paths : [`${folder}${type}.xml`])];
  });
  return { parts, body, folder, relations: relationsOf(relationships), related: new Map(related) };
}

/** Each part once, however many relationships lead to it. */
const relatedIn = (parts: Parts, paths: readonly string[]): RelatedPart[] =>
  [...new Set(paths)].flatMap((path) => {
    const root = parts.xml(path);
    return root ? [{ path, root }] : [];
  });
