import type { Fix } from "../rule.js";

/** A text with fixes made that do not overlap, in any order. */
export function applied(text: string, fixes: readonly Fix[]): string {
  let [made, at] = ["", 0];
  for (const { start, end, text: own } of fixes.toSorted((a, b) => a.start - b.start)) {
    made += text.slice(at, start) + own;
    at = end;
  }
  return made + text.slice(at);
}

/** Of things to fix, in their order, those whose fixes don't overlap with an earlier one's. */
export function apart<T extends { fix: readonly Fix[] }>(all: readonly T[]): T[] {
  const taken: Fix[] = [];
  return all.filter(({ fix }) => {
    if (fix.some((each) => taken.some((other) => overlap(each, other)))) return false;
    taken.push(...fix);
    return true;
  });
}

/** Two that meet may not be made at once: it would be chance which of them comes first. */
const overlap = (a: Fix, b: Fix): boolean => a.start <= b.end && b.start <= a.end;
