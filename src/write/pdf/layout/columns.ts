/** What a column needs at least, needs so that no word is parted at its hyphens, and would like, in points. */
export interface Wish {
  least: number;
  whole: number;
  most: number;
}

const LEVELS = ["least", "whole", "most"] as const;

/**
 * Widths of columns that fill `width` exactly. All get what they would like where there is room; else
 * what they need and a share of the rest; else a share of what there is, and words must break.
 */
export function shareWidths(wishes: readonly Wish[], width: number): number[] {
  const [least, whole, most] = LEVELS.map((level) => wishes.map((wish) => wish[level])) as [
    number[],
    number[],
    number[],
  ];
  if (sum(most) <= width) return most.map((each) => (each * width) / (sum(most) || 1));
  if (sum(whole) <= width) return between(whole, most, width);
  if (sum(least) <= width) return between(least, whole, width);
  return least.map((each) => (each * width) / sum(least));
}

/** Each is as far on the way from one to the other. */
function between(from: readonly number[], to: readonly number[], width: number): number[] {
  const part = (width - sum(from)) / (sum(to) - sum(from) || 1);
  return from.map((each, index) => each + ((to[index] ?? each) - each) * part);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
