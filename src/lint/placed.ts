import type { Place } from "../model/ladder.js";

/**
 * Where in the post a text stands as it is written, within a place: offsets; null where it does not
 * stand there letter by letter (marks, references and line ends lie between), or more than once.
 */
export function placedText(
  post: string,
  place: Place | undefined,
  text: string,
): { start: number; end: number } | null {
  if (!place || text === "") return null;
  const within = post.slice(place.start.offset, place.end.offset);
  const at = within.indexOf(text);
  if (at < 0 || within.indexOf(text, at + 1) >= 0) return null;
  const start = place.start.offset + at;
  return { start, end: start + text.length };
}

/** True for a place that begins in another one. */
export const isIn = (inner: Place | undefined, outer: Place | undefined): boolean =>
  inner !== undefined &&
  outer !== undefined &&
  inner.start.offset >= outer.start.offset &&
  inner.start.offset < outer.end.offset;
