import type {
  Attribute,
  Block,
  BlockOf,
  Cell,
  Content,
  Level,
  RichText,
  Row,
} from "../../model/ladder.js";
import { roleOf } from "../../model/roles.js";
import { sectionsOf } from "../sections.js";
import type { Shape } from "./shape.js";
import { trackBehind } from "./track.js";

type Heading = BlockOf<"heading">;

/**
 * A table a track, a row a level: the first cell tells the level's facts, each a heading with its
 * value below, the second cell holds the sections. The heading before the table names the track.
 */
export const rowPerLevel: Shape = {
  name: "row-per-level",
  read(content) {
    const read: Content[] = [];
    for (const node of content) {
      const levels = node.type === "table" ? levelsOf(node.rows) : null;
      if (node.type === "table" && levels)
        read.push(trackBehind(read, { ...levels, end: node.place?.end }));
      else read.push(node);
    }
    return read;
  },
};

interface Levels {
  columns: RichText[];
  levels: Level[];
}

function levelsOf(rows: readonly Row[]): Levels | null {
  const [head, ...others] = rows;
  const columns = head && columnsOf(head);
  const body = columns ? others : rows;
  const levels = body.map(levelOf);
  const complete = levels.length > 0 && levels.every((level) => level !== null);
  return complete ? { columns: columns ?? [], levels } : null;
}

/** The texts of a header row of two cells; null for any other row. */
function columnsOf({ cells }: Row): RichText[] | null {
  const texts = cells.map((cell) => (isSimple(cell) && cell.header ? onlyText(cell) : null));
  return cells.length === 2 && texts.every((text) => text !== null) ? texts : null;
}

const isSimple = (cell: Cell): boolean => !cell.colspan && !cell.rowspan;

function onlyText({ blocks }: Cell): RichText | null {
  const [block, ...more] = blocks;
  if (block?.type !== "paragraph" || more.length > 0 || block.anchors) return null;
  if (block.spans?.some((span) => span.type === "break")) return null;
  return { text: block.text, ...(block.spans && { spans: block.spans }) };
}

function levelOf({ cells, place }: Row): Level | null {
  const [facts, body, ...more] = cells;
  if (!facts || !body || more.length > 0 || !isSimple(facts) || !isSimple(body)) return null;
  const told = attributesOf(facts.blocks);
  if (!told?.attributes.some(({ name }) => roleOf(name))) return null;
  return {
    ...(told.anchors.length > 0 && { anchors: told.anchors }),
    anchor: null,
    label: null,
    titles: [],
    grades: [],
    attributes: told.attributes,
    ...sectionsOf(body.blocks),
    ...(place && { place }),
  };
}

/** Pairs of a heading and the paragraphs below it; null where the cell holds anything else. */
function attributesOf(
  blocks: readonly Block[],
): { attributes: Attribute[]; anchors: string[] } | null {
  const attributes: Attribute[] = [];
  const anchors: string[] = [];
  for (const block of blocks) {
    const last = attributes.at(-1);
    if (block.type === "heading" && isName(block)) {
      attributes.push({ name: block.text, text: "", ...(block.place && { place: block.place }) });
    } else if (block.type === "paragraph" && last && last.text === "" && !last.spans) {
      const { text, spans, place } = block;
      Object.assign(last, { text, ...(spans && { spans }), ...(place && { place }) });
    } else return null;
    anchors.push(...(block.anchors ?? []));
  }
  return { attributes, anchors };
}

const isName = (heading: Heading): boolean => !heading.spans && heading.text !== "";
