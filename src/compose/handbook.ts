import {
  type Card,
  type CardSection,
  type Document,
  type DocumentBlock,
  type Fact,
  type Grid,
  metaOf,
  type Part,
} from "../document.js";
import { type Messages, messagesFor } from "../messages/index.js";
import type {
  Attribute,
  Content,
  Ladder,
  Level,
  Overview,
  Place,
  RichText,
  Section,
  Track,
} from "../model/ladder.js";
import { isUnseen } from "../model/rich.js";
import { overviewOf, tracksOf } from "../model/walk.js";

/** Composes the whole ladder, in the order of its post. */
export function compose(ladder: Ladder): Document {
  const overview = overviewOf(ladder.content);
  const hues = new Map(tracksOf(ladder.content).map((track, index) => [track, index]));
  const setting = { hues, overview, words: messagesFor(ladder.language) };
  return {
    meta: metaOf(ladder),
    blocks: ladder.content.map((node) => blockOf(node, setting)),
  };
}

/** What the nodes of a ladder are composed with. */
export interface Setting {
  /** The hue of each track: its number. */
  hues: ReadonlyMap<Track, number>;
  overview: Overview | undefined;
  words: Messages;
}

function blockOf(node: Content, setting: Setting): DocumentBlock {
  const { hues } = setting;
  if (node.type === "track") return partOf(node, setting);
  return node.type === "overview" ? gridOf(node, [...hues.keys()]) : node;
}

/** The scale heads the grid, wherever the post has it. */
export function gridOf({ rows, scale, tracks }: Overview, all: readonly Track[]): Grid {
  const hues = rows.map((_, index) => {
    const anchor = tracks.find(({ row }) => row === index)?.levels[0]?.anchor;
    const at = all.findIndex((track) => anchor !== undefined && hasLevel(track, anchor));
    return at < 0 ? null : at;
  });
  const order = rows.map((_, index) => index);
  if (scale) order.unshift(...order.splice(scale.row, 1));
  return {
    type: "grid",
    rows: order.flatMap((index) => rows[index] ?? []),
    scale: scale?.row ?? null,
    hues: order.map((index) => hues[index] ?? null),
  };
}

const hasLevel = (track: Track, anchor: string): boolean =>
  track.levels.some((level) => level.anchors?.includes(anchor));

/** A track with all of its levels. */
export function partOf(track: Track, { hues, overview, words }: Setting): Part {
  return {
    type: "part",
    title: track.title,
    anchors: track.anchors ?? [],
    standing: standingOf(track, overview, words),
    columns: track.columns ?? [],
    hue: hues.get(track) ?? 0,
    intro: track.intro,
    cards: track.levels.map((level, index) => cardOf(level, index, words)),
    ...placeOf(track),
  };
}

/** "4 levels, grades 2 to 5 of the Persado General Ladder". */
function standingOf(track: Track, overview: Overview | undefined, words: Messages): string | null {
  const grades = [...new Set(track.levels.flatMap((level) => level.grades))];
  const first = grades[0];
  const last = grades.at(-1);
  if (first === undefined || !overview?.scale) return null;
  return words.standing(track.levels.length, first, last ?? first, overview.scale.title);
}

/** A level; `index` is its place on its track. */
export function cardOf(level: Level, index: number, words: Messages): Card {
  const extras = level.grades.length > 0 ? [gradeExtra(level.grades, words)] : [];
  return {
    anchors: level.anchors ?? [],
    heading: headingOf(level, index, words),
    facts: level.attributes.map(factOf),
    extras,
    summary: level.summary,
    sections: level.sections.map(sectionOf),
    ...placeOf(level),
  };
}

const gradeExtra = (grades: readonly string[], words: Messages) => ({
  name: grades.length === 1 ? words.grade : words.grades,
  value: grades.join(", "),
});

/** "1 · Software Engineer": a level's name in a table of contents and a navigation pane. */
function headingOf({ label, titles }: Level, index: number, words: Messages): string {
  const parts = [label ?? "", titles.join(" / ")].map((part) => part.replace(/\s+/g, " ").trim());
  const told = parts.filter((part) => !isUnseen(part));
  return told.length > 0 ? told.join(" · ") : words.nth(index + 1);
}

function factOf(attribute: Attribute): Fact {
  const { role } = attribute;
  return {
    name: attribute.name,
    value: richOf(attribute),
    role: role === "label" || role === "title" ? role : "other",
    ...placeOf(attribute),
  };
}

const richOf = ({ text, spans }: RichText): RichText => (spans ? { text, spans } : { text });

const sectionOf = (section: Section): CardSection => ({
  title: section.title,
  anchors: section.anchors ?? [],
  blocks: section.blocks,
  sections: (section.sections ?? []).map(sectionOf),
  ...placeOf(section),
});

const placeOf = ({ place }: { place?: Place | undefined }) => (place ? { place } : {});
