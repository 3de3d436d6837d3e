import { unescaped } from "./characters.js";
import { MAX_ELEMENTS, MAX_TOTAL_DEPTH, MAX_XML_DEPTH } from "./limits.js";
import { beyond, broken, Refusal } from "./refusal.js";
import { nameAt, scanTag } from "./scan-tag.js";
import { XmlTree } from "./tree.js";
import type { Xml } from "./xml.js";

/**
 * Parses the parts of one package as strictly as XML 1.0 asks, without document types: hence no
 * entities but the five that are built in. Counts what all the parts hold together.
 */
export class XmlParser {
  /** Names come again and again: one text for each is enough. */
  readonly #names = new Map<string, string>();
  #elements = 0;
  #depths = 0;

  /** The first element of a part. Throws a Refusal where it is no XML, or too much of it. */
  parse(xml: string, path: string): Xml {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML can't hold
    if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(xml)) {
      throw broken(`Unexpected control character in ${path}, expected XML`);
    }
    const tree = new XmlTree(path);
    let at = 0;
    while (at < xml.length) {
      const markup = xml.indexOf("<", at);
      if (markup < 0) break;
      if (markup > at) tree.text(unescaped(xml.slice(at, markup), path));
      at = this.#markup(xml, markup, tree, path);
    }
    tree.text(unescaped(xml.slice(at), path));
    return tree.root();
  }

  /** Reads what begins with "<" at a place; gives the place behind it. */
  #markup(xml: string, at: number, tree: XmlTree, path: string): number {
    const next = xml[at + 1];
    if (next === "/") return this.#endTag(xml, at + 2, tree, path);
    if (next === "?") return behind(xml, at + 2, "?>", path);
    if (next !== "!") return this.#startTag(xml, at + 1, tree, path);
    if (xml.startsWith("<!--", at)) return behind(xml, at + 4, "-->", path);
    if (!xml.startsWith("<![CDATA[", at)) throw documentType(path);
    const end = behind(xml, at + 9, "]]>", path);
    tree.text(xml.slice(at + 9, end - 3));
    return end;
  }

  #startTag(xml: string, at: number, tree: XmlTree, path: string): number {
    const { name, attributes, isEmpty, end } = scanTag(xml, at, this.#names, path);
    tree.open(name, attributes);
    this.#count(tree.depth, path);
    if (isEmpty) tree.close(name);
    return end;
  }

  #endTag(xml: string, at: number, tree: XmlTree, path: string): number {
    const name = nameAt(xml, at, this.#names);
    const end = behind(xml, at + name.length, ">", path);
    if (xml.slice(at + name.length, end - 1).trim() !== "") {
      throw broken(`Unexpected end tag of ${name} in ${path}, expected "</${name}>"`);
    }
    tree.close(name);
    return end;
  }

  #count(depth: number, path: string): void {
    this.#elements++;
    this.#depths += depth;
    if (depth > MAX_XML_DEPTH) {
      throw beyond(`elements more than ${MAX_XML_DEPTH} deep in ${path}`);
    }
    if (this.#elements > MAX_ELEMENTS) throw beyond(`more than ${MAX_ELEMENTS} elements`);
    if (this.#depths > MAX_TOTAL_DEPTH) throw beyond("too many elements deep in others");
  }
}

function behind(xml: string, from: number, end: string, path: string): number {
  const at = xml.indexOf(end, from);
  if (at < 0) throw broken(`Unexpected end of ${path}, expected whole XML`);
  return at + end.length;
}

const documentType = (path: string) =>
  new Refusal("docx-doctype", `Unexpected document type in ${path}, expected XML without one`);
