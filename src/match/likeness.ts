import type { RichText } from "../model/ladder.js";

/** True for texts of the same words with the same marks. */
export function sameText(a: RichText | null, b: RichText | null): boolean {
  if (a === b) return true;
  if (!a || !b || a.text !== b.text) return false;
  return a.spans === b.spans || JSON.stringify(a.spans) === JSON.stringify(b.spans);
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in lower case. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(WORDS) ?? [];

/**
 * How alike two texts are by their words, from 0 to 1: twice those that both have, of all (the
 * coefficient of Sørensen and Dice).
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length + right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    both++;
  }
  return (2 * both) / (left.length + right.length);
}
