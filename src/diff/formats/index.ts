import type { WriteDiff } from "./format.js";
import { json } from "./json.js";
import { md } from "./markdown.js";
import { text } from "./text.js";

/** The forms in which changes are written. */
export const DIFF_FORMATS = { text, md, json } satisfies Record<string, WriteDiff>;

/** The name of such a form. */
export type DiffFormat = keyof typeof DIFF_FORMATS;
