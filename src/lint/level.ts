import type { Attribute, Level, Place } from "../model/ladder.js";

/** How a reason speaks of a level: "level 3", "Level 3", "Grade 3", else by its title or its anchor. */
export function levelName({ label, titles, anchor }: Level): string {
  if (label) return /^\p{L}+ /u.test(label) ? label : `level ${label}`;
  return titles[0] ? `level "${titles[0]}"` : anchor ? `level #${anchor}` : "the level";
}

/** The fact of a level that has this role. */
export const factOf = (level: Level, role: Attribute["role"]): Attribute | undefined =>
  level.attributes.find((each) => each.role === role);

/** Where a level tells a fact, else the level. */
export const placeOfFact = (level: Level, role: Attribute["role"]): Place | undefined =>
  factOf(level, role)?.place ?? level.place;
