import type { Block, BlockOf, Content, Level, Section } from "../../model/ladder.js";
import { items } from "../../model/walk.js";
import type { LintedPost } from "../rule.js";
import { type Text, textsOf } from "./texts.js";

type List = BlockOf<"list">;

/** The lists of a post, outer ones before the ones they hold. */
export function* listsOf(content: readonly Content[]): Generator<List> {
  for (const node of content) {
    if (node.type === "list") yield node;
    yield* listsOf(childrenOf(node));
  }
}

function childrenOf(node: Content): Block[] {
  switch (node.type) {
    case "list":
      return node.items.flatMap(({ blocks }) => blocks ?? []);
    case "quote":
    case "note":
      return node.blocks;
    case "table":
    case "overview":
      return node.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks));
    case "track":
      return [...node.intro, ...node.levels.flatMap(blocksOfLevel)];
    default:
      return [];
  }
}

/** All that a level says below its attributes, without the sections' titles. */
const blocksOfLevel = ({ summary, sections }: Level): Block[] => [
  ...summary,
  ...sections.flatMap(blocksOfSection),
];

const blocksOfSection = ({ blocks, sections }: Section): Block[] => [
  ...blocks,
  ...(sections ?? []).flatMap(blocksOfSection),
];

/** The texts of a list's items, without the lists below them. */
export function expectationsOf(list: List, post: LintedPost): Text[] {
  const texts = textsOf(post);
  return list.items.flatMap((item) => texts.get(item) ?? []);
}

/** The texts of all items of a level. */
export function expectationsAt(level: Level, post: LintedPost): Text[] {
  const texts = textsOf(post);
  return [...items(blocksOfLevel(level))].flatMap((item) => texts.get(item) ?? []);
}
