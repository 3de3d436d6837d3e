import { element } from "./xml.js";

/** Languages whose letters Word sets in the fonts for East Asia. */
const EAST_ASIAN = /^(?:ja|ko|zh)\b/i;

/** What is taken for the language of words in Latin letters among others. */
const LATIN = "en-US";

/**
 * The slots of a language (ECMA-376, 17.3.2.20): Latin letters, those of East Asia, and those that
 * are written from right to left each have one of their own.
 */
export const languageSlots = (language: string, rtl: boolean): Record<string, string> => {
  const eastAsia = EAST_ASIAN.test(language);
  return {
    "w:val": rtl || eastAsia ? LATIN : language,
    ...(eastAsia && { "w:eastAsia": language }),
    ...(rtl && { "w:bidi": language }),
  };
};

/** The language of a document. */
export const languageXml = (language: string, rtl: boolean): string =>
  element("w:lang", languageSlots(language, rtl));

const RTL = "[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]";
const LTR = RTL.replace("[", "[^");
const RTL_LETTER = new RegExp(RTL);
/** From the first letter of a direction to the last, with what stands between. */
const FROM_RIGHT = new RegExp(`(${RTL}(?:[^\\p{L}]*${RTL})*)`, "u");
const FROM_LEFT = new RegExp(`((?!${RTL})\\p{L}(?:${LTR}*(?!${RTL})[\\p{L}\\p{N}])?)`, "u");
const BEYOND_LATIN = /[\u0590-\uffff]/;

/** A stretch of text of one direction, and the properties that say so. */
export interface Stretch {
  text: string;
  properties: string;
}

/**
 * Cuts text where its direction changes, and tells the language of letters that are none of the
 * page's: Hebrew on an English page, Japanese on any.
 */
export function stretches(text: string, language: string, rtl: boolean): Stretch[] {
  if (!rtl && !BEYOND_LATIN.test(text)) return [{ text, properties: "" }];
  const parts = text.split(rtl ? FROM_LEFT : FROM_RIGHT).filter((part) => part !== "");
  return parts.map((part) => ({ text: part, properties: propertiesOf(part, language, rtl) }));
}

function propertiesOf(text: string, language: string, rtl: boolean): string {
  const fromRight = rtl ? !/\p{L}/u.test(text) || RTL_LETTER.test(text) : RTL_LETTER.test(text);
  const bidi = fromRight && !rtl ? rightToLeft(text) : undefined;
  const eastAsia = EAST_ASIAN.test(language) ? undefined : eastAsian(text);
  const told = bidi !== undefined || eastAsia !== undefined;
  return (
    (fromRight ? "<w:rtl/>" : "") +
    (told ? element("w:lang", { "w:eastAsia": eastAsia, "w:bidi": bidi }) : "")
  );
}

/** The language of letters from the right, as far as they tell it. */
function rightToLeft(text: string): string {
  if (/\p{Script=Hebrew}/u.test(text)) return "he-IL";
  return /[پچژگ]/.test(text) ? "fa-IR" : "ar-SA";
}

function eastAsian(text: string): string | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return "ja-JP";
  if (/\p{Script=Hangul}/u.test(text)) return "ko-KR";
  return /\p{Script=Han}/u.test(text) ? "zh-CN" : undefined;
}
