import { json } from "./json.js";
import type { MakeReporter } from "./reporter.js";
import { text } from "./text.js";

/** The forms of report. */
export const REPORTERS = { text, json } satisfies Record<string, MakeReporter>;

/** The name of a form of report. */
export type ReporterName = keyof typeof REPORTERS;
