import type { Theme } from "../../theme/theme.js";
import { SCALES } from "../scales.js";
import type { WriteInput } from "../writer.js";
import type { Context } from "./layout/context.js";
import { type Layout, layOut } from "./layout/document.js";
import { styleOf } from "./style/style.js";
import { themeOf } from "./style/theme.js";

/**
 * Lays a document out. A packet that promises at most so many pages is set in smaller type, by steps,
 * where it would need more.
 */
export function fittedLayout({ document, resources }: WriteInput, context: Context): Layout {
  const whole = layOut(document, context);
  const most = document.meta.packet?.pages?.most ?? Number.POSITIVE_INFINITY;
  if (whole.pages.length <= most) return whole;
  for (const scale of SCALES.slice(1)) {
    const style = styleOf(scaled(themeOf(resources), scale));
    const layout = layOut(document, { ...context, style });
    if (layout.pages.length <= most) return layout;
  }
  return whole;
}

/** A theme in smaller type. */
const scaled = (theme: Theme, scale: number): Theme => ({
  ...theme,
  sizes: shrunk(theme.sizes, scale) as Theme["sizes"],
});

function shrunk(sizes: unknown, scale: number): unknown {
  if (typeof sizes === "number") return sizes * scale;
  if (Array.isArray(sizes)) return sizes.map((each) => shrunk(each, scale));
  const entries = Object.entries(sizes as object);
  return Object.fromEntries(entries.map(([key, value]) => [key, shrunk(value, scale)]));
}
