import {
  headingStyle,
  LIST_LEVELS,
  type MarkName,
  readMark,
  STYLE,
  styleKey,
} from "../../docx-names.js";
import type { Cell } from "../../model/ladder.js";
import type { DocxReadContext } from "./context.js";
import { InlineReader, type Piece } from "./inline.js";
import type { ListKind } from "./numbering.js";
import { numberingOf } from "./styles.js";
import { childOf, elementsOf, valOf, type Xml } from "./xml.js";

/** A bookmark of ours. */
export interface Mark extends MarkName {
  name: string;
}

/** A paragraph, taken apart. */
export interface ParagraphInfo {
  /** The style's name, in the form of `styleKey`. */
  style: string;
  pieces: Piece[];
  marks: Mark[];
  anchors: string[];
  /** The list of an item; null for any other paragraph. */
  list: (ListKind & { level: number; byStyle: boolean }) | null;
  /** How many items hold the paragraph. */
  depth: number;
  /** The element. */
  source: Xml;
}

/** Takes a paragraph apart; bookmarks that began before it are its own. */
export function paragraphInfo(
  node: Xml,
  before: readonly string[],
  context: DocxReadContext,
): ParagraphInfo {
  const properties = childOf(node, "w:pPr");
  const inline = new InlineReader(context, node).read(elementsOf(node));
  const styleId = valOf(properties, "w:pStyle");
  const { list, depth } = membership(properties, styleId, context);
  return {
    style: context.styles.keyOf(styleId),
    pieces: inline.pieces,
    ...bookmarksOf([...before, ...inline.bookmarks], context),
    list,
    depth,
    source: node,
  };
}

/** What bookmarks say: marks of ours, and anchors. */
export function bookmarksOf(
  names: readonly string[],
  context: DocxReadContext,
): { marks: Mark[]; anchors: string[] } {
  const marks = names.flatMap((name): Mark[] => {
    const mark = readMark(name);
    return mark && mark.kind !== "anchor" ? [{ ...mark, name }] : [];
  });
  const anchors = names.flatMap((name) => context.anchor(name) ?? []);
  return { marks, anchors: [...new Set(anchors)] };
}

function membership(
  properties: Xml | undefined,
  styleId: string | undefined,
  context: DocxReadContext,
): Pick<ParagraphInfo, "list" | "depth"> {
  const own = numberingOf(properties);
  const styled = context.styles.numberingOf(styleId);
  const id = own?.id ?? styled?.id ?? 0;
  const level = Math.min(Math.max(own?.level ?? styled?.level ?? 0, 0), LIST_LEVELS - 1);
  const kind = id === 0 ? null : context.numberings.kindOf(id, level);
  if (!kind) return { list: null, depth: 0 };
  // A company's headings may be numbered, and a bullet that is made a heading may keep its bullet:
  // that makes no list of them.
  const isHeading = DEPTHS.has(context.styles.keyOf(styleId));
  if (isHeading && (kind.kind !== "continued" || own?.id === undefined))
    return { list: null, depth: 0 };
  if (kind.kind === "continued") return { list: null, depth: level + 1 };
  return { list: { ...kind, level, byStyle: own?.id === undefined }, depth: level };
}

const DEPTHS = new Map([
  [styleKey(STYLE.heading), 1],
  ...Array.from({ length: 9 }, (_, index): [string, number] => [
    styleKey(headingStyle(index + 1)),
    index + 2,
  ]),
]);

/** The depth of a heading: Heading 1 is of the second. Null for any other paragraph. */
export const headingDepth = ({ style }: ParagraphInfo): number | null => DEPTHS.get(style) ?? null;

/** True where a paragraph shows nothing. */
export const showsNothing = ({ pieces }: ParagraphInfo): boolean =>
  pieces.every((piece) => piece.type === "text" && /^[ \t\n\r]*$/.test(piece.text));

/**
 * The side of the page to which a paragraph is set: by itself, as a person does it, or by its style.
 * Undefined where it is the side on which lines begin, which LibreOffice writes into every paragraph.
 */
export function alignOf(node: Xml | undefined, { rtl, styles }: DocxReadContext): Cell["align"] {
  const properties = childOf(node, "w:pPr");
  const value = valOf(properties, "w:jc");
  if (value === "center") return "center";
  const styled = styles.sideOf(valOf(properties, "w:pStyle")) ?? undefined;
  if (value !== "right" && value !== "end") return styled;
  return rtl ? "left" : "right";
}
