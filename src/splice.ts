/** A stretch of a text and what takes its place; offsets in UTF-16 units, `end` after its last. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** Two splices want the same stretch. */
export class OverlapError extends Error {}

/** A text with its splices carried out; those at one place stay in their order. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const sorted = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: own } of sorted) {
    if (start < at) throw new OverlapError(`two changes at ${start}`);
    parts.push(text.slice(at, start), own);
    at = end;
  }
  return [...parts, text.slice(at)].join("");
}
