import * as path from "node:path";
import type { Format } from "../write/index.js";
import { shown } from "./posts.js";

/** Where renderings go, and which there are. */
export interface Target {
  /** The folder, as the user gave it. */
  out: string;
  formats: readonly Format[];
}

/** The path of a rendering, as shown in messages. */
export const pathOf = (slug: string, format: Format, { out }: Target): string =>
  shown(path.join(out, `${slug}.${format}`));
