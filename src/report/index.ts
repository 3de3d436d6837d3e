import { github } from "./github.js";
import { json } from "./json.js";
import { junit } from "./junit.js";
import type { MakeReporter } from "./reporter.js";
import { sarif } from "./sarif/index.js";
import { text } from "./text.js";

/** The forms of report. */
export const REPORTERS = {
  text,
  github,
  sarif,
  json,
  junit,
} satisfies Record<string, MakeReporter>;

/** The name of a form of report. */
export type ReporterName = keyof typeof REPORTERS;

/** Their names, in the order of the help. */
export const REPORTER_NAMES = Object.keys(REPORTERS) as ReporterName[];
