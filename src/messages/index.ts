import { de } from "./de.js";
import { en } from "./en.js";

/** The product's own words in one language. */
export type Messages = typeof en;

/** A language is a file beside this one, and a line here. */
const LANGUAGES: Readonly<Record<string, Messages>> = { en, de };

/** The languages that the product speaks. */
export const languages = (): string[] => Object.keys(LANGUAGES);

/** The product's words in the language of a tag ("de-AT"); in English where it does not speak it. */
export const messagesFor = (tag: string): Messages =>
  LANGUAGES[tag.split("-")[0]?.toLowerCase() ?? ""] ?? en;
