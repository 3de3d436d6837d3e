import type { Section } from "../../model/ladder.js";
import { tracksOf } from "../../model/walk.js";
import { track } from "../examples.js";
import { placedText } from "../placed.js";
import type { Found, LintedPost, Rule } from "../rule.js";
import { bareTitle, lacksOf } from "../sections.js";

function* check(post: LintedPost): Generator<Found> {
  for (const { misnamed } of tracksOf(post.ladder.content).flatMap(lacksOf)) {
    for (const { section, expected } of misnamed) yield foundAt(section, expected, post);
  }
}

function foundAt({ title, place }: Section, expected: string, { text }: LintedPost): Found {
  const isManner = bareTitle(title.text) === bareTitle(expected);
  const at = isManner ? placedText(text, place, title.text) : null;
  return {
    reason: `Unexpected section "${title.text}", expected "${expected}" as the others of its track have`,
    place,
    actual: title.text,
    expected: [expected],
    ...(at && !/[&<]/.test(expected) && { fix: [{ ...at, text: expected }] }),
  };
}

const two = (name: string) => ({ [name]: ["You write."], Scope: ["You build."] });

/** Mended where the names differ by capitals and punctuation alone. */
export const sectionName = {
  name: "section-name",
  summary: "A level has a section under nearly the name that the others of its track have for it.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "a slip",
      post: track(
        "Engineer",
        { label: "1", sections: two("Communication") },
        { label: "2", sections: two("Comunications") },
        { label: "3", sections: two("Communication") },
      ),
      found: [
        '24:1 Unexpected section "Comunications", expected "Communication" as the others of its track have',
      ],
    },
    {
      shows: "other capitals",
      post: track(
        "Engineer",
        { label: "1", sections: two("Domain Expertise") },
        { label: "2", sections: two("Domain Expertise") },
        { label: "3", sections: two("Domain expertise") },
      ),
      found: [
        '39:1 Unexpected section "Domain expertise", expected "Domain Expertise" as the others of its track have',
      ],
      fixed: track(
        "Engineer",
        { label: "1", sections: two("Domain Expertise") },
        { label: "2", sections: two("Domain Expertise") },
        { label: "3", sections: two("Domain Expertise") },
      ),
    },
    {
      shows: "another section",
      post: track(
        "Engineer",
        { label: "1", sections: two("Communication") },
        { label: "2", sections: two("Communication") },
        { label: "3", sections: two("Leadership") },
      ),
      found: [],
    },
  ],
} as const satisfies Rule;
