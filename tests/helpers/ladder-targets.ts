import type { Block, Content, Ladder, Place, RichText, Section } from "../../src/model/ladder.js";

/** What kind of node a target is. */
export type TargetKind =
  | "track"
  | "level"
  | "fact"
  | "section"
  | "bullet"
  | "cell"
  | "paragraph"
  | "column";

/** A node of a ladder that can be changed, and where a person would say that it stands. */
export interface Target {
  kind: TargetKind;
  node: object;
  /** Its words; null: it only holds others. */
  rich: RichText | null;
  /** The list that it is one of. */
  list: object[];
  /** "SE 2", "Communication": its track and level, its section. */
  at: string[];
  /** Where the post says it; undefined: it has no place of its own. */
  place: Place | undefined;
}

/** The nodes of a ladder in their order; a copy of the ladder has its like at the same index. */
export function targetsOf({ content }: Ladder): Target[] {
  const walk = new Walk();
  let under = "text";
  for (const node of content) {
    if (node.type === "heading") under = node.text;
    if (node.type === "track") walk.track(node, content);
    else walk.block(node, node.type === "overview" ? ["Overview"] : [under], content);
  }
  return walk.targets;
}

class Walk {
  readonly targets: Target[] = [];

  track(track: Extract<Content, { type: "track" }>, content: Content[]): void {
    const { title, code, place } = track;
    this.add("track", track, title, content, [code], place);
    for (const column of track.columns ?? [])
      this.add("column", column, column, track.columns ?? [], [code], undefined);
    for (const block of track.intro) this.block(block, [code], track.intro);
    for (const [index, level] of track.levels.entries()) {
      const at = [`${code} ${level.label ?? `level ${index + 1}`}`];
      this.add("level", level, null, track.levels, at, level.place);
      for (const fact of level.attributes)
        this.add("fact", fact, fact, level.attributes, at, fact.place);
      for (const block of level.summary) this.block(block, at, level.summary);
      for (const section of level.sections) this.section(section, at, level.sections);
    }
  }

  block(block: Content | Block, at: string[], list: object[], isCell = false): void {
    if (block.type === "paragraph" || block.type === "heading")
      this.add(isCell ? "cell" : "paragraph", block, block, list, at, block.place);
    else if (block.type === "list") {
      for (const item of block.items) {
        this.add("bullet", item, item, block.items, at, item.place);
        for (const inner of item.blocks ?? []) this.block(inner, at, item.blocks ?? []);
      }
    } else if (block.type === "table" || block.type === "overview") {
      for (const { cells } of block.rows)
        for (const { blocks } of cells)
          for (const inner of blocks) this.block(inner, at, blocks, true);
    } else if (block.type === "quote" || block.type === "note")
      for (const inner of block.blocks) this.block(inner, at, block.blocks);
  }

  private section(section: Section, above: string[], list: object[]): void {
    const at = [...above, section.title.text];
    this.add("section", section, section.title, list, at, section.place);
    for (const block of section.blocks) this.block(block, at, section.blocks);
    for (const child of section.sections ?? []) this.section(child, at, section.sections ?? []);
  }

  private add(
    kind: TargetKind,
    node: object,
    rich: RichText | null,
    list: object[],
    at: string[],
    place: Place | undefined,
  ): void {
    this.targets.push({ kind, node, rich, list, at: at.filter((each) => each !== ""), place });
  }
}
