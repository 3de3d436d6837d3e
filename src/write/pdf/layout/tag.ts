/** A structure type of PDF 1.7 (ISO 32000-1, 14.8.4) as far as these pages use them. */
export type TagType =
  | "Document"
  | "Sect"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "H5"
  | "H6"
  | "P"
  | "BlockQuote"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Link"
  | "Figure"
  | "Note"
  | "Reference"
  | "Code"
  | "TOC"
  | "TOCI"
  | "Span";

/** Where a link leads: a destination of this document, or an address. */
export type Target = { name: string } | { href: string };

/** What a tag says beside its type. */
export interface TagOptions {
  alt?: string;
  scope?: "Column" | "Row" | "Both";
  colspan?: number;
  rowspan?: number;
  numbering?: "Decimal" | "Disc" | "None";
  /** A Note needs one (PDF/UA-1, 7.9). */
  id?: string;
  /** For a Link: where it leads, and the words that say so. */
  target?: Target;
  contents?: string;
  /** The node of the document that it stands for, where a fault in it is the author's to mend. */
  owner?: object;
}

/** A node of the structure tree; its content are the boxes that name it. */
export interface Tag extends TagOptions {
  type: TagType;
  parent: Tag | null;
  children: Tag[];
  /** The last page (0-based) with content of this tag or one below it; -1 before pagination. */
  lastPage: number;
  /** While drawing: how many of its children are in the tree. */
  nextChild?: number;
  /** For a Figure, once it is drawn: left, bottom, right and top from the page's lower left corner. */
  box?: [number, number, number, number];
  /** While drawing: it is in the tree. */
  made?: true;
}

/** Makes a tag, the last child of its parent. */
export function tagIn(parent: Tag | null, type: TagType, options: TagOptions = {}): Tag {
  const tag: Tag = { type, parent, children: [], lastPage: -1, ...options };
  parent?.children.push(tag);
  return tag;
}

/** A heading's type for a depth (1 to 6; deeper is 6). */
export const headingTag = (depth: number): TagType =>
  `H${Math.min(Math.max(depth, 1), 6)}` as TagType;
