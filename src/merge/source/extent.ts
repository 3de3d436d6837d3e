import type { Node } from "../../match/tree.js";
import { nodesBelow } from "../../match/tree.js";
import type { PostSource } from "./post.js";

/** A stretch of a post, as offsets. */
export interface Extent {
  start: number;
  end: number;
}

/** From where a node begins to where the last of what it holds ends; null where that is not known. */
export function extentOf(node: Node): Extent | null {
  const { place } = node;
  if (!place) return null;
  let end = place.end.offset;
  for (const each of nodesBelow(node)) end = Math.max(end, each.place?.end.offset ?? 0);
  return { start: place.start.offset, end };
}

/** An extent with the lines that it fills alone; null where something else stands on them. */
export function linesOf({ start, end }: Extent, post: PostSource): Extent | null {
  const from = post.lineStart(start);
  const to = post.lineEnd(end);
  const around = post.text.slice(from, start) + post.text.slice(end, to);
  return around.trim() === "" ? { start: from, end: to } : null;
}

/** True for a line of nothing but white space at an offset. */
const isBlankAt = (offset: number, post: PostSource): boolean =>
  offset < post.text.length && post.text.slice(offset, post.lineEnd(offset)).trim() === "";

/** Lines, and the blank ones that follow; at the end of a post, those before. */
export function withBlanks({ start, end }: Extent, post: PostSource): Extent {
  let to = end;
  while (isBlankAt(to, post)) to = post.lineEnd(to);
  let from = start;
  if (to >= post.text.length)
    while (from > 0 && isBlankAt(post.lineStart(from - 1), post)) from = post.lineStart(from - 1);
  return { start: from, end: to };
}

/** True where a blank line stands between two nodes. */
export const isApart = (before: Extent, after: Extent, post: PostSource): boolean =>
  /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(post.text.slice(before.end, after.start));
