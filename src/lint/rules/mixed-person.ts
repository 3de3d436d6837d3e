import { items } from "../../model/walk.js";
import { lines } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { thirdPerson } from "../words/persons.js";
import { type Text, textsOf } from "../words/texts.js";

const SECOND = /^(?:You|Your|You['’](?:re|ve|ll|d))(?![\p{L}'’])/u;

/** From this share on a ladder has chosen its person; fewer expectations than these choose none. */
const SURE = 0.7;
const LEAST = 5;

function* check(post: LintedPost): Generator<Found> {
  if (!/^en\b/i.test(post.ladder.language)) return;
  const texts = textsOf(post);
  const all = items(post.ladder.content).flatMap((item) => texts.get(item) ?? []);
  const second = all.filter(({ prose }) => SECOND.test(prose));
  const third = all.filter(({ prose }) => thirdPerson(prose) !== null);
  const sure = Math.max(LEAST, SURE * (second.length + third.length));
  if (second.length >= sure) for (const text of third) yield foundAt(text, "third", "second");
  if (third.length >= sure) for (const text of second) yield foundAt(text, "second", "third");
}

function foundAt(text: Text, person: string, usual: string): Found {
  const actual = SECOND.exec(text.prose)?.[0] ?? thirdPerson(text.prose) ?? "";
  return {
    reason: `Unexpected ${person} person in "${actual}", expected the ${usual} as in most of the ladder`,
    place: text.placeOf(0, actual.length),
    actual,
  };
}

/** Who is it that is spoken of, if the reader is spoken to elsewhere? English only. */
export const mixedPerson = {
  name: "mixed-person",
  summary: 'Some expectations speak to the reader ("You"), and some of somebody else.',
  severity: "warning",
  check,
  examples: [
    {
      shows: "somebody is spoken of in a ladder that speaks to its reader",
      post: lines(
        "- You plan.",
        "- Your plans work.",
        "- You've learned to act.",
        "- You teach.",
        "- You write.",
        "- They rest at times.",
        "- Mentors others.",
      ),
      found: [
        '6:3 Unexpected third person in "They", expected the second as in most of the ladder',
        '7:3 Unexpected third person in "Mentors", expected the second as in most of the ladder',
      ],
    },
    {
      shows: "the reader is spoken to in a ladder that speaks of somebody",
      post: lines(
        "- Plans work.",
        "- Leads a team.",
        "- Helps others.",
        "- The senior engineer owns a system.",
        "- Actively seeks advice.",
        "- Writes code.",
        "- You rest.",
      ),
      found: ['7:3 Unexpected second person in "You", expected the third as in most of the ladder'],
    },
    {
      shows: "others who are spoken of, and nouns",
      post: lines(
        "- You plan.",
        "- You act.",
        "- You learn.",
        "- You teach.",
        "- You write.",
        "- Others seek you out.",
        "- Projects of yours end well.",
        "- Designs that you make are used.",
      ),
      found: [],
    },
    {
      shows: "a post in another language",
      post: lines(
        "---",
        "lang: de",
        "---",
        "",
        "- You plan.",
        "- You act.",
        "- You learn.",
        "- You teach.",
        "- You write.",
        "- Is it so.",
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
