import type { BlockOf, Content, Level } from "../../model/ladder.js";
import { childBlocks, items, levelBlocks } from "../../model/walk.js";
import type { LintedPost } from "../rule.js";
import { type Text, textsOf } from "./texts.js";

type List = BlockOf<"list">;

/** The lists of a post, outer ones before the ones they hold. */
export function* listsOf(content: readonly Content[]): Generator<List> {
  for (const node of content) {
    if (node.type === "list") yield node;
    const below = node.type === "list" ? node.items.flatMap(({ blocks = [] }) => blocks) : [];
    yield* listsOf([...below, ...childBlocks(node)]);
  }
}

/** The texts of a list's items, without the lists below them. */
export function expectationsOf(list: List, post: LintedPost): Text[] {
  const texts = textsOf(post);
  return list.items.flatMap((item) => texts.get(item) ?? []);
}

/** The texts of all items of a level. */
export function expectationsAt(level: Level, post: LintedPost): Text[] {
  const texts = textsOf(post);
  return items(levelBlocks(level)).flatMap((item) => texts.get(item) ?? []);
}
