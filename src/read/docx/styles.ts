import { styleKey } from "../../docx-names.js";
import { attributeOf, descend, elementsOf, numberOf, valOf, type Xml } from "./xml.js";

/** The numbering that a style or a paragraph names. */
export interface NumberingRef {
  id: number | undefined;
  level: number | undefined;
}

/** The styles of a document, by id. */
export class Styles {
  readonly #keys = new Map<string, string>();
  readonly #numberings = new Map<string, NumberingRef>();
  readonly #parents = new Map<string, string>();

  constructor(root: Xml | undefined) {
    for (const style of elementsOf(root)) {
      const id = attributeOf(style, "w:styleId");
      if (style.name !== "w:style" || id === undefined) continue;
      this.#keys.set(id, styleKey(valOf(style, "w:name") ?? id));
      const numbering = numberingOf(descend(style, "w:pPr"));
      if (numbering) this.#numberings.set(id, numbering);
      const parent = valOf(style, "w:basedOn");
      if (parent !== undefined) this.#parents.set(id, parent);
    }
  }

  /** A style's name in the form of `styleKey`: ids are rewritten, names stay. */
  keyOf(id: string | undefined): string {
    return id === undefined ? "" : (this.#keys.get(id) ?? styleKey(id));
  }

  /** The numbering that a style brings, its own or that of the style it is based on. */
  numberingOf(id: string | undefined): NumberingRef | undefined {
    const seen = new Set<string>();
    for (let each = id; each !== undefined && !seen.has(each); each = this.#parents.get(each)) {
      const found = this.#numberings.get(each);
      if (found) return found;
      seen.add(each);
    }
    return undefined;
  }
}

/** The numbering that paragraph properties name. */
export function numberingOf(properties: Xml | undefined): NumberingRef | undefined {
  const numbering = descend(properties, "w:numPr");
  if (!numbering) return undefined;
  return {
    id: numberOf(valOf(numbering, "w:numId")),
    level: numberOf(valOf(numbering, "w:ilvl")),
  };
}
