import type { Context, Frame } from "./context.js";

/** A frame whose lines begin `indent` further in, as long as it stays wide enough to read. */
export function indented(frame: Frame, indent: number, context: Context): Frame {
  const room = Math.max(0, frame.width - context.style.list.narrowest);
  return movedIn(frame, Math.min(indent, room), context);
}

/** A frame whose lines begin this much further in: at its left, or at its right where the page reads so. */
export const movedIn = (frame: Frame, by: number, { direction }: Context): Frame => ({
  ...frame,
  x: direction === "rtl" ? frame.x : frame.x + by,
  width: frame.width - by,
});

/** The edge at which the page's lines begin. */
export const startOf = ({ direction }: Context): "left" | "right" =>
  direction === "rtl" ? "right" : "left";

/** A frame no wider than its lines can be followed; an aligned cell keeps its edges. */
export function readable(frame: Frame, { style, direction }: Context): Frame {
  const width = Math.min(frame.width, style.measure * frame.type.size);
  if (width === frame.width || frame.align) return frame;
  return { ...frame, width, x: direction === "rtl" ? frame.x + frame.width - width : frame.x };
}
