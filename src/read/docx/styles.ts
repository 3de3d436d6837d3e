import { readVariant, styleKey } from "../../docx-names.js";
import { attributeOf, descend, elementsOf, numberOf, valOf, type Xml } from "./xml.js";

/** The numbering that a style or a paragraph names. */
export interface NumberingRef {
  id: number | undefined;
  level: number | undefined;
}

/** The styles of a document, by id. */
export class Styles {
  readonly #keys = new Map<string, string>();
  readonly #names: ReadonlySet<string>;
  readonly #numberings = new Map<string, NumberingRef | undefined>();
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
    this.#names = new Set(this.#keys.values());
  }

  /** True where the document has a style of this name. */
  has(name: string): boolean {
    return this.#names.has(styleKey(name));
  }

  /**
   * A style's name in the form of `styleKey`: ids are rewritten, names stay. Of a variant for cells
   * it is the name of the style that it is based on.
   */
  keyOf(id: string | undefined): string {
    if (id === undefined) return "";
    const parent = this.sideOf(id) === undefined ? undefined : this.#parents.get(id);
    return parent === undefined ? this.#nameOf(id) : this.#nameOf(parent);
  }

  /** The side that a variant is set to; null: none; undefined: the style is no variant. */
  sideOf(id: string | undefined): "left" | "center" | "right" | null | undefined {
    return id === undefined ? undefined : readVariant(this.#nameOf(id))?.side;
  }

  /**
   * The numbering that a style brings, its own or that of the style it is based on. A circle of
   * styles brings none. What was found is kept for all styles on the way, however long that is.
   */
  numberingOf(id: string | undefined): NumberingRef | undefined {
    const way: string[] = [];
    let each = id;
    while (each !== undefined && !this.#numberings.has(each)) {
      this.#numberings.set(each, undefined);
      way.push(each);
      each = this.#parents.get(each);
    }
    const found = each === undefined ? undefined : this.#numberings.get(each);
    for (const style of way) this.#numberings.set(style, found);
    return found;
  }

  #nameOf(id: string): string {
    return this.#keys.get(id) ?? styleKey(id);
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
