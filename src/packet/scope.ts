import type { Step } from "../compose/step.js";
import type { Ladder, Section } from "../model/ladder.js";
import { items } from "../model/walk.js";
import { shortHash } from "../pdf-words.js";
import { ShownValue } from "./liquid.js";
import type { Field, Template } from "./template.js";
import type { Value, Values } from "./values.js";

/** What a template may ask of a level. */
export const LEVEL_SLOTS = [
  "label",
  "title",
  "titles",
  "grade",
  "grades",
  "track",
  "family",
  "discipline",
  "anchor",
  "experience",
  "facts",
  "sections",
  "next",
] as const;

/** What it may ask of the ladder. */
export const LADDER_SLOTS = ["title", "author", "date", "hash", "file"] as const;

/** The names of these stand for the ladder's: no field may have them. */
export const RESERVED = ["level", "ladder"];

/** All that the slots of a packet are filled with. What there is none of is null, and known. */
export function scopeOf(template: Template, values: Values, step: Step, ladder: Ladder): object {
  const scope: Record<string, unknown> = Object.create(null);
  for (const field of template.fields) put(scope, field.name.split("."), shownOf(field, values));
  scope.level = levelScope(step);
  scope.ladder = ladderScope(ladder);
  return scope;
}

function put(scope: Record<string, unknown>, [name = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    scope[name] = value;
    return;
  }
  const inner = (scope[name] ?? Object.create(null)) as Record<string, unknown>;
  scope[name] = inner;
  put(inner, rest, value);
}

function shownOf(field: Field, values: Values): unknown {
  const value = values.get(field.name);
  return value ? plainOf(value, field.format) : null;
}

function plainOf(value: Value, format: string | undefined): unknown {
  if (value.type === "boolean") return value.value;
  if ("text" in value) return value.text;
  return new ShownValue(value, format);
}

function levelScope(step: Step): Record<(typeof LEVEL_SLOTS)[number], unknown> {
  const { level, track, title, label, grades, next } = step;
  return {
    label,
    title,
    titles: level.titles,
    grade: grades[0] ?? null,
    grades,
    track: track.title.text,
    family: track.family,
    discipline: track.discipline,
    anchor: level.anchor,
    experience: level.attributes.find(({ role }) => role === "experience")?.text ?? null,
    facts: level.attributes.map(({ name, text }) => ({ name, value: text })),
    sections: level.sections.map(sectionScope),
    next: next && levelScope({ ...next, next: null }),
  };
}

const sectionScope = (section: Section) => ({
  title: section.title.text,
  expectations: items(section.blocks).map(({ text }) => text),
});

function ladderScope(ladder: Ladder): Record<(typeof LADDER_SLOTS)[number], unknown> {
  const { title, author, date, origin } = ladder;
  return {
    title,
    author,
    date: date === null ? null : new ShownValue({ type: "date", date }, "long"),
    hash: shortHash(origin.sha256),
    file: origin.file,
  };
}
