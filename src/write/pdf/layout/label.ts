import { atomsOf } from "../text/atoms.js";
import { setLine } from "../text/setLine.js";
import type { Box } from "./box.js";
import type { Context, Frame } from "./context.js";
import { baselineOf } from "./paragraph.js";

/** The mark of an item without a number. */
export const BULLET = "•";

/** The mark of an item or a note as boxes of its first line; `leaf` where it counts as its words. */
export function setLabel(
  text: string,
  frame: Frame,
  context: Context,
  leaf: object | null = null,
): Box[] {
  const { type, color, tag } = frame;
  const scale = text === BULLET ? context.style.list.bullet : 1;
  const size = type.size * scale;
  // A larger dot grows from the baseline; it stays at the middle of the small letters.
  const rise = -(size - type.size) * 0.26;
  const piece = { text, face: "sansBold" as const, size, color, tag, leaf, rise };
  const place = { x: frame.x, width: frame.width, baseline: baselineOf(type), last: true };
  const align = context.direction === "rtl" ? ("right" as const) : ("left" as const);
  return setLine(
    atomsOf([piece], context.direction, context.fonts),
    { ...place, align },
    context.fonts,
  );
}
