import { distance } from "fastest-levenshtein";
import type { Level, Section, Track } from "../model/ladder.js";

/** What a level's sections lack beside those of the others of its track. */
export interface Lack {
  level: Level;
  /** Titles that others have and it has under no name. */
  missing: string[];
  /** Sections whose titles are nearly what others have. */
  misnamed: { section: Section; expected: string }[];
}

const FEWEST_OTHERS = 2;

/** What the levels of a track lack: a track of fewer than three tells nothing. */
export function lacksOf({ levels }: Track): Lack[] {
  if (levels.length <= FEWEST_OTHERS) return [];
  const counts = new Map<string, number>();
  for (const title of levels.flatMap(titlesOf)) counts.set(title, (counts.get(title) ?? 0) + 1);
  const usual = [...counts].flatMap(([title, count]) =>
    count >= FEWEST_OTHERS && count * 3 >= (levels.length - 1) * 2 ? [title] : [],
  );
  return levels.map((level) => lackOf(level, usual, counts));
}

/** "Craft (C3)" at one level is "Craft (C4)" at the next: such a code is no part of the title. */
const CODE = /\s*\([^()]*\d[^()]*\)$/;

const titleOf = ({ title }: Section): string => title.text.replace(CODE, "");

const titlesOf = ({ sections }: Level): string[] => [
  ...new Set(sections.map(titleOf).filter((title) => title !== "")),
];

/** A level of two steps may have them as sections, with its sections below. */
const allTitles = (section: Section): string[] => [
  titleOf(section),
  ...(section.sections ?? []).flatMap(allTitles),
];

function lackOf(level: Level, usual: readonly string[], counts: ReadonlyMap<string, number>): Lack {
  const own = new Set(level.sections.flatMap(allTitles));
  const lack: Lack = { level, missing: [], misnamed: [] };
  // A title of its own that no other level has may be another's with a slip in it.
  const odd = level.sections.filter((section) => counts.get(titleOf(section)) === 1);
  for (const expected of usual.filter((title) => !own.has(title))) {
    const at = odd.findIndex((section) => isNear(titleOf(section), expected));
    const [section] = at < 0 ? [] : odd.splice(at, 1);
    if (section) lack.misnamed.push({ section, expected });
    else lack.missing.push(expected);
  }
  return lack;
}

/** A title without what is no more than a manner of writing it. */
export const bareTitle = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** As large a part of the letters may differ. */
const SLIPS = 0.25;

/** True for titles that differ by a slip, or of which most words are the same. */
function isNear(a: string, b: string): boolean {
  const [left, right] = [bareTitle(a), bareTitle(b)];
  if (distance(left, right) <= Math.max(left.length, right.length) * SLIPS) return true;
  const [words, others] = [wordsOf(left), wordsOf(right)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared * 2 >= new Set([...words, ...others]).size && shared > 0;
}

const wordsOf = (title: string): Set<string> =>
  new Set(title.split(" ").filter((word) => word !== "and" && word !== ""));
