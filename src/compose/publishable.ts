import { type Message, message } from "../diagnostics.js";
import type { Level, Section, Track } from "../model/ladder.js";
import { items } from "../model/walk.js";

/*
 * Whether a level is fit to be sent to somebody. Some posts have a level that is not finished, or a
 * joke: it stands out by how little it says. Two rules have to hold together, so that a short level on
 * a track of short levels is none:
 *
 * 1. it lacks two or more sections that all the others of its track have;
 * 2. it has less than half as many expectations as the middle one of them.
 *
 * A track of fewer than three levels tells nothing.
 */

const FEWEST_OTHERS = 2;
const LACKING = 2;
const THIN = 0.5;

/** How a level stands out from the others of its track. */
export interface Sparse {
  /** The sections that all the others have and it lacks. */
  lacking: string[];
  /** How many expectations it has, and the middle one of the others. */
  own: number;
  usual: number;
}

/** How a level stands out by how little it says; null: it does not. */
export function sparse(level: Level, track: Track): Sparse | null {
  const others = track.levels.filter((each) => each !== level);
  if (others.length < FEWEST_OTHERS) return null;
  const lacking = sharedSections(others).filter((title) => !titlesOf(level).has(title));
  const [own, usual] = [countOf(level), median(others.map(countOf))];
  return lacking.length < LACKING || own >= usual * THIN ? null : { lacking, own, usual };
}

/** Why a level is not fit to be published; null: it is. */
export function unpublishable(level: Level, track: Track): Message | null {
  const found = sparse(level, track);
  if (!found) return null;
  const names = found.lacking.map((title) => `"${title}"`).join(", ");
  const reason = `Unexpected level to publish: it lacks ${names}, which all other levels of its track have, and has ${found.own} expectations where they have ${found.usual}`;
  const note = "With --allow-findings it is taken all the same.";
  return message("error", "unpublishable-level", reason, { note });
}

const titlesOf = ({ sections }: Level): Set<string> =>
  new Set(sections.map(({ title }) => title.text));

function sharedSections([first, ...rest]: readonly Level[]): string[] {
  const titles = first ? [...titlesOf(first)] : [];
  return titles.filter((title) => title !== "" && rest.every((each) => titlesOf(each).has(title)));
}

const countOf = ({ summary, sections }: Level): number =>
  items(summary).length + sections.reduce((sum, section) => sum + inSection(section), 0);

const inSection = ({ blocks, sections = [] }: Section): number =>
  items(blocks).length + sections.reduce((sum, each) => sum + inSection(each), 0);

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
