import type { Tag, TagType } from "../layout/tag.js";
import { byteOrder } from "./order.js";
import { type Dictionary, type Pdf, pdfString, type Ref } from "./pdfkit.js";

/**
 * The structure tree of a document (ISO 32000-1, 14.7). Elements are made of tags as their content
 * comes, and written when it is over, so that a long document needs no memory for them. pdfkit's
 * own tree can't have an element go on over pages where it has annotations: it names the wrong page.
 */
export interface Structure {
  /** Marks what `draw` puts on the page as content of a tag. */
  mark(tag: Tag, draw: () => void): void;
  /** Makes an annotation of the page belong to a tag. */
  annotate(tag: Tag, annotation: Ref): void;
  beginPage(): void;
  /** Ends what has no content after this page (0-based). */
  endPage(page: number): void;
  /** Writes what the catalog says of the tree. */
  end(): void;
}

/** An element whose content may still go on. */
interface Element {
  ref: Ref;
  kids: unknown[];
  /** The page of its first content, and of all that does not name another (Pg). */
  page: Ref | null;
}

/** The structure tree below `root`. */
export function openStructure(pdf: Pdf, root: Tag): Structure {
  const tree = pdf.ref({});
  const open = new Map<Tag, Element>();
  const parents: unknown[] = [];
  const ids = new Map<string, Ref>();
  let current = 0;
  let owners: Ref[] = [];

  const make = (tag: Tag): Element => {
    const known = open.get(tag);
    if (known) return known;
    const parent = tag.parent ? make(tag.parent) : null;
    if (tag.parent) makeBefore(tag.parent, tag);
    const element: Element = { ref: pdf.ref({}), kids: [], page: null };
    element.ref.data = { S: tag.type, P: parent?.ref ?? tree, ...describe(tag) };
    if (tag.id) ids.set(tag.id, element.ref);
    parent?.kids.push(element.ref);
    open.set(tag, element);
    tag.made = true;
    return element;
  };
  /** Siblings without content (empty cells) come in their order too. */
  const makeBefore = (parent: Tag, tag: Tag | null) => {
    for (let next = nextOf(parent); next && next !== tag; next = nextOf(parent)) {
      if (!next.made) makeOrEnd(next);
      parent.nextChild = (parent.nextChild ?? 0) + 1;
    }
  };
  /** What still has content to come stays open for it. */
  const makeOrEnd = (tag: Tag) => (tag.lastPage < current ? end(tag) : make(tag));
  const nextOf = (parent: Tag): Tag | undefined => parent.children[parent.nextChild ?? 0];
  const end = (tag: Tag) => {
    if (tag.lastPage === -1 && !KEPT.has(tag.type)) return;
    const { ref, kids, page } = make(tag);
    makeBefore(tag, null);
    if (page) ref.data.Pg = page;
    if (kids.length > 0) ref.data.K = kids;
    // A figure's box is not known before it is drawn, which may be after what follows it.
    Object.assign(ref.data, describe(tag));
    ref.end();
    // Written already, it is kept for its number alone.
    ref.data = {};
    tag.children = [];
    open.delete(tag);
  };

  const top = make(root).ref;
  return {
    mark: (tag, draw) => {
      const element = make(tag);
      const MCID = owners.push(element.ref) - 1;
      pdf.addContent(`/${tag.type} <</MCID ${MCID}>> BDC`);
      draw();
      pdf.addContent("EMC");
      const page = pdf.page.dictionary;
      element.page ??= page;
      element.kids.push(element.page === page ? MCID : { Type: "MCR", Pg: page, MCID });
    },
    annotate: (tag, annotation) => {
      const element = make(tag);
      annotation.data.StructParent = parents.push(element.ref) - 1;
      element.kids.push({ Type: "OBJR", Obj: annotation, Pg: pdf.page.dictionary });
    },
    beginPage: () => {
      owners = [];
      Object.assign(pdf.page.dictionary.data, {
        StructParents: parents.push(null) - 1,
        // A reader of forms and links goes through them in the order of the tree (PDF/UA-1, 7.18.3).
        Tabs: "S",
      });
    },
    endPage: (page) => {
      const list = pdf.ref(owners);
      list.end();
      list.data = {};
      parents[Number(pdf.page.dictionary.data.StructParents)] = list;
      current = page + 1;
      for (const tag of [...open.keys()].reverse()) if (tag.lastPage <= page) end(tag);
    },
    end: () => {
      if (open.has(root)) end(root);
      tree.data = {
        Type: "StructTreeRoot",
        K: top,
        ParentTree: written(pdf, { Nums: parents.flatMap((each, key) => [key, each]) }),
        ParentTreeNextKey: parents.length,
        ...(ids.size > 0 && { IDTree: written(pdf, { Names: namesOf(ids) }) }),
      };
      // pdfkit writes these two itself when the document ends.
      Object.assign(pdf._root.data, { StructTreeRoot: tree, MarkInfo: pdf.ref({ Marked: true }) });
    },
  };
}

/** Empty ones of these still count: a row without a cell is another table. */
const KEPT: ReadonlySet<TagType> = new Set(["THead", "TBody", "TR", "TH", "TD"]);

/** What an element says of itself (ISO 32000-1, 14.7.2 and 14.8.5). */
function describe(tag: Tag): Dictionary {
  const attributes = attributesOf(tag);
  return {
    ...(tag.alt && { Alt: pdfString(tag.alt) }),
    ...(tag.id && { ID: pdfString(tag.id) }),
    ...(attributes && { A: attributes }),
  };
}

function attributesOf(tag: Tag): Dictionary | null {
  if (tag.type === "TH" || tag.type === "TD")
    return {
      O: "Table",
      ...(tag.scope && { Scope: tag.scope }),
      ...(tag.colspan && { ColSpan: tag.colspan }),
      ...(tag.rowspan && { RowSpan: tag.rowspan }),
    };
  if (tag.numbering) return { O: "List", ListNumbering: tag.numbering };
  if (tag.box) return { O: "Layout", Placement: "Block", BBox: tag.box };
  return null;
}

function written(pdf: Pdf, data: Dictionary): Ref {
  const ref = pdf.ref(data);
  ref.end();
  ref.data = {};
  return ref;
}

const namesOf = (ids: ReadonlyMap<string, Ref>): unknown[] =>
  [...ids.keys()].sort(byteOrder).flatMap((id) => [pdfString(id), ids.get(id)]);
