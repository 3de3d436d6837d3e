import type { RichText, Span, TextSpan } from "../../../model/ladder.js";
import { spansOf } from "../../../model/rich.js";
import type { Face } from "../font/faces.js";
import { type Context, type Frame, targetOf } from "../layout/context.js";
import { type Tag, tagIn } from "../layout/tag.js";
import type { Fit } from "./fit.js";

/** A stretch of text of one look. */
export interface Piece {
  text: string;
  face: Face;
  size: number;
  color: string;
  tag: Tag | null;
  leaf: object | null;
  /** Points above the baseline. */
  rise?: number;
  /** The colour of the line below. */
  underline?: string;
  strike?: true;
  /** The colour of the ground that it stands on. */
  ground?: string;
}

/** Part of a text: a line's pieces, or an image between lines. */
export type Chunk = Piece[] | { image: ImageSpan; tag: Tag };

/** An image among spans. */
export type ImageSpan = Extract<Span, { type: "image" }>;

/** How the plain words of a text look. */
export interface Look {
  serif?: boolean;
  italic?: boolean;
  /** How its lines share its words. */
  fit?: Fit;
  /** More of the same text follows, set by itself. */
  goesOn?: boolean;
}

/** The lines of a text as pieces, images that can be embedded between them. */
export function chunksOf(rich: RichText, frame: Frame, context: Context, look: Look = {}): Chunk[] {
  const chunks: Chunk[] = [];
  let line: Piece[] = [];
  const close = () => {
    if (line.length > 0) chunks.push(line);
    line = [];
  };
  for (const span of spansOf(rich)) {
    if (span.type === "break") close();
    else if (span.type === "image" && context.resources.image(span.src)) {
      close();
      chunks.push({ image: span, tag: linkTag(span.href, span.alt, frame.tag, context) });
    } else line.push(...piecesOf(span, rich, frame, context, look));
  }
  close();
  return chunks;
}

function piecesOf(
  span: Exclude<Span, { type: "break" }>,
  leaf: object,
  frame: Frame,
  context: Context,
  look: Look,
): Piece[] {
  if (span.type === "note") return [noteMark(span.id, leaf, frame, context)];
  if (span.type === "image") return [imageText(span, frame, context)];
  const tag = linkTag(span.href, span.text, frame.tag, context);
  const { link, leader, surface } = context.style.color;
  const base = { text: span.text, tag, leaf, ...faceOf(span, frame, look), color: frame.color };
  return [
    {
      ...base,
      ...(tag !== frame.tag && { color: link ?? frame.color, underline: link ?? leader }),
      ...(span.delete && { strike: true as const }),
      ...(span.code && !look.serif && { ground: surface }),
    },
  ];
}

/** A Link below `parent` where the address leads anywhere, else `parent` itself. */
export function linkTag(
  href: string | undefined,
  contents: string,
  parent: Tag,
  context: Context,
): Tag {
  const target = href === undefined ? null : targetOf(href, context);
  return target ? tagIn(parent, "Link", { target, contents }) : parent;
}

/** Code among words is this part of their size: its letters are larger. */
export const CODE = 0.86;

function faceOf(span: TextSpan, frame: Frame, look: Look): { face: Face; size: number } {
  const { size } = frame.type;
  if (span.code) return { face: "mono", size: size * CODE };
  if (look.serif) return { face: look.italic ? "serifItalic" : "serif", size };
  const bold = span.strong || frame.bold;
  const italic = span.emphasis || look.italic;
  if (bold) return { face: italic ? "sansBoldItalic" : "sansBold", size };
  return { face: italic ? "sansItalic" : "sans", size };
}

/** The number of a note, raised; it leads to the note's text. */
function noteMark(id: string, leaf: object, frame: Frame, context: Context): Piece {
  const number = String(context.notes.numberOf(id));
  const reference = tagIn(frame.tag, "Reference");
  const tag = context.notes.has(id)
    ? tagIn(reference, "Link", { target: { name: noteName(id) }, contents: `Note ${number}` })
    : reference;
  const size = frame.type.size * 0.7;
  return { text: number, face: "sansBold", size, color: frame.accent, tag, leaf, rise: size / 2 };
}

/** The destination of a note's text; no anchor of a post can be this, for it holds a space. */
export const noteName = (id: string): string => `note ${id}`;

/** What stands for an image that can't be embedded. */
export const wordsOfImage = (span: ImageSpan): string =>
  span.alt === "" ? span.src : `${span.alt} (${span.src})`;

function imageText(span: ImageSpan, frame: Frame, context: Context): Piece {
  const words = wordsOfImage(span);
  return {
    text: words,
    face: "sansItalic",
    size: frame.type.size,
    color: context.style.color.grey,
    tag: linkTag(span.href ?? span.src, words, frame.tag, context),
    leaf: span,
  };
}
