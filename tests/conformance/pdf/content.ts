import type { Font } from "./font.js";
import type { Stretch } from "./placing.js";
import type { Operation } from "./tokens.js";
import type { Dict, Stream } from "./values.js";
import { Walker } from "./walker.js";

/** A marked-content sequence that is open (ISO 32000-1, 14.6). */
export interface Mark {
  tag: string;
  properties: Dict | undefined;
  mcid: number | undefined;
  parent: Mark | null;
}

/** What content paints, with the marks it stands in. */
export interface Item {
  kind: "text" | "path" | "image" | "inline image" | "shading";
  mark: Mark | null;
  /** Of text: the codes shown, in which font and rendering mode. */
  shown?: { font: Font; codes: number[]; mode: number; stretch: Stretch };
}

/** All that walking a page's content tells. */
export interface Content {
  items: Item[];
  marks: Mark[];
  operations: Operation[];
  /** The names of colour spaces and patterns used, device ones by their names. */
  colours: Set<string>;
  /** How deep q nests. */
  depth: number;
  /** Names used and not in the resources, as "Font F9". */
  missing: string[];
  /** The XObjects painted, form or image. */
  painted: Stream[];
  /** What is wrong with the stream itself. */
  problem: string | undefined;
}

/** How a page's content is walked: its fonts come from the file, read once each. */
export interface Walk {
  resources: Dict | undefined;
  fontOf(dict: Dict): Font;
}

/** Walks a content stream and the forms it paints. */
export function walkContent(bytes: Uint8Array, walk: Walk): Content {
  const content: Content = {
    items: [],
    marks: [],
    operations: [],
    colours: new Set(),
    depth: 0,
    missing: [],
    painted: [],
    problem: undefined,
  };
  try {
    new Walker(content, walk, null).run(bytes);
  } catch (error) {
    content.problem = String(error);
  }
  return content;
}

/** The marks that an item or a mark stands in, from the inside out. */
export function* marksAround(mark: Mark | null): Generator<Mark> {
  for (let each = mark; each; each = each.parent) yield each;
}
