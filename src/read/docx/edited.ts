import { type Message, message, type Result } from "../../diagnostics.js";
import type { Document } from "../../document.js";
import { markedNodes } from "../../document-marks.js";
import type { Ladder, Origin } from "../../model/ladder.js";
import { leaves } from "../../model/walk.js";
import { readLadder } from "../json.js";
import { type Carried, carriedIn, parsed } from "./carried.js";
import { commentsIn } from "./comments.js";
import { noteFurniture } from "./furniture.js";
import { unlessRefused } from "./index.js";
import { LeftOut } from "./left-out.js";
import { type DocxPackage, openPackage } from "./package.js";
import { Places, paragraphsIn } from "./places.js";
import { originIn } from "./properties.js";
import { revisionsIn } from "./revisions/collect.js";
import { dropPlaceholders } from "./revisions/placeholders.js";
import { settleRevisions } from "./revisions/settle.js";
import type { Changes } from "./revisions/sides.js";
import { languageIn } from "./stripped.js";
import { noteUnplaced } from "./unplaced.js";
import { NEEDED, readWhole } from "./whole.js";
import type { Xml } from "./xml.js";

/** What an edited DOCX says, for a merge. */
export interface Edited {
  /** What the file shows, tracked changes accepted or rejected as asked. */
  document: Document;
  /** The ladder that the file was made from; null where a program took it out. */
  base: Ladder | null;
  /** In a redline, the ladder before its changes, of which `base` is the one after; else null. */
  before: Ladder | null;
  /** Origin of the post (slug, file, sha256); null where a program took it out. */
  origin: Origin | null;
  /**
   * For nodes of `document` (part, card, fact, section, item; the objects themselves): the numbers
   * of our bookmarks of that kind which stand on them, in order. A copy's bookmark is not counted.
   */
  marks: ReadonlyMap<object, readonly number[]>;
  tracked: readonly Tracked[];
  comments: readonly Comment[];
  foreign: readonly Foreign[];
}

/** A tracked change (ECMA-376, 17.13.5). */
export interface Tracked {
  kind: "insertion" | "deletion" | "move" | "formatting";
  text: string;
  author: string | null;
  /** ISO 8601, as in the file. */
  date: string | null;
  /** The nearest node of the document; null: none. */
  node: object | null;
}

/** A comment (ECMA-376, 17.13.4), or a reply to one. */
export interface Comment {
  author: string | null;
  /** ISO 8601, as in the file. */
  date: string | null;
  text: string;
  /** The words that it comments on. */
  quoted: string;
  /** The nearest node of the document; null: none. */
  node: object | null;
  /** True where it is resolved. */
  done: boolean;
}

/** What a ladder can't hold, with its text. */
export interface Foreign {
  what: string;
  text: string;
  /** The nearest node of the document; null: none. */
  node: object | null;
}

/** What to do with the changes that Word has tracked. */
export interface EditedOptions {
  changes: Changes;
}

/** The parts beside the main one that hold text, and those that hold comments on it. */
const BESIDE = ["footnotes", "endnotes", "header", "footer"] as const;
const COMMENTS = ["comments", "commentsExtended"] as const;

/** Where nothing tells the origin, the document's own says nothing. */
const NOWHERE: Origin = { slug: "", file: "", sha256: "0".repeat(64) };

/**
 * Reads a DOCX that somebody has edited, be it that programs took out what tells where it comes
 * from. The value is null, and the messages tell why, where it can't be read; a warning tells of a
 * ladder in it that is damaged.
 */
export const readEdited = (bytes: Uint8Array, options: EditedOptions): Result<Edited | null> =>
  unlessRefused(() => readPackage(bytes, options));

function readPackage(bytes: Uint8Array, { changes }: EditedOptions): Result<Edited> {
  const docx = openPackage(bytes, [...NEEDED, ...BESIDE, ...COMMENTS]);
  const carried = carriedIn(docx.parts);
  const origin = carried?.origin ?? originIn(docx.parts);
  const { base, warning } = baseOf(carried?.ladder ?? null);
  const { base: before } = baseOf(carried?.before ?? null);
  const styles = docx.related.get("styles")?.[0]?.root;
  const told = carried ?? strippedOf(origin, languageIn(styles));
  const value: Edited = { base, before, origin, ...shownIn(docx, told, base, changes) };
  return { value, messages: warning ? [warning] : [] };
}

function shownIn(
  docx: DocxPackage,
  told: Carried,
  base: Ladder | null,
  changes: Changes,
): Omit<Edited, "base" | "before" | "origin"> {
  const { body, related } = docx;
  const paragraphs = paragraphsIn(body);
  const roots = [
    body,
    ...BESIDE.flatMap((type) => related.get(type) ?? []).map(({ root }) => root),
  ];
  dropPlaceholders(body);
  const revisions = roots.flatMap((root) => revisionsIn(root, changes));
  const [joined] = roots.map((root) => settleRevisions(root, changes));
  const leftOut = new LeftOut(docx, base && imagesOf(base));
  const { document, context } = readWhole(docx, told, leftOut);
  const { marks, nodes, successors } = context;
  const places = new Places(document, nodes, successors, joined ?? new Map(), paragraphs);
  noteUnplaced(body, { places, leftOut, context, known: told.beside });
  noteFurniture(docx, [document.meta.title, base?.title ?? "", ...told.beside], leftOut);
  const [comments = [], extended = []] = COMMENTS.map((type) => related.get(type) ?? []);
  const placed = <T extends { at: Xml | null }>({ at, ...rest }: T) => ({
    ...rest,
    node: places.nodeOf(at),
  });
  return {
    document,
    marks: marksIn(document, marks),
    tracked: revisions.map(placed),
    comments: commentsIn(body, comments, extended).map(placed),
    foreign: leftOut.found.map(placed),
  };
}

/** The addresses of the images that a ladder shows. */
const imagesOf = (ladder: Ladder): Set<string> =>
  new Set(
    leaves(ladder.content)
      .flatMap(({ rich }) => rich.spans ?? [])
      .flatMap((span) => (span.type === "image" ? [span.src] : [])),
  );

const strippedOf = (origin: Origin | null, language: string): Carried => ({
  origin: origin ?? NOWHERE,
  yaml: null,
  language,
  names: new Map(),
  beside: [],
  images: new Map(),
  ladder: null,
  before: null,
});

function baseOf(json: string | null): { base: Ladder | null; warning?: Message } {
  if (json === null) return { base: null };
  const { value, messages } = readLadder(parsed(json));
  if (value) return { base: value };
  const found = messages[0]?.reason ?? "it is unreadable";
  const reason = `Unexpected damage of the ladder that the DOCX carries: ${found}`;
  return { base: null, warning: message("warning", "broken-base", reason) };
}

/** Only nodes that the document holds: others were given up while it was put together. */
function marksIn(
  document: Document,
  marks: ReadonlyMap<object, ReadonlySet<number>>,
): Map<object, readonly number[]> {
  const held = new Map<object, readonly number[]>();
  for (const { node } of markedNodes(document)) {
    const numbers = marks.get(node);
    if (numbers) held.set(node, [...numbers]);
  }
  return held;
}
