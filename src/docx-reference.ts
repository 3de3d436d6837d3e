/**
 * What a reference DOCX gives to the documents that are made after it: how they look, and none of its
 * words but those of its headers and footers. Its reader has made sure that nothing in it runs or
 * loads anything; XML is whole elements, with the prefixes that every program gives them.
 */
export interface Reference {
  /** Namespaces that its styles and numberings use, as attributes of their roots. */
  namespaces: { styles: string; numbering: string };
  /** Where no style says otherwise: `w:docDefaults`, and `w:latentStyles` where it has them. */
  defaults: string;
  /** In its order. */
  styles: ReferenceStyle[];
  /** The numberings that its styles name: their definitions, and what stands for these, by id. */
  definitions: ReadonlyMap<number, string>;
  /** The numberings (`w:num`) by id: whose definition each has, and its XML. */
  numberings: ReadonlyMap<number, { definition: number; xml: string }>;
  /** How its lists look, by their levels (0 to 4); null: it does not say. */
  bullets: (ListLook | null)[];
  /** The same of numbered lists. */
  numbers: (ListLook | null)[];
  /** Room for text on its page, or in its column: twentieths of a point. */
  page: { textWidth: number; textHeight: number };
  /** The content of its last `w:sectPr`: without what it refers to, and without direction. */
  section: string;
  /** Its headers and footers, by the paths of their parts, with their lines but for their fields. */
  furniture: { kind: "header" | "footer"; type: string; path: string; lines: string[] }[];
  /** Of its settings those of the page, in order, and which theme colour text has. */
  settings: { before: string; colors?: string };
  /** The paths of these parts; null: it has none. */
  theme: string | null;
  /** The path of its table of fonts. */
  fontTable: string | null;
  /** Parts by their paths; text is XML. */
  parts: ReadonlyMap<string, ReferencePart>;
}

/** One of its styles. */
export interface ReferenceStyle {
  id: string;
  /** Its name in the form of `styleKey`. */
  key: string;
  type: string;
  xml: string;
}

/** One level of a list: all but where it begins and which style stands for it. */
export interface ListLook {
  xml: string;
}

/** A part, and what it refers to. */
export interface ReferencePart {
  content: string | Uint8Array;
  contentType: string;
  relationships: { id: string; type: string; target: string; external: boolean }[];
}
