/** A range of years: "8+ years" is `{min: 8, max: null}`. */
export interface Range {
  min: number;
  max: number | null;
}

const NUMBER = String.raw`(\d{1,3}(?:\.\d+)?)`;
const UNIT = String.raw`(?:\s*(?:years?|yrs?))?(?:\s+of\s+experience)?`;
const BETWEEN = new RegExp(`^${NUMBER}\\s*(?:-|–|—|to)\\s*${NUMBER}${UNIT}$`, "iu");
const FROM = new RegExp(`^${NUMBER}\\s*\\+${UNIT}$`, "iu");

/** The range that a text states and nothing else ("0-3 years", "15+"); null where it states none. */
export function parseRange(text: string): Range | null {
  const from = FROM.exec(text.trim());
  if (from) return { min: Number(from[1]), max: null };
  const between = BETWEEN.exec(text.trim());
  return between ? { min: Number(between[1]), max: Number(between[2]) } : null;
}
