import { message, type Result } from "../diagnostics.js";
import type { Ladder, Level, Overview, Track } from "../model/ladder.js";
import { overviewOf, tracksOf } from "../model/walk.js";
import { nearest } from "../nearest.js";

/** The level that a packet is about, with the title that was chosen of it. */
export interface Step {
  track: Track;
  level: Level;
  /** The place of the level on its track, in the order of the post. */
  index: number;
  title: string;
  /** As the overview has it for this title: "3" of the level "3/4". */
  label: string;
  grades: string[];
  /** The cells of the overview that show it. */
  entries: Entry[];
  /** The next level on the track; null: it is the last. */
  next: Step | null;
}

type Entry = Overview["tracks"][number]["levels"][number];

/** Finds the level with an anchor ("se-l2"), and the title that is meant where it has several. */
export function findStep(
  ladder: Ladder,
  anchor: string,
  title: string | null,
): Result<Step | null> {
  const all = tracksOf(ladder.content).flatMap((track) =>
    track.levels.map((level, index) => ({ track, level, index })),
  );
  const found = all.find(({ level }) => level.anchors?.includes(anchor));
  if (!found) {
    const names = all.flatMap(({ level }) => level.anchors ?? []);
    const reason = `Unexpected level${nearest(anchor, names)}, expected ${names.join(", ")}`;
    return { value: null, messages: [message("error", "unknown-level", reason)] };
  }
  const entries = entriesOf(ladder, found.level);
  const titles = [...new Set([...found.level.titles, ...entries.map((each) => each.title)])];
  const refused = refusal(found.level, title, titles);
  if (refused) return { value: null, messages: [message("error", refused.rule, refused.reason)] };
  return { value: stepOf(ladder, found, title), messages: [] };
}

function refusal(level: Level, title: string | null, titles: string[]) {
  const list = titles.map((each) => `"${each}"`).join(", ");
  if (title !== null && !titles.includes(title))
    return {
      rule: "unknown-title",
      reason: `Unexpected title of this level${nearest(title, titles)}, expected one of ${list}`,
    };
  if (title === null && level.titles.length > 1) {
    const own = level.titles.map((each) => `"${each}"`).join(", ");
    return {
      rule: "ambiguous-title",
      reason: `Unexpected level of ${level.titles.length} titles, expected one of them to be named (--title): ${own}`,
    };
  }
  return null;
}

/** A level without a title of its own is called by its label. */
function stepOf(
  ladder: Ladder,
  at: Pick<Step, "track" | "level" | "index">,
  chosen: string | null,
): Step {
  const { level } = at;
  const all = entriesOf(ladder, level);
  const own = level.titles.indexOf(chosen ?? "");
  const named = all.filter((entry) => entry.title === chosen);
  const paired = all.length === level.titles.length && own >= 0 ? all.slice(own, own + 1) : all;
  const entries = named.length > 0 ? named : paired;
  const labels = [...new Set(entries.flatMap(({ label }) => (label === null ? [] : [label])))];
  const one = labels.length === 1 && level.titles.length > 1 ? labels[0] : undefined;
  const grades = [...new Set(entries.flatMap(({ grade }) => (grade === null ? [] : [grade])))];
  return {
    ...at,
    title: chosen ?? (level.titles.join(" / ") || level.label || ""),
    label: one ?? level.label ?? "",
    grades: grades.length > 0 ? grades : level.grades,
    entries,
    next: nextOf(ladder, at),
  };
}

function nextOf(ladder: Ladder, { track, level }: Pick<Step, "track" | "level">): Step | null {
  const upwards = upwardsOn(track, gradesOf(ladder));
  const next = upwards[upwards.indexOf(level) + 1];
  if (!next) return null;
  return stepOf(ladder, { track, level: next, index: track.levels.indexOf(next) }, null);
}

/** The levels above a step on its track, the nearest first. */
export function above(step: Step): Step[] {
  return step.next ? [step.next, ...above(step.next)] : [];
}

/** The levels of a track, the lowest first: some posts have the highest first. */
export function upwardsOn(track: Track, grades: readonly string[]): Level[] {
  const rank = (level: Level | undefined): number => grades.indexOf(level?.grades[0] ?? "");
  const [first, last] = [rank(track.levels[0]), rank(track.levels.at(-1))];
  const falls = first >= 0 && last >= 0 ? last < first : labelsFall(track);
  return falls ? [...track.levels].reverse() : track.levels;
}

const labelsFall = ({ levels }: Track): boolean => {
  const [first, last] = [levels[0], levels.at(-1)].map((level) =>
    Number.parseInt(level?.label?.replace(/^\D+/, "") ?? "", 10),
  );
  return first !== undefined && last !== undefined && last < first;
};

/** The grades of the company-wide scale, the lowest first. */
export function gradesOf(ladder: Ladder): string[] {
  const overview = overviewOf(ladder.content);
  return overview?.scale?.grades ?? [];
}

/** The entries of the overview that lead to a level. */
function entriesOf(ladder: Ladder, level: Level): Entry[] {
  const overview = overviewOf(ladder.content);
  const entries = overview?.tracks.flatMap(({ levels }) => levels) ?? [];
  return entries.filter(({ anchor }) => level.anchors?.includes(anchor));
}
