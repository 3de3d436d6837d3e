import type { Level, Track } from "../model/ladder.js";
import { levelName, placeOfFact } from "./level.js";
import type { Found } from "./rule.js";

/** A level whose label tells numbers: "3" tells 3 and 3, "IC3/4" tells 3 and 4. */
export interface Numbered {
  level: Level;
  /** What the numbers follow: "IC", "Level ". */
  prefix: string;
  first: number;
  last: number;
}

/** One level and the one above it, both numbered alike. */
export interface Step {
  lower: Numbered;
  upper: Numbered;
  /** The one of them that stands later in the post. */
  later: Numbered;
}

const LABEL = /^(\D*)(\d{1,3})(?:\s*[/–-]\s*(?:\D*?)(\d{1,3}))?$/u;

/** The numbers that a level's label tells and nothing else; null where it is not so simple. */
export function numbered(level: Level): Numbered | null {
  const told = LABEL.exec(level.label ?? "");
  if (!told) return null;
  const [first, last] = [Number(told[2]), Number(told[3] ?? told[2])];
  return {
    level,
    prefix: told[1] ?? "",
    first: Math.min(first, last),
    last: Math.max(first, last),
  };
}

/** The levels of a track from the lowest to the highest: some posts put senior first. */
export const ascending = ({ levels }: Track): Level[] =>
  isDescending(levels.map(numbered)) ? levels.toReversed() : [...levels];

const isDescending = (all: readonly (Numbered | null)[]): boolean => {
  const rises = pairs(all).map(([a, b]) => Math.sign(b.first - a.first));
  return rises.reduce((sum, each) => sum + each, 0) < 0;
};

/** Neighbours of one prefix: "P2" is not above "M1". */
function pairs(all: readonly (Numbered | null)[]): [Numbered, Numbered][] {
  return all.flatMap((each, index): [Numbered, Numbered][] => {
    const next = all[index + 1];
    const areAlike = each && next && each.prefix.trimEnd() === next.prefix.trimEnd();
    return areAlike ? [[each, next]] : [];
  });
}

/** The steps of a track, from the lowest to the highest. */
export function stepsOf(track: Track): Step[] {
  const levels = ascending(track);
  const turned = levels[0] !== track.levels[0];
  return pairs(levels.map(numbered)).map(([lower, upper]) => ({
    lower,
    upper,
    later: turned ? lower : upper,
  }));
}

/** A step whose later level has a label that does not follow the other's. */
export function misstep({ lower, upper, later }: Step, expected: string): Found {
  const other = later === upper ? lower : upper;
  return {
    reason: `Unexpected ${levelName(later.level)} after ${levelName(other.level)}, expected ${expected}`,
    place: placeOfFact(later.level, "label"),
    actual: later.level.label ?? "",
    also: placeOfFact(other.level, "label"),
  };
}
