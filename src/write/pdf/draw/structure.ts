import type { Tag, TagType } from "../layout/tag.js";
import type { Element, Pdf } from "./pdfkit.js";

/** Makes structure elements of tags as their content comes, and ends them when it is over. */
export interface Structure {
  elementOf(tag: Tag): Element;
  /** Ends what has no content after this page (0-based), so that it needs no memory. */
  endPage(page: number): void;
}

/** The structure tree below `root`. */
export function openStructure(pdf: Pdf, root: Tag): Structure {
  const open = new Map<Tag, Element>();
  const made = new Set<Tag>();
  let current = 0;

  const make = (tag: Tag): Element => {
    const known = open.get(tag);
    if (known) return known;
    const parent = tag.parent ? make(tag.parent) : null;
    if (tag.parent) makeBefore(tag.parent, tag);
    const element = pdf.struct(tag.type, optionsOf(tag));
    describe(element, tag);
    if (parent) parent.add(element);
    else pdf.addStructure(element);
    open.set(tag, element);
    made.add(tag);
    return element;
  };
  /** Siblings without content (empty cells) come in their order too. */
  const makeBefore = (parent: Tag, tag: Tag | null) => {
    for (let next = nextOf(parent); next && next !== tag; next = nextOf(parent)) {
      if (!made.has(next)) makeOrEnd(next);
      parent.nextChild = (parent.nextChild ?? 0) + 1;
    }
  };
  /** What still has content to come stays open for it. */
  const makeOrEnd = (tag: Tag) => (tag.lastPage < current ? end(tag) : make(tag));
  const nextOf = (parent: Tag): Tag | undefined => parent.children[parent.nextChild ?? 0];
  const end = (tag: Tag) => {
    if (tag.lastPage === -1 && !KEPT.has(tag.type)) return;
    const element = make(tag);
    makeBefore(tag, null);
    close(tag, element);
  };
  /** Written already, an element is kept by pdfkit for its number alone: the rest is given up. */
  const close = (tag: Tag, element: Element) => {
    element.end();
    const { P } = element.dictionary.data;
    element.dictionary.data = { P };
    open.delete(tag);
  };
  const endPage = (page: number) => {
    const over = [...open.keys()].reverse();
    current = page + 1;
    for (const tag of over) {
      if (tag.lastPage <= page) end(tag);
      else if (tag.type === "Link") close(tag, make(tag));
    }
  };
  make(root);
  return { elementOf: make, endPage };
}

/** Empty ones of these still count: a row without a cell is another table. */
const KEPT: ReadonlySet<TagType> = new Set(["TH", "TD", "TR"]);

const optionsOf = (tag: Tag): Record<string, unknown> => (tag.alt ? { alt: tag.alt } : {});

/** Attributes that pdfkit's options don't know (ISO 32000-1, 14.8.5). */
function describe(element: Element, tag: Tag): void {
  const { data } = element.dictionary;
  if (tag.type === "TH" || tag.type === "TD")
    data.A = {
      O: "Table",
      ...(tag.scope && { Scope: tag.scope }),
      ...(tag.colspan && { ColSpan: tag.colspan }),
      ...(tag.rowspan && { RowSpan: tag.rowspan }),
    };
  if (tag.numbering) data.A = { O: "List", ListNumbering: tag.numbering };
  if (tag.id) data.ID = new String(tag.id);
}
