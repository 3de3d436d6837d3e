import { failed, type Message, type Result } from "../../diagnostics.js";
import type { Document, DocumentBlock } from "../../document.js";
import { documentLines } from "../../document-lines.js";
import { BlockContext } from "../blocks/context.js";
import { blocksOf } from "../blocks/index.js";
import type { FrontMatter } from "../front-matter.js";
import { settleMeta } from "../meta.js";
import { account } from "../post/account.js";
import type { Parsed } from "../post/parse.js";
import type { Source } from "../source.js";
import type { ElementNode, TreeNode } from "../tree.js";
import { readHead } from "./origin.js";
import { PartReader } from "./part.js";
import { classesOf, restoreTables } from "./tables.js";

/** White space, and what stands for a line break in a cell and behind a fact's name. */
const NOTATION = /[\s·:]+/g;

export { isHandbook } from "./origin.js";

/**
 * Reads a Markdown rendering (or a post that is kept in its form) back into a document. The value
 * is null where it is damaged beyond reading.
 */
export function readHandbook(
  source: Source,
  parsed: Parsed,
  frontMatter: FrontMatter,
): Result<Document | null> {
  const { head, messages } = readHead(frontMatter);
  if (!head) return { value: null, messages };
  const context = new BlockContext();
  const blocks = documentBlocks(restoreTables(parsed.nodes), source, context);
  context.finish();
  const meta = settleMeta(head.origin, head.frontMatter, blocks);
  const document: Document = { meta, blocks };
  const texts = documentLines(document).flatMap(({ kind, text }) =>
    kind === "meta" ? [] : [text],
  );
  const found: Message[] = [
    ...parsed.messages,
    ...context.messages,
    ...account(parsed.atoms, texts, NOTATION),
  ];
  return { value: failed(found) ? null : document, messages: found };
}

function documentBlocks(
  nodes: readonly TreeNode[],
  source: Source,
  context: BlockContext,
): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let part: PartReader | null = null;
  for (const node of nodes) {
    if (opensPart(node)) {
      part = new PartReader(node, context, blocks.filter(({ type }) => type === "part").length);
      blocks.push(part.part);
    } else if (part && endsPart(node, source)) part = null;
    else if (part) part.add(node);
    else blocks.push(...(isGrid(node) ? gridOf(node, context) : blocksOf([node], context)));
  }
  return blocks;
}

const opensPart = (node: TreeNode): node is ElementNode =>
  node.kind === "element" && node.name === "h2" && classesOf(node.children[0]).includes("part");

/** A rule of dashes ends a part; those of the post are written with underscores. */
const endsPart = (node: TreeNode, source: Source): boolean =>
  node.kind === "element" &&
  node.name === "hr" &&
  source.text.charAt(node.place.start.offset) === "-";

const gridClasses = (node: TreeNode): string[] =>
  node.kind === "element" && node.name === "table"
    ? (node.attributes.get("class") ?? "").split(" ")
    : [];

const isGrid = (node: TreeNode): boolean => gridClasses(node).includes("grid");

function gridOf(node: TreeNode, context: BlockContext): DocumentBlock[] {
  const scale = gridClasses(node).find((each) => /^scale-\d+$/.test(each));
  return blocksOf([node], context).map((block) =>
    block.type === "table"
      ? {
          type: "grid",
          rows: block.rows,
          scale: scale === undefined ? null : Number(scale.slice("scale-".length)),
          hues: block.rows.map(() => null),
        }
      : block,
  );
}
