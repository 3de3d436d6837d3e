import type { Resources } from "../../../resources.js";
import type { Theme } from "../../../theme/theme.js";

/** The theme of pages; whoever wants a PDF without one has made a mistake in their program. */
export function themeOf({ theme }: Resources): Theme {
  if (!theme) throw new TypeError("Unexpected resources without a theme, expected one for a PDF");
  return theme;
}
