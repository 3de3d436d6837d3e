import type { Severity } from "./rule.js";

/** What may be set for a rule: how bad it is to break it, or that it is not looked at. */
export type Setting = Severity | "off";

/** All that may be set, the mildest first. */
export const SETTINGS = ["off", "info", "warning", "error"] as const satisfies readonly Setting[];

/** What is set for rules, by their names; the others keep their own severity. */
export interface Settings {
  /** By the rules' names. */
  rules?: Readonly<Record<string, Setting>>;
}

/** True for a word that may be set. */
export const isSetting = (word: string): word is Setting => SETTINGS.some((each) => each === word);
