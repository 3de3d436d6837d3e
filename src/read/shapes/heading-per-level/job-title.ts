import { FIELDS, ROLES, SENIORITY, SENTENCE, SMALL } from "./vocabulary.js";

/** A job title, as far as it can be compared with others. */
export interface JobTitle {
  /** "engineer". */
  role: string;
  /** All that sets it above or below others: "senior", "ii". */
  rank: string;
}

/** A longer heading is a sentence. */
const MAX_WORDS = 8;

const NUMERAL = /^(?:[IVX]{1,4}|\d{1,2})$/;

/** What may follow a title in brackets: "Senior Engineer (L5)". */
const IN_BRACKETS = / \([^()]{1,40}\)$/;

/** Takes a job title apart; null for any other text. */
export function jobTitle(text: string): JobTitle | null {
  const words = text.replace(/:$/, "").replace(IN_BRACKETS, "").split(" ");
  if (words.length > MAX_WORDS || SENTENCE.has(bare(words[0] ?? ""))) return null;
  const at = roleIn(words);
  if (at === null || !words.every((word, index) => index === at || mayStandIn(word))) return null;
  const ranks = words.filter((word, index) => index !== at && ranksIn(word));
  return { role: bare(words[at] ?? ""), rank: ranks.map(ranked).sort().join(" ") };
}

/** "Sr." is "sr". */
const bare = (word: string): string => word.toLowerCase().replace(/[.,+]+$/, "");

/** "Principal+" is above "Principal". */
const ranked = (word: string): string => bare(word) + (word.endsWith("+") ? "+" : "");

const ranksIn = (word: string): boolean => NUMERAL.test(word) || SENIORITY.has(bare(word));

/**
 * Where the title tells the role: its last word, numerals aside; before "of" or a comma; or its
 * first, as in "VP Engineering".
 */
function roleIn(words: readonly string[]): number | null {
  const isRole = (at: number) => ROLES.has(bare(words[at] ?? ""));
  const end = words.findIndex((word, index) => index > 0 && word === "of");
  const comma = words.findIndex((word) => word.endsWith(","));
  let last = (end > 0 ? end : comma >= 0 ? comma + 1 : words.length) - 1;
  while (last > 0 && NUMERAL.test(words[last] ?? "")) last--;
  if (isRole(last)) return last;
  return ["vp", "head"].includes(bare(words[0] ?? "")) ? 0 : null;
}

/** Seniority, a numeral, or a word for the field, which begins with a capital letter or is known. */
const mayStandIn = (word: string): boolean =>
  ranksIn(word) ||
  SMALL.has(word) ||
  word.split(/[/-]/).every((part) => /^\p{Lu}|^\p{N}/u.test(part)) ||
  FIELDS.has(bare(word));
