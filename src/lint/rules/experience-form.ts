import type { Attribute } from "../../model/ladder.js";
import { tracksOf } from "../../model/walk.js";
import { track } from "../examples.js";
import { factOf } from "../level.js";
import { placedText } from "../placed.js";
import type { Fix, Found, LintedPost, Rule } from "../rule.js";

/** The parts of a range as written: "0", "-", "3", " years". */
const RANGE = /^(\d{1,3}(?:\.\d+)?)(?:(\s*\+)|(\s*(?:-|–|—|\bto\b)\s*)(\d{1,3}(?:\.\d+)?))(.*)$/isu;

interface Written {
  fact: Attribute;
  from: string;
  /** What follows the number of an open range: "+". */
  plus: string | undefined;
  dash: string | undefined;
  to: string | undefined;
  unit: string;
}

function* check(post: LintedPost): Generator<Found> {
  const facts = tracksOf(post.ladder.content)
    .flatMap(({ levels }) => levels)
    .flatMap((level) => factOf(level, "experience") ?? []);
  const all = facts.flatMap((fact) => (fact.range ? [writtenOf(fact)] : []));
  const unit = mostly(all.map((each) => each.unit));
  const plus = mostly(all.map((each) => each.plus));
  const dash = mostly(all.map((each) => each.dash));
  for (const each of all) {
    const expected = `${each.from}${each.to === undefined ? (plus ?? each.plus) : `${dash ?? each.dash}${each.to}`}${unit ?? each.unit}`;
    const isSame = singular(expected) === singular(each.fact.text);
    if (!isSame) yield foundAt(each.fact, expected, post);
  }
}

function writtenOf(fact: Attribute): Written {
  const [, from = "", plus, dash, to, unit = ""] = RANGE.exec(fact.text) ?? [];
  return { fact, from, plus, dash, to, unit };
}

/** "0-1 year" is as good as "0-1 years". */
const singular = (text: string): string => text.replace(/\b(year|yr)s\b/i, "$1");

/** What at least two thirds of the values are, and two of them; undefined where they don't agree. */
function mostly(values: readonly (string | undefined)[]): string | undefined {
  const told = values.filter((each) => each !== undefined);
  const counts = new Map<string, number>();
  for (const each of told) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].find(([, count]) => count >= 2 && count * 3 >= told.length * 2)?.[0];
}

function foundAt(fact: Attribute, expected: string, post: LintedPost): Found {
  const at = placedText(post.text, fact.place, fact.text);
  const fix: Fix[] = at === null ? [] : [{ ...at, text: expected }];
  return {
    reason: `Unexpected experience "${fact.text}", expected "${expected}" as the others are written`,
    place: fact.place,
    actual: fact.text,
    expected: [expected],
    ...(fix.length > 0 && { fix }),
  };
}

/** The form is that of two thirds of all ranges of the post. */
export const experienceForm = {
  name: "experience-form",
  summary: "Years of experience are written in another form than the others.",
  severity: "warning",
  check,
  examples: [
    {
      shows: '"4+" among "8+ years"',
      post: track(
        "Engineer",
        { label: "1", experience: "0-4 years" },
        { label: "2", experience: "4+" },
        { label: "3", experience: "8+ years" },
      ),
      found: ['15:20 Unexpected experience "4+", expected "4+ years" as the others are written'],
      fixed: track(
        "Engineer",
        { label: "1", experience: "0-4 years" },
        { label: "2", experience: "4+ years" },
        { label: "3", experience: "8+ years" },
      ),
    },
    {
      shows: "another dash",
      post: track(
        "Engineer",
        { label: "1", experience: "0–1 year" },
        { label: "2", experience: "1–3 years" },
        { label: "3", experience: "2 - 6 years" },
      ),
      found: [
        '23:20 Unexpected experience "2 - 6 years", expected "2–6 years" as the others are written',
      ],
      fixed: track(
        "Engineer",
        { label: "1", experience: "0–1 year" },
        { label: "2", experience: "1–3 years" },
        { label: "3", experience: "2–6 years" },
      ),
    },
    {
      shows: "two forms of which none is the usual one",
      post: track(
        "Engineer",
        { label: "1", experience: "0-3 years" },
        { label: "2", experience: "3+" },
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
