import type { Block, RichText, Span } from "../../../model/ladder.js";
import { plainText, richText, spansOf } from "../../../model/rich.js";
import { asDecoration } from "./again.js";
import { emptyStrip } from "./blocks.js";
import type { Context, Frame } from "./context.js";
import type { Strip } from "./flow.js";
import { setText } from "./paragraph.js";
import { tagIn } from "./tag.js";

/** Of what names a row so many lines come again, "…" at the end of a longer one. */
const MOST_LINES = 3;

/** What stands in a cell again, shortened, and that it goes on: for the further pages of its row. */
export function namedAgain(
  blocks: readonly Block[],
  frame: Frame,
  context: Context,
): Strip | undefined {
  const lines = setNames(blocks, frame, context);
  if (lines.length === 0) return undefined;
  const { caption } = context.style.type;
  const type = caption.size < frame.type.size ? caption : frame.type;
  const look = { ...nowhere(frame), type, bold: false, color: context.style.color.grey };
  const fits = context.fonts.width("sans", type.size, context.words.continued) <= frame.width;
  return stacked([
    ...lines,
    ...setText(plainText(fits ? context.words.continued : "…"), look, context),
  ]);
}

/** The words of blocks as they stand there, at most a few lines of them. */
export function setNames(blocks: readonly Block[], frame: Frame, context: Context): Strip[] {
  const look = nowhere(frame);
  const names = namesOf(blocks).map(unlinked);
  const lines: Strip[] = [];
  for (const name of names) {
    if (lines.length > MOST_LINES) break;
    lines.push(...setText(name, look, context));
  }
  return shortened(lines, MOST_LINES, look, context);
}

function namesOf(blocks: readonly Block[]): RichText[] {
  return blocks.flatMap((block): RichText[] => {
    if (block.type === "paragraph" || block.type === "heading") return [block];
    return block.type === "list" ? block.items : [];
  });
}

/** Its tags are in no document. */
export const nowhere = (frame: Frame): Frame => ({ ...frame, tag: tagIn(null, "P") });

/** Lines without those beyond the most, "…" the last. */
export function shortened(lines: Strip[], most: number, frame: Frame, context: Context): Strip[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), ...setText(plainText("…"), frame, context)];
}

/** Words with their marks, and line breaks: what comes again is no link, and no image. */
export function unlinked(value: RichText): RichText {
  const spans = spansOf(value).flatMap((span): Span[] => {
    if (span.type === "break") return [span];
    if (span.type !== "text") return [];
    const { href: _, ...rest } = span;
    return [rest];
  });
  return richText(spans);
}

/** Strips one below the other as a single strip of decoration. */
export function stacked(strips: readonly Strip[]): Strip {
  const whole = emptyStrip();
  for (const strip of strips) {
    const moved = strip.boxes.map((box) => ({ ...box, y: box.y + whole.height }));
    whole.boxes.push(...moved.flatMap(asDecoration));
    whole.height += strip.height;
  }
  return whole;
}
