import { theme } from "../theme.js";
import type { Frame } from "./context.js";

/** A frame moved in by `indent`, as long as it stays wide enough to read. */
export function indented(frame: Frame, indent: number): Frame {
  const room = Math.max(0, frame.width - theme.list.narrowest);
  const by = Math.min(indent, room);
  return { ...frame, x: frame.x + by, width: frame.width - by };
}
