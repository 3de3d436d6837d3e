import type { Matching } from "../match/matching.js";
import { compared, type Token, tokensOf } from "../match/tokens.js";
import type { RichText, Span, TextSpan } from "../model/ladder.js";
import { richText, spansOf } from "../model/rich.js";

/**
 * Gives words back what a program has taken from them that keeps neither our bookmarks nor our styles:
 * that they lead to a place of the document, and that they are code. Nobody has edited that.
 */
export function restoreLostMarks({ to }: Matching): void {
  for (const [base, theirs] of to) {
    if (base.rich && theirs.rich && spansOf(base.rich).some(isLosable)) {
      theirs.rich = restored(base.rich, theirs.rich);
    }
  }
}

const leadsInside = (span: TextSpan): boolean => span.href?.startsWith("#") === true;

const isLosable = (span: Span): boolean =>
  span.type === "text" && (leadsInside(span) || span.code === true);

function restored(base: RichText, theirs: RichText): RichText {
  const stretches = compared(
    tokensOf(base),
    tokensOf(theirs),
    (a, b) => a.text === b.text && a.span.type === b.span.type,
  );
  const spans = stretches?.flatMap(({ old, now, same }) =>
    now.map((token, index) => spanOf(token, (same && old[index]) || null)),
  );
  return spans ? richText(spans) : theirs;
}

function spanOf({ span, text }: Token, old: Token | null): Span {
  if (span.type !== "text") return span;
  const lost = old?.span.type === "text" ? old.span : null;
  return {
    ...span,
    text,
    ...(lost?.code && { code: true }),
    ...(lost && leadsInside(lost) && span.href === undefined && { href: lost.href }),
  };
}
