import { wrap } from "../write/docx/xml.js";
import type { Mark, Revisions } from "./revisions.js";
import { type Stretch, type Word, wordsXml } from "./words.js";

/** Words that are set alike, and tracked alike. */
interface Stuff {
  words: Word[];
  /** Null: they are on both sides. */
  mark: Mark | null;
  /** How they were set before, where that is another; null: as now. */
  was: string | null;
}

/** Words of one side alone, as runs that are tracked. */
export const markedRuns = (words: readonly Word[], mark: Mark, revisions: Revisions): string =>
  runsXml(grouped(words.map((word) => ({ words: [word], mark, was: null }))), revisions);

/** Two texts as one: what is gone, what is new, and what is set in another way. */
export function comparedRuns(stretches: readonly Stretch[], revisions: Revisions): string {
  const stuff = stretches.flatMap(({ old, now, same }): Stuff[] =>
    same
      ? now.map((word, at) => ({ words: [word], mark: null, was: wasSet(old[at], word) }))
      : [
          ...old.map((word): Stuff => ({ words: [word], mark: "w:del", was: null })),
          ...now.map((word): Stuff => ({ words: [word], mark: "w:ins", was: null })),
        ],
  );
  return runsXml(grouped(stuff), revisions);
}

function wasSet(old: Word | undefined, now: Word): string | null {
  if (!old || look(old) === look(now)) return null;
  return old.properties;
}

/** Direction and language follow from the letters. */
const look = ({ properties }: Word): string => properties.replace(/<w:(?:rtl|lang)\b[^>]*>/g, "");

function grouped(stuff: readonly Stuff[]): Stuff[] {
  const groups: Stuff[] = [];
  for (const each of stuff) {
    const last = groups.at(-1);
    if (last && isAlike(last, each)) last.words.push(...each.words);
    else groups.push({ ...each, words: [...each.words] });
  }
  return groups;
}

const isAlike = (a: Stuff, b: Stuff): boolean =>
  !b.words[0]?.begins &&
  a.mark === b.mark &&
  a.was === b.was &&
  a.words[0]?.properties === b.words[0]?.properties &&
  a.words[0]?.around === b.words[0]?.around;

/** Tracked runs stand in links, since links can't stand in tracked runs (ECMA-376, 17.13.5.18). */
function runsXml(groups: readonly Stuff[], revisions: Revisions): string {
  let xml = "";
  for (const inside of links(groups)) {
    const around = inside[0]?.words[0]?.around ?? null;
    let inner = "";
    for (const [mark, same] of chunks(inside, (each) => each.mark)) {
      const runs = same.map((each) => runXml(each, revisions)).join("");
      inner += mark ? revisions.around(mark, runs) : runs;
    }
    xml += around === null ? inner : `${around}${inner}</${/^<([\w:]+)/.exec(around)?.[1]}>`;
  }
  return xml;
}

/** What stands in one link, or between two: a link that begins anew on a side is another one. */
function links(groups: readonly Stuff[]): Stuff[][] {
  const found: Stuff[][] = [];
  for (const each of groups) {
    const last = found.at(-1);
    const [word] = each.words;
    const isOther = word?.begins && last?.some(({ mark }) => shareSide(mark, each.mark));
    if (last && !isOther && last[0]?.words[0]?.around === word?.around) last.push(each);
    else found.push([each]);
  }
  return found;
}

/** True for marks of words that may both be seen at once. */
const shareSide = (a: Mark | null, b: Mark | null): boolean => a === null || b === null || a === b;

function runXml({ words, mark, was }: Stuff, revisions: Revisions): string {
  const change = was === null ? "" : revisions.around("w:rPrChange", `<w:rPr>${was}</w:rPr>`);
  const properties = wrap("w:rPr", (words[0]?.properties ?? "") + change);
  return `<w:r>${properties}${wordsXml(words, mark === "w:del")}</w:r>`;
}

/** Neighbours of one key, together. */
function chunks<T, K>(all: readonly T[], keyOf: (each: T) => K): [K, T[]][] {
  const found: [K, T[]][] = [];
  for (const each of all) {
    const key = keyOf(each);
    const last = found.at(-1);
    if (last && last[0] === key) last[1].push(each);
    else found.push([key, [each]]);
  }
  return found;
}
