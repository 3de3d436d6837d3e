import { diffArrays } from "diff";
import type { RichText, Span } from "../model/ladder.js";
import { spansOf } from "../model/rich.js";

/** A word, a sign, or a span without text. */
export interface Token {
  text: string;
  span: Span;
}

/** A stretch of two texts: the same in both, or one in the place of the other. */
export interface Stretch<T = Token> {
  old: readonly T[];
  now: readonly T[];
  same: boolean;
}

const TOKENS = /\.\.\.|--|\([crCR]\)|\(tm\)|\b[13]\/[24]\b|[\p{L}\p{M}\p{N}_]+|[\s\S]/gu;

/** More edits than this are not looked for in one text. */
const MAX_EDITS = 2000;

/** Two texts stretch by stretch, in order. Null where they have too little in common. */
export function compared<T>(
  old: readonly T[],
  now: readonly T[],
  same: (old: T, now: T) => boolean,
): Stretch<T>[] | null {
  const changes = diffArrays([...old], [...now], { comparator: same, maxEditLength: MAX_EDITS });
  if (!changes) return null;
  const stretches: Stretch<T>[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of changes) {
    const [to, upTo] = [added ? i : i + count, removed ? j : j + count];
    const last = stretches.at(-1);
    const own = { old: old.slice(i, to), now: now.slice(j, upTo), same: !added && !removed };
    if (last && !last.same && !own.same) {
      last.old = [...last.old, ...own.old];
      last.now = [...last.now, ...own.now];
    } else stretches.push(own);
    [i, j] = [to, upTo];
  }
  return stretches;
}

/** The words, signs and other spans of a text. */
export function tokensOf(rich: RichText): Token[] {
  return spansOf(rich).flatMap((span): Token[] =>
    span.type === "text"
      ? (span.text.match(TOKENS) ?? []).map((text) => ({ text, span }))
      : [{ text: "", span }],
  );
}
