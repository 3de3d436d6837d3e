import type { Ladder, Level, RichText, Section } from "../model/ladder.js";
import { spansOf } from "../model/rich.js";
import { items, tracksOf } from "../model/walk.js";
import { wordsIn } from "../model/words.js";

/** What becomes of an expectation from one level to the next. */
export type Change = "new" | "grows" | "stays" | "ends";

/** An expectation of one level beside the one that it becomes on another; null: there is none. */
export interface Pair {
  before: RichText | null;
  after: RichText | null;
  change: Change;
}

/** The expectations of two levels, section by section, in the order of the second. */
export interface ComparedSection {
  title: RichText;
  pairs: Pair[];
}

/**
 * Two levels side by side. Sections are paired by their titles, expectations by the likeness of their
 * words: a word that few expectations have says more than one that many have. The best pairs are taken
 * first; what is left has no partner.
 */
export function comparedSections(before: Level, after: Level, ladder: Ladder): ComparedSection[] {
  const weigh = weightsOf(ladder);
  const left = new Map(before.sections.map((section) => [keyOf(section), section]));
  const compared = after.sections.map((section) => {
    const other = left.get(keyOf(section));
    left.delete(keyOf(section));
    return compare(other, section, weigh);
  });
  const gone = [...left.values()].map((section) => compare(section, undefined, weigh));
  return [...compared, ...gone].filter(({ pairs }) => pairs.length > 0);
}

const keyOf = ({ title }: Section): string => title.text.toLowerCase().replace(/\s+/g, " ").trim();

function compare(
  before: Section | undefined,
  after: Section | undefined,
  weigh: Weigh,
): ComparedSection {
  const [old, fresh] = [expectationsOf(before), expectationsOf(after)];
  const partners = pairUp(old, fresh, weigh);
  const taken = new Set(partners.values());
  const pairs = fresh.map((rich, index): Pair => {
    const from = partners.get(index);
    if (from === undefined) return { before: null, after: rich, change: "new" };
    const previous = old[from] as RichText;
    return { before: previous, after: rich, change: sameWords(previous, rich) ? "stays" : "grows" };
  });
  const ends = old
    .filter((_, index) => !taken.has(index))
    .map((rich): Pair => ({ before: rich, after: null, change: "ends" }));
  return { title: after?.title ?? before?.title ?? { text: "" }, pairs: [...pairs, ...ends] };
}

/** All bullets, and all that is said in paragraphs. */
function expectationsOf(section: Section | undefined): RichText[] {
  if (!section) return [];
  const prose = section.blocks.filter((block) => block.type === "paragraph");
  const own = [...prose, ...items(section.blocks)].map(({ text, spans }) =>
    spans ? { text, spans } : { text },
  );
  const below = (section.sections ?? []).flatMap(expectationsOf);
  return [...own, ...below].filter((rich) => spansOf(rich).length > 0);
}

/** Pairs less alike than this have nothing to do with each other. */
const LEAST = 0.21;

/** For each of the second texts the first one that it goes with: the likest pairs first, each text once. */
function pairUp(
  old: readonly RichText[],
  fresh: readonly RichText[],
  weigh: Weigh,
): Map<number, number> {
  const all = fresh.flatMap((rich, to) =>
    old.map((each, from) => ({ to, from, likeness: likenessOf(each.text, rich.text, weigh) })),
  );
  const likely = all.filter(({ likeness }) => likeness >= LEAST);
  likely.sort((a, b) => b.likeness - a.likeness || a.to - b.to || a.from - b.from);
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const { to, from } of likely) {
    if (partners.has(to) || taken.has(from)) continue;
    partners.set(to, from);
    taken.add(from);
  }
  return partners;
}

/** How much a word says. */
type Weigh = (word: string) => number;

/** Words by how few of the ladder's expectations have them (inverse document frequency). */
function weightsOf({ content }: Ladder): Weigh {
  const counts = new Map<string, number>();
  let all = 0;
  for (const section of tracksOf(content).flatMap(({ levels }) =>
    levels.flatMap(({ sections }) => sections),
  ))
    for (const { text } of expectationsOf(section)) {
      all++;
      for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  return (word) => Math.log((all + 1) / (counts.get(word) ?? 1));
}

/** The weight of the words that both have, of the weight of all (Sørensen and Dice, weighted). */
function likenessOf(a: string, b: string, weigh: Weigh): number {
  const [left, right] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const sum = (words: Iterable<string>) =>
    [...words].reduce((total, word) => total + weigh(word), 0);
  const all = sum(left) + sum(right);
  return all === 0 ? 0 : (2 * sum([...left].filter((word) => right.has(word)))) / all;
}

/** Words by their stems, as far as letters tell: "tests", "testing" and "test" are one. */
const wordsOf = (text: string): string[] =>
  wordsIn(text.toLowerCase()).map((word) => (word.length > 4 ? word.replace(ENDINGS, "") : word));

const ENDINGS = /(?:ing|ies|ed|es|en|er|s|e|y)$/;

const sameWords = (a: RichText, b: RichText): boolean =>
  wordsIn(a.text).join(" ") === wordsIn(b.text).join(" ");
