import type { Matching } from "../match/matching.js";
import { compared, type Token, tokensOf } from "../match/tokens.js";
import type { RichText, Span } from "../model/ladder.js";
import { richText } from "../model/rich.js";
import type { Change } from "./change.js";

/** What Word and LibreOffice put in place of what is typed, each as it is typed. */
const TYPED: [RegExp, string][] = [
  [/[\u2018\u2019\u201a\u201b\u2032]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/--|[\u2010-\u2015\u2212]/g, "-"],
  [/\u2026/g, "..."],
  [/[\u00a0\u202f\u2007\u2009]/g, " "],
  [/\u00a9/g, "(c)"],
  [/\u00ae/g, "(r)"],
  [/\u2122/g, "(tm)"],
  [/\u00bd/g, "1/2"],
  [/\u00bc/g, "1/4"],
  [/\u00be/g, "3/4"],
];

/** A text as it was typed, before any program corrected it. */
export const typed = (text: string): string =>
  TYPED.reduce((all, [pattern, plain]) => all.replace(pattern, plain), text).toLowerCase();

/** Takes what autocorrect alone has changed out of a tree, and tells of it: the base's own words stay. */
export function withoutAutocorrect({ to }: Matching): Change[] {
  const changes: Change[] = [];
  for (const [base, theirs] of to) {
    const after = theirs.rich;
    if (!base.rich || !after || base.rich.text === after.text) continue;
    const spans = restored(base.rich, after);
    if (!spans) continue;
    const rich = theirs.kind === "code" ? verbatim(spans) : richText(spans);
    theirs.rich = rich;
    if (rich.text === after.text) continue;
    const [before, now] = [rich.text, after.text];
    const nodes = { base, theirs, ours: null };
    changes.push({ kind: "autocorrected", outcome: "left", path: "", before, after: now, nodes });
  }
  return changes;
}

/** Code keeps its lines and all of its spaces. */
const verbatim = (spans: readonly Span[]): RichText => ({
  text: spans.map((span) => (span.type === "text" ? span.text : "")).join(""),
});

/** The words of `theirs`, but for those that are the base's as autocorrect writes them; null: too many. */
function restored(base: RichText, theirs: RichText): Span[] | null {
  const [old, now] = [tokensOf(base), tokensOf(theirs)];
  // Only within what is another text now: what says the same stands for itself.
  const changes = compared(old, now, (a, b) => a.text === b.text);
  return (
    changes?.flatMap(({ old, now, same }) =>
      same ? now.map((token) => spanOf(token, null)) : restoredIn(old, now),
    ) ?? null
  );
}

function restoredIn(before: readonly Token[], after: readonly Token[]): Span[] {
  const same = (a: Token, b: Token) => typed(a.text) === typed(b.text) && wordIn(a) === wordIn(b);
  const changes = compared(before, after, same) ?? [{ old: [], now: after, same: false }];
  return changes.flatMap(({ old, now, same }) =>
    now.map((token, index) => spanOf(token, (same && old[index]) || null)),
  );
}

/** Only signs are corrected: a capital letter is an edit. */
const wordIn = ({ text }: Token): string => (/[\p{L}\p{N}]/u.test(text) ? text : "");

function spanOf({ text, span }: Token, old: Token | null): Span {
  if (span.type !== "text") return span;
  return { ...span, text: old && old.text !== "" ? old.text : text };
}
