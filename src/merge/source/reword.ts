import { diffArrays } from "diff";
import type { RichText, Span } from "../../model/ladder.js";
import { spansOf } from "../../model/rich.js";
import type { Splice } from "../../splice.js";
import type { Char, Inline } from "./inline.js";
import type { PostSource } from "./post.js";
import { written } from "./written.js";

/** A UTF-16 unit and how it looks: its marks, its link. */
interface Unit {
  unit: string;
  look: string;
}

/** Gives a text new words: the words that change alone, or else the least stretch that has to. */
export function reword(
  inline: Inline,
  before: RichText,
  after: RichText,
  post: PostSource,
): Splice[] {
  const { chars, start, end } = inline;
  if (chars) {
    const [old, now] = [unitsOf(before), unitsOf(after)];
    const words = wordSplices(chars, old, now, inline, post);
    if (words) return words;
    return [stretch(chars, old, now, after, inline, post)];
  }
  return [{ start, end, text: written(after, inline, post) }];
}

function unitsOf(rich: RichText): Unit[] {
  return spansOf(rich).flatMap((span) => {
    const look = lookOf(span);
    const text = span.type === "text" ? span.text : span.type === "image" ? span.alt : "";
    return span.type === "break"
      ? [{ unit: "\n", look }]
      : text.split("").map((unit) => ({ unit, look }));
  });
}

/** Empty for plain text. */
function lookOf(span: Span): string {
  if (span.type !== "text") return JSON.stringify(span);
  const { type: _, text: __, ...marks } = span;
  return Object.keys(marks).length === 0 ? "" : JSON.stringify(marks);
}

interface Token {
  text: string;
  look: string;
  start: number;
}

const WORD = /[\p{L}\p{M}\p{N}_]/u;

/** Words, and all else one by one; no token has two looks. */
function tokensOf(units: readonly Unit[]): Token[] {
  const tokens: Token[] = [];
  units.forEach(({ unit, look }, start) => {
    const last = tokens.at(-1);
    const pair = /^[\udc00-\udfff]/.test(unit);
    const goesOn =
      last && last.look === look && (pair || (WORD.test(unit) && WORD.test(last.text)));
    if (last && goesOn) last.text += unit;
    else tokens.push({ text: unit, look, start });
  });
  return tokens;
}

/** Null where a change is more than words within one look. */
function wordSplices(
  chars: readonly Char[],
  old: readonly Unit[],
  now: readonly Unit[],
  inline: Inline,
  post: PostSource,
): Splice[] | null {
  const same = (a: Token, b: Token) => a.text === b.text && a.look === b.look;
  const changes = diffArrays(tokensOf(old), tokensOf(now), { comparator: same });
  const splices: Splice[] = [];
  let at = 0;
  for (let index = 0; index < changes.length; index++) {
    const change = changes[index];
    if (!change) break;
    const length = change.value.reduce((sum, { text }) => sum + text.length, 0);
    if (!change.added && !change.removed) {
      at += length;
      continue;
    }
    const next = changes[index + 1];
    const added = change.added ? change.value : next?.added ? next.value : [];
    const removed = change.removed ? length : 0;
    if (change.removed && next?.added) index++;
    const splice = wordSplice(chars, old, [at, at + removed], added, inline, post);
    if (!splice) return null;
    splices.push(splice);
    at += removed;
  }
  return splices;
}

function wordSplice(
  chars: readonly Char[],
  old: readonly Unit[],
  [from, to]: readonly [number, number],
  added: readonly Token[],
  inline: Inline,
  post: PostSource,
): Splice | null {
  const looks = new Set([...added, ...old.slice(from, to)].map(({ look }) => look));
  const [look = ""] = looks;
  // A break or an image is no word.
  if (looks.size > 1 || /"type"/.test(look)) return null;
  const text = added.map((token) => token.text).join("");
  const place = from < to ? replaced(chars, from, to, text) : inserted(chars, old, from, look);
  if (!place) return null;
  const { html } = place;
  const own = /"code"/.test(look) && !html ? text : written({ text }, { ...inline, html }, post);
  return { start: place.start, end: place.end, text: own };
}

type Spot = { start: number; end: number; html: boolean };

/** Units of one text node, not all of them if nothing takes their place. */
function replaced(chars: readonly Char[], from: number, to: number, text: string): Spot | null {
  const [first, last] = [chars[from], chars[to - 1]];
  if (!first || !last || first.run !== last.run) return null;
  const alone = chars[from - 1]?.run !== first.run && chars[to]?.run !== first.run;
  if (alone && text.trim() === "") return null;
  return { start: first.start, end: last.end, html: first.html };
}

function inserted(
  chars: readonly Char[],
  old: readonly Unit[],
  at: number,
  look: string,
): Spot | null {
  const [before, after] = [chars[at - 1], chars[at]];
  if (before && old[at - 1]?.look === look)
    return { start: before.end, end: before.end, html: before.html };
  if (after && old[at]?.look === look)
    return { start: after.start, end: after.start, html: after.html };
  return null;
}

/** What lies between the units that are the same at both ends, to where no mark is open. */
function stretch(
  chars: readonly Char[],
  old: readonly Unit[],
  now: readonly Unit[],
  after: RichText,
  inline: Inline,
  post: PostSource,
): Splice {
  const same = (a: Unit | undefined, b: Unit | undefined) =>
    a !== undefined && a.unit === b?.unit && a.look === b.look;
  let head = 0;
  while (same(old[head], now[head])) head++;
  let tail = 0;
  const most = Math.min(old.length, now.length) - head;
  while (tail < most && same(old[old.length - 1 - tail], now[now.length - 1 - tail])) tail++;
  const open = (units: readonly Unit[], at: number) =>
    at > 0 &&
    at < units.length &&
    units[at - 1]?.look !== "" &&
    units[at - 1]?.look === units[at]?.look;
  const loose = (units: readonly Unit[], at: number) =>
    at > 0 && at < units.length && units[at - 1]?.look !== "" && units[at]?.look !== "";
  const closed = (at: number, from: readonly Unit[], to: readonly Unit[], other: number) =>
    !open(from, at) && !open(to, other) && !loose(from, at);
  while (head > 0 && !closed(head, old, now, head)) head--;
  while (tail > 0 && !closed(old.length - tail, old, now, now.length - tail)) tail--;
  const start = head === 0 ? inline.start : startOf(inline, chars, old, head);
  const end = tail === 0 ? inline.end : endOf(inline, chars, old, old.length - tail);
  const html = (chars[head] ?? chars[head - 1])?.html ?? inline.html;
  const middle = sliced(after, head, now.length - tail);
  return { start, end: Math.max(start, end), text: written(middle, { ...inline, html }, post) };
}

/** Behind plain text, or before it: never inside of a mark. */
const startOf = (
  { end }: Inline,
  chars: readonly Char[],
  old: readonly Unit[],
  at: number,
): number => (old[at - 1]?.look === "" ? chars[at - 1]?.end : chars[at]?.start) ?? end;

const endOf = (
  { start }: Inline,
  chars: readonly Char[],
  old: readonly Unit[],
  at: number,
): number => (old[at]?.look === "" ? chars[at]?.start : chars[at - 1]?.end) ?? start;

/** Part of a text, by units, with its marks; white space at its ends stays. */
function sliced(rich: RichText, from: number, to: number): RichText {
  const spans: Span[] = [];
  let at = 0;
  for (const span of spansOf(rich)) {
    const length =
      span.type === "text"
        ? span.text.length
        : span.type === "image"
          ? span.alt.length
          : span.type === "break"
            ? 1
            : 0;
    const [start, end] = [Math.max(from, at), Math.min(to, at + length)];
    if (span.type === "text" && start < end)
      spans.push({ ...span, text: span.text.slice(start - at, end - at) });
    else if (span.type !== "text" && at >= from && at + length <= to) spans.push(span);
    at += length;
  }
  const text = spans
    .map((span) => ("text" in span ? span.text : span.type === "break" ? "\n" : ""))
    .join("");
  return { text, spans };
}
