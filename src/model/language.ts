/** Scripts written from right to left, and the language assumed for each. */
const RTL =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]{1,999}/gu;
const LETTER = /\p{L}{1,999}/gu;
/** A letter of any script but Latin: most posts have none, and nothing to count. */
const NOT_LATIN = /[^\P{L}\p{Script=Latin}]/u;

/** Letters that tell a language from others of its script, and the language; the first that fits. */
const TELLING: [RegExp, string][] = [
  [/[پچژگ]/u, "fa"],
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Hebrew}/u, "he"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Han}/u, "zh"],
  [/\p{Script=Greek}/u, "el"],
];

/**
 * The language tag (RFC 3066, clause 2.1) that a post tells, "en_US" as "en-US"; null: what it tells
 * is none. Screen readers choose a voice by it, and PDF/UA-1 (7.2) takes nothing else.
 */
export function languageTag(told: string | null | undefined): string | null {
  const tag = told?.replaceAll("_", "-") ?? "";
  return /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i.test(tag) ? tag : null;
}

/** How long all that matches is: run by run, since a list of each letter would fill the memory. */
function count(texts: readonly string[], pattern: RegExp): number {
  let sum = 0;
  for (const text of texts) for (const [run] of text.matchAll(pattern)) sum += run.length;
  return sum;
}

/** "rtl" where most letters are of a script written from right to left. */
export function detectDirection(texts: readonly string[]): "ltr" | "rtl" {
  const letters = count(texts, RTL);
  return letters > 0 && letters * 2 > count(texts, LETTER) ? "rtl" : "ltr";
}

/**
 * The language (BCP 47) that the script of most letters tells: Latin script tells none, so "en",
 * the language most ladders are written in.
 */
export function detectLanguage(texts: readonly string[]): string {
  if (!texts.some((text) => NOT_LATIN.test(text))) return "en";
  const letters = count(texts, LETTER);
  const latin = count(texts, /\p{Script=Latin}{1,999}/gu);
  if (latin * 2 >= letters) return "en";
  const text = texts.join(" ");
  return TELLING.find(([pattern]) => pattern.test(text))?.[1] ?? "en";
}
