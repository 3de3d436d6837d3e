import type { FontSource, Theme } from "../../../theme/theme.js";
import { FALLBACK_FACES } from "./fallbacks.js";

/** The fonts that a theme chooses, by the name that layout and drawing use. */
export const roleFaces = ({ fonts: { text, display, code } }: Theme) =>
  ({
    sans: text.regular,
    sansItalic: text.italic,
    sansBold: text.bold,
    sansBoldItalic: text.boldItalic,
    serif: display.regular,
    serifItalic: display.italic,
    mono: code,
  }) satisfies Record<string, FontSource>;

/** The font files for what a theme's fonts lack; paths are for `Resources.font`. */
export const FACES = {
  ...FALLBACK_FACES,
} as const;

/** The name of a font. */
export type Face = keyof typeof FACES | keyof ReturnType<typeof roleFaces>;

const BOLD: ReadonlySet<Face> = new Set(["sansBold", "sansBoldItalic", "serif"]);

/** True for a face whose missing characters come from a bold one. */
export const isBold = (face: Face): boolean => BOLD.has(face);
