import type {
  Block,
  Cell,
  Content,
  Item,
  Level,
  Overview,
  Place,
  RichText,
  Row,
  Section,
  Track,
} from "./ladder.js";

/** A text of the ladder, and the node that holds it. */
export interface Leaf {
  /** What a reader of the page sees as one line of words: rich text, or the lines of a code block. */
  rich: RichText;
  place: Place | undefined;
  /** The anchors of the node that holds the text. */
  anchors: readonly string[];
  /** True for a code block, whose text is no prose. */
  code?: true;
  /** True for a word that the post does not say: the name of a level's heading. */
  given?: true;
}

/** Every text that the post says, once, in the order of the source. Derived values are not among them. */
export function leaves(content: readonly Content[]): Leaf[] {
  // Into one list: handed up by generators, each text would pass through all that hold it.
  const found: Leaf[] = [];
  addLeaves(content, found);
  return found;
}

function addLeaves(content: readonly Content[], found: Leaf[]): void {
  for (const node of content) {
    if (node.type === "track") addTrack(node, found);
    else if (node.type === "overview") addRows(node.rows, found);
    else addBlock(node, found);
  }
}

const NO_ANCHORS: readonly string[] = [];

const leaf = (
  rich: RichText,
  node: {
    place?: Place | undefined;
    anchors?: readonly string[] | undefined;
  } = {},
): Leaf => ({ rich, place: node.place, anchors: node.anchors ?? NO_ANCHORS });

function addTrack(track: Track, found: Leaf[]): void {
  found.push(leaf(track.title, track));
  addLeaves(track.intro, found);
  for (const column of track.columns ?? []) found.push(leaf(column));
  for (const level of track.levels) addLevel(level, found);
}

function addLevel(level: Level, found: Leaf[]): void {
  // A level's anchors stand on no text of its own; an empty leaf tells of them.
  if (level.anchors) found.push(leaf({ text: "" }, level));
  for (const attribute of level.attributes) {
    const name = leaf({ text: attribute.name }, { place: attribute.place });
    found.push(isHeading(attribute, level) ? { ...name, given: true } : name);
    found.push(leaf(attribute, { place: attribute.place }));
  }
  addLeaves(level.summary, found);
  for (const section of level.sections) addSection(section, found);
}

/** A level that begins with a fact is a heading, and that fact its text: no name stands before it. */
export const isHeading = (fact: Placed, level: Placed): boolean =>
  fact.place !== undefined && fact.place.start.offset === level.place?.start.offset;

interface Placed {
  place?: Place | undefined;
}

function addSection(section: Section, found: Leaf[]): void {
  found.push(leaf(section.title, section));
  addLeaves(section.blocks, found);
  for (const child of section.sections ?? []) addSection(child, found);
}

function addBlock(block: Block, found: Leaf[]): void {
  switch (block.type) {
    case "paragraph":
    case "heading":
      found.push(leaf(block, block));
      return;
    case "code":
      found.push({ ...leaf({ text: block.text }, block), code: true });
      return;
    case "list":
      for (const item of block.items) {
        found.push(leaf(item, item));
        addLeaves(item.blocks ?? [], found);
      }
      return;
    case "table":
      addRows(block.rows, found);
      return;
    case "quote":
    case "note":
      addLeaves(block.blocks, found);
      return;
    case "rule":
  }
}

function addRows(rows: readonly Row[], found: Leaf[]): void {
  for (const row of rows) for (const cell of row.cells) addLeaves(cell.blocks, found);
}

/** Every bullet, outer ones before the ones they hold. */
export function items(content: readonly Content[]): Item[] {
  const found: Item[] = [];
  addItems(content, found);
  return found;
}

function addItems(content: readonly Content[], found: Item[]): void {
  for (const node of content) {
    if (node.type === "list") {
      for (const item of node.items) {
        found.push(item);
        addItems(item.blocks ?? [], found);
      }
    } else addItems(childBlocks(node), found);
  }
}

/** The blocks that a node holds, those of a list's items aside: each of them is an item's. */
export const childBlocks = (node: Content): Block[] => {
  if (node.type === "quote" || node.type === "note") return node.blocks;
  if (node.type === "table" || node.type === "overview") {
    return node.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks));
  }
  if (node.type !== "track") return [];
  return [...node.intro, ...node.levels.flatMap(levelBlocks)];
};

/** All that a level says below its attributes, without the sections' titles. */
export const levelBlocks = (level: Level): Block[] => [
  ...level.summary,
  ...level.sections.flatMap(sectionBlocks),
];

const sectionBlocks = (section: Section): Block[] => [
  ...section.blocks,
  ...(section.sections ?? []).flatMap(sectionBlocks),
];

/** The cell's texts, one a line of the cell. */
export const cellLines = (cell: Cell): RichText[] => leaves(cell.blocks).map((each) => each.rich);

/** All the tracks of a ladder, in the order of the source. */
export const tracksOf = (content: readonly Content[]): Track[] =>
  content.filter((node): node is Track => node.type === "track");

/** The overview of a ladder; undefined where it has none. */
export const overviewOf = (content: readonly Content[]): Overview | undefined =>
  content.find((node) => node.type === "overview");
