/** A text of a template: the same in every language, or one for each ("en", "de"). */
export type Text = string | { readonly [language: string]: string };

/** The text in the language of a locale ("de-AT"): its own, else English, else the first. */
export function textIn(text: Text, locale: string): string {
  if (typeof text === "string") return text;
  const language = languageOf(locale);
  const found = [language, "en"].find((each) => Object.hasOwn(text, each));
  return text[found ?? ""] ?? Object.values(text)[0] ?? "";
}

/** "de" of "de-AT". */
export const languageOf = (locale: string): string => locale.split("-")[0]?.toLowerCase() ?? "";
