import type { Message } from "../diagnostics.js";
import { type Layer, layerOf } from "./layer.js";
import type { ThemeFile } from "./schema.js";

const MM = 72 / 25.4;

/** What is left between the margins, in millimetres: less would not hold a level's two columns. */
const LEAST_TEXT = 90;

/** A complaint where a page's margins leave no room for its text. */
export function roomComplaints({ page }: ThemeFile, layers: readonly Layer[]): Message[] {
  const { size, margins } = page;
  const rooms = {
    width: size.width - margins.left - margins.right,
    height: size.height - margins.top - margins.bottom,
  };
  return (["width", "height"] as const).flatMap((side) => {
    const room = rooms[side] / MM;
    if (room > LEAST_TEXT - 0.01) return [];
    const path = ["page", "margins"];
    const reason = `Unexpected ${side} of ${room.toFixed(1)}mm for the text between the margins, expected at least ${LEAST_TEXT}mm`;
    const layer = layers.find((each) => each.has(path)) ?? layerOf(layers, ["page"]);
    return [layer.complain(path, "theme", reason)];
  });
}
