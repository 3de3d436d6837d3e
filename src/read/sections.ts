import type { Block, Section } from "../model/ladder.js";

/** Sections below sections below sections: as deep as the renderings' headings go. */
const MAX_NESTED = 3;

/** Blocks with headings among them, as the prose before the first heading and sections below them. */
export function sectionsOf(blocks: readonly Block[]): { summary: Block[]; sections: Section[] } {
  const summary: Block[] = [];
  const sections: Section[] = [];
  const open: { depth: number; section: Section }[] = [];
  for (const block of blocks) {
    if (block.type !== "heading") {
      (open.at(-1)?.section.blocks ?? summary).push(block);
      continue;
    }
    while ((open.at(-1)?.depth ?? 0) >= block.depth) open.pop();
    if (open.length === MAX_NESTED) open.pop();
    const section = sectionOf(block);
    const parent = open.at(-1)?.section;
    if (parent) parent.sections = [...(parent.sections ?? []), section];
    else sections.push(section);
    open.push({ depth: block.depth, section });
  }
  return { summary, sections };
}

function sectionOf(heading: Extract<Block, { type: "heading" }>): Section {
  return {
    title: { text: heading.text, ...(heading.spans && { spans: heading.spans }) },
    blocks: [],
    ...(heading.anchors && { anchors: heading.anchors }),
    ...(heading.place && { place: heading.place }),
  };
}
