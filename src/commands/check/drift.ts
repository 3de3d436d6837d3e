import { message } from "../../diagnostics.js";
import type { Drift } from "../../diff/drift.js";
import { MAX_DRIFTS_TOLD } from "../../limits.js";
import type { Finding } from "../../report/report.js";

/** Tells differences in words of the ladder, and how many more there are. */
export function driftFindings(drifts: readonly Drift[], file: string, post: string): Finding[] {
  const told = drifts.slice(0, MAX_DRIFTS_TOLD).map((drift) => findingOf(drift, file, post));
  return [...told, ...restOf(drifts.length, "drift", file)];
}

/** How many differences of so many are not told; nothing where all of them are. */
export function restOf(count: number, rule: string, file: string): Finding[] {
  const more = count - MAX_DRIFTS_TOLD;
  if (more <= 0) return [];
  return [{ file, message: message("error", rule, `and ${more} more differences`) }];
}

function findingOf(drift: Drift, file: string, post: string): Finding {
  const { path, found, expected, place } = drift;
  const made = message("error", "drift", `${path}: ${sentence(drift)}`, {
    ...(found !== null && { actual: found }),
    ...(expected !== null && { expected: [expected] }),
  });
  return { file, message: made, ...(place && { source: { file: post, place } }) };
}

function sentence({ found, expected, form, moved, whole }: Drift): string {
  if (form) return `has its words as ${found}, should have them as ${expected}`;
  const all = whole ? ", with what it holds," : "";
  if (found === null) return `"${shorten(expected ?? "")}"${all} is missing`;
  if (expected === null) return `"${shorten(found)}"${all} should not be there`;
  const [is, should] = aroundDifference(found, expected);
  const words = `"${is}" should be "${should}"`;
  if (moved === null) return words;
  return found === expected
    ? `"${shorten(found)}" should stand here, stands in ${moved}`
    : `${words}, and stands in ${moved}`;
}

/** Characters of equal text that are shown on either side of a difference. */
const CONTEXT = 30;
const LONGEST = 160;

/** Both texts, without most of what they have in common. */
export function aroundDifference(found: string, expected: string): [string, string] {
  const [a, b] = [[...found], [...expected]];
  const before = commonLength(a, b);
  const after = commonLength(a.slice(before).reverse(), b.slice(before).reverse());
  const [from, to] = [Math.max(before - CONTEXT, 0), Math.max(after - CONTEXT, 0)];
  const cut = (text: string[]) =>
    `${from > 0 ? "…" : ""}${shorten(text.slice(from, text.length - to).join(""))}${to > 0 ? "…" : ""}`;
  return [cut(a), cut(b)];
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((character, index) => character !== b[index]);
  return differs < 0 ? a.length : differs;
}

/** A text of at most so many characters. */
export function shorten(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : text;
}
