import * as path from "node:path";
import type { Reference } from "../../docx-reference.js";
import type { Theme } from "../../theme/theme.js";
import type { Format } from "../../write/index.js";
import { shown } from "../posts/index.js";

/** Where renderings go, and which there are. */
export interface Target {
  /** The folder, as the user gave it. */
  out: string;
  formats: readonly Format[];
  /** How pages look: the name of a shipped theme, the path of a theme file, or a theme. */
  theme?: string | Theme;
  /** How a DOCX looks: the path of a DOCX, or one that was read. */
  reference?: string | Reference;
}

/** The path of a rendering, as shown in messages. */
export const pathOf = (slug: string, format: Format, { out }: Target): string =>
  shown(path.join(out, `${slug}.${format}`));
