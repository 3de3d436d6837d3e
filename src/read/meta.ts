import { type DocumentBlock, type Meta, metaOf } from "../document.js";
import type { Content, Origin } from "../model/ladder.js";
import { settle } from "../model/settle.js";
import { decomposeBlock } from "./decompose.js";
import type { FrontMatter } from "./front-matter.js";

/** What a document says of itself, derived again from what its rendering carries. */
export function settleMeta(
  origin: Origin,
  frontMatter: FrontMatter | null,
  blocks: readonly DocumentBlock[],
): Meta {
  const content: Content[] = blocks.map(decomposeBlock);
  return metaOf(settle({ origin, frontMatter, content }));
}
