const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text, in order: letters with their accents, and numbers; no signs between. */
export const wordsIn = (text: string): string[] => text.match(WORDS) ?? [];
