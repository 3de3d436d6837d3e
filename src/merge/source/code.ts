import { diffArrays } from "diff";
import type { Place } from "../../model/ladder.js";
import type { Splice } from "../../splice.js";
import type { PostSource } from "./post.js";

/** A line of the post. */
interface Line {
  start: number;
  /** Before its line end. */
  end: number;
  text: string;
}

const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?:`{3,}|~{3,})/;

/** What stands before the code on each of its lines: an indent, the marks of quotes. */
const BEFORE = /^[ \t>]*$/;

/**
 * Gives code in Markdown's notation other lines: those that change alone. Null where the post does
 * not have the code line by line.
 */
export function recode(
  place: Place,
  before: string,
  after: string,
  post: PostSource,
): Splice[] | null {
  const lines = linesAt(place, post);
  const body = FENCE.test(lines[0]?.text ?? "") ? lines.slice(1) : lines;
  const old = before.split("\n");
  const starts = old.map((code, index) => startOf(code, body[index]));
  const lead = starts.find((_, index) => old[index]?.trim() !== "");
  if (typeof lead !== "string" || starts.includes(null)) return null;
  const splices: Splice[] = [];
  let at = 0;
  for (const { added, removed, value } of diffArrays(old, after.split("\n"))) {
    const written = value.map((code) => (lead + code).trimEnd());
    const last = splices.at(-1);
    if (removed) splices.push(taken(body, at, at + value.length));
    // Lines in the place of others: they follow what was just taken.
    else if (added && last && last.end === (body[at]?.start ?? Number.NaN))
      last.text = written.map((line) => line + post.eol).join("");
    else if (added) splices.push(put(body, at, written, post.eol));
    if (!added) at += value.length;
  }
  return splices;
}

function linesAt({ start, end }: Place, post: PostSource): Line[] {
  const from = post.lineStart(start.offset);
  const found = post.text.slice(from, end.offset).matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g);
  const lines = Array.from(found, ({ 1: text = "", index }) => ({
    start: from + index,
    end: from + index + text.length,
    text,
  }));
  return lines.filter((line) => line.start < end.offset);
}

function startOf(code: string, line: Line | undefined): string | null {
  if (!line?.text.endsWith(code)) return null;
  const start = line.text.slice(0, line.text.length - code.length);
  return BEFORE.test(start) ? start : null;
}

/** The last lines of a block go with the line end before them. */
function taken(body: readonly Line[], from: number, to: number): Splice {
  const [first, next] = [body[from], body[to]];
  if (next) return { start: first?.start ?? next.start, end: next.start, text: "" };
  const end = body[to - 1]?.end ?? 0;
  return { start: body[from - 1]?.end ?? first?.start ?? end, end, text: "" };
}

function put(body: readonly Line[], at: number, lines: readonly string[], eol: string): Splice {
  const before = body[at - 1];
  if (before) {
    const text = lines.map((line) => eol + line).join("");
    return { start: before.end, end: before.end, text };
  }
  const start = body[at]?.start ?? 0;
  return { start, end: start, text: lines.map((line) => line + eol).join("") };
}
