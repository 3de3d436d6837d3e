import type { Fix } from "../rule.js";

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
