import { color } from "../theme.js";
import type { StyleDefinition } from "./definition.js";
import { type ParagraphLook, paragraphLook, type RunLook, runLook } from "./look.js";

/** Sizes are half points, distances twentieths of a point. */
export const BODY = { size: 19, line: 272 };

/** The distance of lines, and the space before and after a paragraph. */
export const lines = (line: number, before = 0, after = 0): Pick<ParagraphLook, "spacing"> => ({
  spacing: { line, before, after },
});

/** Text that accompanies. */
export const small: RunLook = { size: 16, color: color.grey };

/** What a style says beside its names. */
interface Rest {
  basedOn?: string;
  next?: string;
  paragraph?: ParagraphLook;
  run?: RunLook;
}

/** A style of paragraphs, based on Normal where nothing else is said. */
export const paragraphStyle = (id: string, name: string, rest: Rest = {}): StyleDefinition => ({
  type: "paragraph",
  id,
  name,
  basedOn: rest.basedOn ?? "Normal",
  ...(rest.next !== undefined && { next: rest.next }),
  paragraph: paragraphLook(rest.paragraph ?? {}),
  run: runLook(rest.run ?? {}),
});

/** A style of text within a paragraph. */
export const characterStyle = (
  id: string,
  name: string,
  run: RunLook = {},
  basedOn = "DefaultParagraphFont",
): StyleDefinition => ({ type: "character", id, name, basedOn, run: runLook(run) });
