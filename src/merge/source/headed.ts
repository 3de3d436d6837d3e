import type { Node } from "../../match/tree.js";
import { isHeading } from "../../model/walk.js";
import type { PostSource } from "./post.js";

/** The fact whose text is the heading of a level; undefined for a level that is none. */
export const headingOf = (level: Node | null): Node | undefined =>
  level?.kind === "level"
    ? level.children.find((each) => each.kind === "attribute" && isHeading(each, level))
    : undefined;

/** The depth of a heading in Markdown; null for anything else. */
export function depthOf({ place }: Node, post: PostSource): number | null {
  if (!place) return null;
  const [element] = post.startingAt(place.start.offset);
  const node = element?.list[element.index];
  const depth = node?.kind === "element" ? /^h([1-6])$/.exec(node.name)?.[1] : undefined;
  return depth === undefined ? null : Number(depth);
}
