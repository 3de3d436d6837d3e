import type {
  Attribute,
  Content,
  Item,
  Ladder,
  Level,
  Origin,
  Overview,
  RichText,
  Track,
} from "./ladder.js";
import { detectDirection, detectLanguage, languageTag } from "./language.js";
import { labelled } from "./level-label.js";
import { readOverview } from "./overview.js";
import { parseRange } from "./range.js";
import { collapse } from "./rich.js";
import { roleOf } from "./roles.js";
import { firstHeading, seen } from "./title.js";
import { items, leaves, overviewOf, tracksOf } from "./walk.js";

type FrontMatter = Ladder["frontMatter"];

/** What a post says, before anything is derived from it. */
export interface Told {
  origin: Origin;
  frontMatter: FrontMatter;
  content: Content[];
}

/**
 * Makes a ladder of what was told: every derived value anew, each from the authored ones. So a
 * ladder read from any rendering has the same derived values as the one it was made from.
 */
export function settle({ origin, frontMatter, content }: Told): Ladder {
  const anchors = levelAnchors(content);
  const overviews = content.map((node) =>
    node.type === "overview" ? settleOverview(node, anchors) : node,
  );
  const grades = gradesOf(overviews);
  const tracks = tracksOf(overviews);
  const settled = overviews.map((node) =>
    node.type === "track" ? settleTrack(node, grades, tracks.indexOf(node)) : node,
  );
  for (const item of items(settled)) settleTerm(item);
  const sample = leaves(settled).map(({ rich }) => rich.text);
  const told = (key: string) => textOf(entry(frontMatter, key));
  return {
    $schema: "urn:rungbook:schema:ladder:1",
    origin,
    frontMatter,
    title: seen(told("title")) ?? seen(origin.title) ?? firstHeading(settled) ?? origin.slug,
    excerpt: told("excerpt") ?? told("description") ?? told("summary"),
    author: told("author") ?? told("authors"),
    date: isoDate(told("date")) ?? origin.date ?? null,
    language:
      [told("lang"), told("language"), origin.language].map(languageTag).find((tag) => tag) ??
      detectLanguage(sample),
    direction: detectDirection(sample),
    content: settled,
  };
}

/** The anchors of all levels. */
function levelAnchors(content: readonly Content[]): Set<string> {
  return new Set(
    tracksOf(content).flatMap((track) => track.levels.flatMap((level) => level.anchors ?? [])),
  );
}

/** The leading term of "**Term**: …" and "**Term:** …". */
function settleTerm(item: Item): void {
  const [first, second] = item.spans ?? [];
  delete item.term;
  if (first?.type !== "text" || !first.strong) return;
  const follows = second?.type === "text" && second.text.startsWith(":");
  if (follows || first.text.endsWith(":")) item.term = first.text.replace(/\s*:$/, "");
}

const entry = (frontMatter: FrontMatter, key: string): unknown =>
  frontMatter?.entries.find((each) => each.key === key)?.value;

/** A front matter value as a line of text: a list's parts joined, a person's name. */
function textOf(value: unknown): string | null {
  if (typeof value === "string") return collapse(value).trim() || null;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    const parts = value.map(textOf).filter((part) => part !== null);
    return parts.length > 0 ? parts.join(", ") : null;
  }
  return value && typeof value === "object" && "name" in value ? textOf(value.name) : null;
}

const isoDate = (text: string | null): string | null =>
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/.exec(text ?? "")?.[0] ?? null;

const settleOverview = (overview: Overview, anchors: ReadonlySet<string>): Overview => ({
  type: "overview",
  rows: overview.rows,
  ...readOverview(overview.rows, (anchor) => anchors.has(anchor)),
  ...(overview.place && { place: overview.place }),
});

function gradesOf(content: readonly Content[]): Map<string, string[]> {
  const grades = new Map<string, string[]>();
  const overview = overviewOf(content);
  for (const { grade, anchor } of overview?.tracks.flatMap((track) => track.levels) ?? []) {
    const known = grades.get(anchor) ?? [];
    if (grade !== null && !known.includes(grade)) grades.set(anchor, [...known, grade]);
  }
  return grades;
}

function settleTrack(track: Track, grades: ReadonlyMap<string, string[]>, index: number): Track {
  const levels = track.levels.map((level) => settleLevel(level, grades));
  const [family, discipline] = familyAndDiscipline(track.title.text);
  return {
    type: "track",
    title: track.title,
    family,
    discipline,
    code: trackCode(
      levels.map(({ anchor }) => anchor),
      track.title.text,
      index,
    ),
    ...(track.columns && { columns: track.columns }),
    intro: track.intro,
    levels,
    ...(track.anchors && { anchors: track.anchors }),
    ...(track.place && { place: track.place }),
  };
}

/** "Individual Contributor Track - Software Engineer" names a family and a discipline. */
function familyAndDiscipline(title: string): [string | null, string | null] {
  const parts = title.split(/\s+[-–—]\s+|:\s+/).filter((part) => part !== "");
  if (parts.length >= 2) return [parts[0] ?? null, parts.slice(1).join(" - ")];
  return [/\b(?:track|ladder|path)\b/i.test(title) ? title : null, null];
}

/** A short name for messages: what the levels' anchors share ("se-l1": SE), else the initials. */
export function trackCode(
  anchors: readonly (string | null)[],
  title: string,
  index: number,
): string {
  const prefixes = new Set(anchors.map((anchor) => /^(.+?)-l?\d+$/i.exec(anchor ?? "")?.[1]));
  const [prefix] = prefixes;
  if (prefixes.size === 1 && prefix) return prefix.toUpperCase();
  const [, discipline] = familyAndDiscipline(title);
  const words = (discipline ?? title).match(/\p{L}+/gu) ?? [];
  const initials = words.map((word) => [...word][0]?.toUpperCase()).join("");
  return words.length > 1 ? initials : (words[0] ?? `Track ${index + 1}`);
}

function settleLevel(level: Level, grades: ReadonlyMap<string, string[]>): Level {
  const attributes = level.attributes.map(settleAttribute);
  const value = (role: Attribute["role"]) => attributes.find((each) => each.role === role)?.text;
  const anchor = level.anchors?.[0] ?? null;
  const [label, title] = namesOf(value("label"), value("title") ?? "");
  return {
    ...(level.anchors && { anchors: level.anchors }),
    anchor,
    label,
    titles: title.split(/\s+\/\s+/).filter((each) => each !== ""),
    grades: [...new Set((level.anchors ?? []).flatMap((each) => grades.get(each) ?? []))],
    attributes,
    summary: level.summary,
    sections: level.sections,
    ...(level.place && { place: level.place }),
  };
}

/** Where no fact is the label, the title may begin with it: "D1 - Developer 1". */
function namesOf(label: string | undefined, title: string): [label: string | null, title: string] {
  const told = label === undefined ? labelled(title) : null;
  return told ? [told.label, told.title] : [label ?? null, title];
}

function settleAttribute(attribute: Attribute): Attribute {
  const role = roleOf(attribute.name);
  const range = role === "experience" ? parseRange(attribute.text) : null;
  return {
    name: attribute.name,
    ...textAndSpans(attribute),
    ...(role && { role }),
    ...(range && { range }),
    ...(attribute.place && { place: attribute.place }),
  };
}

const textAndSpans = ({ text, spans }: RichText): RichText => (spans ? { text, spans } : { text });
