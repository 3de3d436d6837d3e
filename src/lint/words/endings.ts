import { EMOTICON } from "./signs.js";
import { OBJECT, type Text } from "./texts.js";

/** How an expectation ends: with a full stop, or with a word. */
export type Ending = "stop" | "none";

/** A full stop, within quotes and brackets or not. */
const STOP = /(?<![.\s])\.[)\]"”'’]*$/;
const WORD = new RegExp(`[\\p{L}\\p{M}\\p{N})\\]"”'’%+${OBJECT}]$`, "u");

/** "etc.", "e.g.", "Inc." and "U.S." have a point of their own. */
const ABBREVIATION = /(?:\b(?:etc|vs|al|Inc|Ltd|Co|Sr|Jr)|(?<!\p{L})\p{L})\.[)\]"”'’]*$/u;

/** How an expectation ends; null where that says nothing of its list. */
export function endingOf({ prose, rich }: Text): Ending | null {
  if (ABBREVIATION.test(prose)) return null;
  if (STOP.test(prose)) return "stop";
  // What leads to a list below it needs none.
  const leadsOn = "blocks" in rich && rich.blocks !== undefined;
  return WORD.test(prose) && !leadsOn && !endsInSmile(prose) && !isName(prose) ? "none" : null;
}

const endsInSmile = (prose: string): boolean =>
  [...prose.matchAll(EMOTICON)].some(({ 0: sign, index }) => index + sign.length === prose.length);

/** Most of its longer words are capitalised, the first and a term before it aside: "Values: Being Kind". */
function isName(prose: string): boolean {
  const long = prose.replace(/^(?:[^:]*: )?\S+/, "").match(/[\p{L}\p{M}]{4,}/gu) ?? [];
  return long.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > long.length;
}
