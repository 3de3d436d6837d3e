import type { Rule } from "../rule.js";
import { duplicateTitle } from "./duplicate-title.js";
import { overviewTitle } from "./overview-title.js";

/** All rules, in the order of their names. */
export const RULES = [duplicateTitle, overviewTitle] as const satisfies readonly Rule[];
