import type {
  Attribute,
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
export function* leaves(content: readonly Content[]): Generator<Leaf> {
  for (const node of content) {
    if (node.type === "track") yield* trackLeaves(node);
    else if (node.type === "overview") yield* rowLeaves(node.rows);
    else yield* blockLeaves(node);
  }
}

const leaf = (
  rich: RichText,
  node: {
    place?: Place | undefined;
    anchors?: readonly string[] | undefined;
  } = {},
): Leaf => ({ rich, place: node.place, anchors: node.anchors ?? [] });

function* trackLeaves(track: Track): Generator<Leaf> {
  yield leaf(track.title, track);
  yield* leaves(track.intro);
  for (const column of track.columns ?? []) yield leaf(column);
  for (const level of track.levels) yield* levelLeaves(level);
}

/** The texts of one level. */
export function* levelLeaves(level: Level): Generator<Leaf> {
  // A level's anchors stand on no text of its own; an empty leaf tells of them.
  if (level.anchors) yield leaf({ text: "" }, level);
  for (const attribute of level.attributes) {
    const name = leaf({ text: attribute.name }, { place: attribute.place });
    yield isHeading(attribute, level) ? { ...name, given: true } : name;
    yield leaf(attribute, { place: attribute.place });
  }
  yield* leaves(level.summary);
  for (const section of level.sections) yield* sectionLeaves(section);
}

/** A level that begins with a fact is a heading, and that fact its text: no name stands before it. */
const isHeading = (attribute: Attribute, level: Level): boolean =>
  attribute.place !== undefined && attribute.place.start.offset === level.place?.start.offset;

function* sectionLeaves(section: Section): Generator<Leaf> {
  yield leaf(section.title, section);
  yield* leaves(section.blocks);
  for (const child of section.sections ?? []) yield* sectionLeaves(child);
}

function* blockLeaves(block: Block): Generator<Leaf> {
  switch (block.type) {
    case "paragraph":
    case "heading":
      yield leaf(block, block);
      return;
    case "code":
      yield { ...leaf({ text: block.text }, block), code: true };
      return;
    case "list":
      for (const item of block.items) yield* itemLeaves(item);
      return;
    case "table":
      yield* rowLeaves(block.rows);
      return;
    case "quote":
    case "note":
      yield* leaves(block.blocks);
      return;
    case "rule":
  }
}

function* itemLeaves(item: Item): Generator<Leaf> {
  yield leaf(item, item);
  yield* leaves(item.blocks ?? []);
}

function* rowLeaves(rows: readonly Row[]): Generator<Leaf> {
  for (const row of rows) for (const cell of row.cells) yield* leaves(cell.blocks);
}

/** Every bullet, outer ones before the ones they hold. */
export function* items(content: readonly Content[]): Generator<Item> {
  for (const node of content) {
    if (node.type === "list") {
      for (const item of node.items) {
        yield item;
        yield* items(item.blocks ?? []);
      }
    } else yield* items(childBlocks(node));
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
export const cellLines = (cell: Cell): RichText[] =>
  [...leaves(cell.blocks)].map((each) => each.rich);

/** All the tracks of a ladder, in the order of the source. */
export const tracksOf = (content: readonly Content[]): Track[] =>
  content.filter((node): node is Track => node.type === "track");

/** The overview of a ladder; undefined where it has none. */
export const overviewOf = (content: readonly Content[]): Overview | undefined =>
  content.find((node) => node.type === "overview");
