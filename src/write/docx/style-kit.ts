import type { IParagraphStyleOptions } from "docx";
import { color, fonts } from "./theme.js";

/** Sizes are half points, distances twentieths of a point. */
export const BODY = { size: 19, line: 272 };

/** The font of headings. */
export const serif = { theme: "headings" as const };
/** The font of running text. */
export const sans = { theme: "body" as const };
/** The font of code. */
export const mono = { ascii: fonts.mono, hAnsi: fonts.mono, cs: fonts.mono };

/** The distance of lines, and the space before and after a paragraph. */
export const lines = (line: number, before = 0, after = 0) => ({
  spacing: { line, lineRule: "atLeast" as const, before, after },
});
/** Text that accompanies. */
export const small = { size: 16, color: color.grey };
/** A heading that stays with what it heads. */
export const heading = (size: number, line: number, before: number, after: number) => ({
  run: { font: serif, bold: true, color: color.ink, size },
  paragraph: { keepNext: true, keepLines: true, ...lines(line, before, after) },
});
/** A style of paragraphs. */
export const style = (
  id: string,
  name: string,
  options: Omit<IParagraphStyleOptions, "id" | "name">,
): IParagraphStyleOptions => ({ id, name, basedOn: "Normal", quickFormat: true, ...options });

/** A border: its size in eighths of a point, its distance in points. */
export const bar = (size: number, ink: string, space: number) => ({
  style: "single" as const,
  size,
  color: ink,
  space,
});
