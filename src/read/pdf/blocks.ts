import type { ShownText } from "../../pdf-words.js";
import type { Run } from "./runs.js";

/** A node of the structure tree as pdfjs gives it: an element, or a piece of content. */
export interface StructureNode {
  role?: string;
  children?: readonly StructureNode[];
  type?: string;
  id?: string;
}

/** Elements within a line of text: they begin no text of their own. */
const INLINE = new Set(
  "Span Link Reference Quote Code Em Strong Sub Annot Figure Formula BibEntry Ruby RB RT RP Warichu WT WP NonStruct Private".split(
    " ",
  ),
);

type Block = { role: ShownText["role"]; mcids: number[] };

/**
 * The texts of a page in the order of its structure, which is the order to read in; what the structure
 * doesn't name comes after what it was drawn after.
 */
export function textsOf(
  runs: readonly Run[],
  structure: StructureNode | null,
  page: number,
): ShownText[] {
  const words = new Map<number, string>();
  for (const { mcid, text } of runs)
    if (mcid !== null) words.set(mcid, (words.get(mcid) ?? "") + text);
  const blocks = structure ? blocksOf(structure) : [];
  const last = new Map<number, Block>();
  for (const block of blocks) for (const mcid of block.mcids) last.set(mcid, block);
  const stray = strayTexts(runs, last, page);
  const shown = blocks.flatMap((block) => {
    const text = block.mcids.map((mcid) => words.get(mcid) ?? "").join("");
    return [{ text, page, role: block.role }, ...(stray.get(block) ?? [])];
  });
  return [...(stray.get(null) ?? []), ...shown].filter(({ text }) => text.trim() !== "");
}

/** Texts that no element has, by the block that was drawn before each. */
function strayTexts(runs: readonly Run[], owners: ReadonlyMap<number, Block>, page: number) {
  const stray = new Map<Block | null, ShownText[]>();
  let before: Block | null = null;
  let open: { text: ShownText; mcid: number | null } | null = null;
  for (const { text, mcid, tag } of runs) {
    const owner = mcid === null ? undefined : owners.get(mcid);
    if (owner) [before, open] = [owner, null];
    else if (open && open.mcid === mcid) open.text.text += text;
    else {
      const role: ShownText["role"] = mcid === null ? "none" : tag === "Lbl" ? "label" : "text";
      open = { text: { text, page, role }, mcid };
      stray.set(before, [...(stray.get(before) ?? []), open.text]);
    }
  }
  return stray;
}

/** The blocks of a page's structure, with the marked content of each. */
function blocksOf(root: StructureNode): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  const begin = (role: ShownText["role"]): Block => {
    const block = { role, mcids: [] };
    blocks.push(block);
    return block;
  };
  const visit = (node: StructureNode, role: ShownText["role"]): void => {
    const mcid = /_mc(\d+)$/.exec(node.type === "content" ? (node.id ?? "") : "")?.[1];
    if (mcid !== undefined) {
      open ??= begin(role);
      open.mcids.push(Number(mcid));
    }
    const isInline = node.role === undefined || INLINE.has(node.role);
    if (!isInline) open = null;
    for (const child of node.children ?? []) visit(child, roleWithin(node, role));
    if (!isInline) open = null;
  };
  visit(root, "text");
  return blocks;
}

function roleWithin({ role }: StructureNode, outer: ShownText["role"]): ShownText["role"] {
  if (outer === "contents" || role === "TOC") return "contents";
  return role === "Lbl" ? "label" : outer;
}
