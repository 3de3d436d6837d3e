import type { BookmarkNames } from "../../docx-names.js";
import { relationshipXml } from "./package.js";
import { OFFICE } from "./theme.js";
import { element } from "./xml.js";

/** What the main part refers to. */
type Kind =
  | "hyperlink"
  | "image"
  | "customXml"
  | "styles"
  | "numbering"
  | "settings"
  | "fontTable"
  | "theme"
  | "header"
  | "footer";

// What every program takes for a URI; Word refuses to open a document with a broken one.
const PLAIN_ADDRESS = /^(?:(?:https?:\/\/|mailto:|tel:)[^:@]*(?:@[^:@]*)?|(?![^/?#]*:)(?!#).*)$/i;
const URI_TEXT = /^(?:[\w\-.~:/?#@!$&'()*+,;=]|%[0-9a-f]{2}){1,2000}$/i;

/** The relationships of the document's main part that its text refers to. */
export class Links {
  readonly #ids = new Map<string, string>();
  readonly #entries: string[] = [];

  /** The id of a relationship to a part of the package or to an address outside. */
  idOf(type: Kind, target: string): string {
    const key = `${type} ${target}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `rIdR${this.#entries.length + 1}`;
    const external = type === "hyperlink";
    this.#entries.push(relationshipXml({ id, type: `${OFFICE}/${type}`, target, external }));
    this.#ids.set(key, id);
    return id;
  }

  /** A link around runs: to a bookmark, by a relationship, or for odd addresses by a field. */
  around(href: string, runs: string, names: BookmarkNames): string {
    if (href.startsWith("#")) return linkTo(names.nameOf(href.slice(1)), runs);
    if (!isPlain(href)) return fieldOf(href, runs);
    return element("w:hyperlink", { "r:id": this.idOf("hyperlink", href), "w:history": 1 }, runs);
  }

  /** All of them, as they stand in word/_rels/document.xml.rels. */
  toXml(): string {
    return this.#entries.join("");
  }
}

/** A link to a bookmark. */
export const linkTo = (bookmark: string, runs: string): string =>
  element("w:hyperlink", { "w:anchor": bookmark, "w:history": 1 }, runs);

function isPlain(href: string): boolean {
  if (!URI_TEXT.test(href) || !PLAIN_ADDRESS.test(href)) return false;
  return !/^https?:/i.test(href) || URL.canParse(href);
}

/** A field's argument escapes quotes and backslashes (ECMA-376, 17.16.5.25). */
function fieldOf(href: string, runs: string): string {
  const argument = href.replace(/[\\"]/g, "\\$&");
  return element("w:fldSimple", { "w:instr": ` HYPERLINK "${argument}" ` }, runs);
}
