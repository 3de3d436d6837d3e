import { compared, tokensOf } from "../../match/tokens.js";

/** A stretch of a text: what both have, what only the first or only the second has. */
export interface Segment {
  text: string;
  as: "same" | "old" | "new";
}

/** Two texts of less in common than this are told one after the other. */
const LEAST_SAME = 0.25;

/** What was changed in a text, word by word. */
export function wordDiff(before: string, after: string): Segment[] {
  if (before === after) return [{ text: after, as: "same" }];
  const [old, now] = [before, after].map((text) => tokensOf({ text }));
  const stretches = compared(old ?? [], now ?? [], (a, b) => a.text === b.text) ?? [];
  const segments = stretches.map((each) => ({
    old: each.old.map(({ text }) => text).join(""),
    now: each.now.map(({ text }) => text).join(""),
    same: each.same,
  }));
  const kept = segments.filter(({ same }) => same).reduce((sum, { now }) => sum + now.length, 0);
  const whole = [{ old: before, now: after, same: false }];
  const isOther = kept < LEAST_SAME * Math.max(before.length, after.length);
  return (isOther ? whole : joined(segments)).flatMap(segmentsOf);
}

interface Pair {
  old: string;
  now: string;
  same: boolean;
}

/** Changes with nothing but white space between them are one. */
function joined(pairs: readonly Pair[]): Pair[] {
  const result: Pair[] = [];
  for (const pair of pairs) {
    const [last, gap] = result.slice(-2);
    if (!pair.same && last && !last.same && gap?.same && gap.now.trim() === "") {
      result.pop();
      last.old += gap.old + pair.old;
      last.now += gap.now + pair.now;
    } else result.push({ ...pair });
  }
  return result;
}

function segmentsOf({ old, now, same }: Pair): Segment[] {
  if (same) return [{ text: now, as: "same" }];
  const both: Segment[] = [
    { text: old, as: "old" },
    { text: now, as: "new" },
  ];
  return both.filter(({ text }) => text !== "");
}
