import type { Content, Level } from "./ladder.js";
import { isUnseen } from "./rich.js";
import { roleOf } from "./roles.js";

/** A title of characters that nobody sees is none. */
export const seen = (title: string | null | undefined): string | null =>
  title && !isUnseen(title) ? title : null;

/**
 * What a post calls itself in its content: its first heading of the first depth, or its first at all.
 * Where what heads it has become a track's title, it is that.
 */
export function firstHeading(content: readonly Content[]): string | null {
  const named = content.find(({ type }) => type === "heading" || type === "track");
  if (named?.type === "track" && named.levels.every(isHeaded)) {
    const title = seen(named.title.text);
    if (title !== null) return title;
  }
  const headings = content.flatMap((node) => (node.type === "heading" ? [node] : []));
  const first = headings.find((heading) => heading.depth === 1) ?? headings[0];
  return seen(first?.text);
}

/** True for a level that tells nothing of itself but a title: it is made of a heading. */
const isHeaded = ({ attributes }: Level): boolean =>
  attributes.length === 1 && attributes.every(({ name }) => roleOf(name) === "title");
