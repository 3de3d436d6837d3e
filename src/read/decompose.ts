import type { Card, CardSection, Document, DocumentBlock, Grid, Part } from "../document.js";
import type {
  Attribute,
  Content,
  Ladder,
  Level,
  Place,
  Row,
  Section,
  Track,
} from "../model/ladder.js";
import { settle } from "../model/settle.js";
import { type FrontMatter, readFrontMatter } from "./front-matter.js";

/** Undoes `compose`: makes the ladder of a document that was read from a rendering. */
export function decompose({ meta, blocks }: Document): Ladder {
  return settle({
    origin: meta.origin,
    frontMatter: frontMatterOf(meta.yaml),
    content: blocks.map(decomposeBlock),
  });
}

const frontMatterOf = (yaml: string | null): FrontMatter | null =>
  yaml === null ? null : readFrontMatter(yaml, 1).value;

/** The node of a ladder that a block of a document shows. */
export function decomposeBlock(block: DocumentBlock): Content {
  if (block.type === "part") return trackOf(block);
  if (block.type !== "grid") return block;
  return { type: "overview", rows: rowsOf(block), scale: null, tracks: [] };
}

/** The scale goes back to its place in the post. */
function rowsOf({ rows, scale }: Grid): Row[] {
  const [head, ...others] = rows;
  if (scale === null || !head) return rows;
  return [...others.slice(0, scale), head, ...others.slice(scale)];
}

const placeOf = ({ place }: { place?: Place | undefined }) => (place ? { place } : {});

const anchorsOf = (anchors: readonly string[]) =>
  anchors.length > 0 ? { anchors: [...anchors] } : {};

function trackOf(part: Part): Track {
  return {
    type: "track",
    title: part.title,
    family: null,
    discipline: null,
    code: "",
    ...(part.columns.length > 0 && { columns: part.columns }),
    intro: part.intro,
    levels: part.cards.map(levelOf),
    ...anchorsOf(part.anchors),
    ...placeOf(part),
  };
}

function levelOf(card: Card): Level {
  return {
    ...anchorsOf(card.anchors),
    anchor: null,
    label: null,
    titles: [],
    grades: [],
    attributes: card.facts.map(
      (fact): Attribute => ({ name: fact.name, ...fact.value, ...placeOf(fact) }),
    ),
    summary: card.summary,
    sections: card.sections.map(sectionOf),
    ...placeOf(card),
  };
}

function sectionOf(section: CardSection): Section {
  return {
    title: section.title,
    blocks: section.blocks,
    ...(section.sections.length > 0 && { sections: section.sections.map(sectionOf) }),
    ...anchorsOf(section.anchors),
    ...placeOf(section),
  };
}
