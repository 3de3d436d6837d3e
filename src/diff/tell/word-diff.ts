import { markedText } from "../../document-lines.js";
import { compared, type Token, tokensOf } from "../../match/tokens.js";
import type { RichText, Span } from "../../model/ladder.js";
import { MARKS, richText, spansOf } from "../../model/rich.js";

/** A stretch of a text: what both have, what only the first or only the second has. */
export interface Segment {
  text: string;
  as: "same" | "old" | "new";
}

/** Two texts of less in common than this are told one after the other. */
const LEAST_SAME = 0.25;

/**
 * What was changed in a text, word by word, with the words' marks in Markdown's notation; links only
 * where one leads elsewhere, or other words lead there and nothing else tells it.
 */
export function wordDiff(before: RichText, after: RichText): Segment[] {
  const bare = before.text !== after.text && linksOf(before) === linksOf(after);
  return bare ? segmentsBetween(unlinked(before), unlinked(after)) : segmentsBetween(before, after);
}

/** The addresses that a text leads to, in order. */
const linksOf = (rich: RichText): string =>
  spansOf(rich)
    .flatMap((span) => (span.type === "text" && span.href ? [span.href] : []))
    .filter((href, index, all) => href !== all[index - 1])
    .join("\n");

const unlinked = (rich: RichText): RichText =>
  richText(
    spansOf(rich).map((span) => (span.type === "text" ? { ...span, href: undefined } : span)),
  );

function segmentsBetween(before: RichText, after: RichText): Segment[] {
  const stretches = compared(tokensOf(before), tokensOf(after), isSame) ?? [];
  const pairs = stretches.map(
    ({ old, now, same }): Pair => ({
      old: notationOf(old),
      now: notationOf(now),
      same,
    }),
  );
  const [old, now] = [markedText(before), markedText(after)];
  const kept = pairs.reduce((sum, each) => sum + (each.same ? each.now.length : 0), 0);
  const isOther = kept < LEAST_SAME * Math.max(old.length, now.length);
  return (isOther ? [{ old, now, same: false }] : joined(pairs)).flatMap(segmentsOf);
}

/** The same word with the same marks. */
const isSame = (a: Token, b: Token): boolean => a.text === b.text && marksOf(a) === marksOf(b);

const marksOf = ({ span }: Token): string =>
  span.type === "text"
    ? `${span.href ?? ""} ${MARKS.filter((mark) => span[mark])}`
    : JSON.stringify(span);

/** Words of one span are marked once. */
function notationOf(tokens: readonly Token[]): string {
  const spans: Span[] = [];
  let last: Span | null = null;
  for (const { span, text } of tokens) {
    const own = spans.at(-1);
    if (span === last && own?.type === "text") own.text += text;
    else spans.push(span.type === "text" ? { ...span, text } : span);
    last = span;
  }
  return markedText({ text: "", spans });
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
