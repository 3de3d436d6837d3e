import type { BlockOf, Content, Section } from "../../model/ladder.js";
import { tracksOf } from "../../model/walk.js";
import { lines, track } from "../examples.js";
import type { Found, LintedPost, Rule } from "../rule.js";

function* check({ ladder }: LintedPost): Generator<Found> {
  for (const { levels } of tracksOf(ladder.content)) {
    for (const { sections } of levels) yield* emptyIn(sections);
  }
  yield* emptyHeadings(ladder.content);
}

function* emptyIn(sections: readonly Section[]): Generator<Found> {
  for (const { title, blocks, sections: below = [], place } of sections) {
    if (blocks.length === 0 && below.length === 0) yield foundAt(title.text, place);
    yield* emptyIn(below);
  }
}

/** Headings outside of tracks with nothing before the next of their depth; a rule is nothing. */
function* emptyHeadings(content: readonly Content[]): Generator<Found> {
  const told = content.filter(({ type }) => type !== "rule");
  for (const [index, node] of told.entries()) {
    if (node.type === "heading" && !showsImage(node) && endsAt(told[index + 1], node.depth))
      yield foundAt(node.text, node.place);
  }
}

const endsAt = (next: Content | undefined, depth: number): boolean =>
  !next || (next.type === "heading" && next.depth <= depth);

const showsImage = ({ spans }: BlockOf<"heading">): boolean =>
  spans?.some(({ type }) => type === "image") ?? false;

const foundAt = (title: string, place: Found["place"]): Found => ({
  reason: `Unexpected section "${title}" without content, expected some`,
  place,
  actual: title,
});

/** A heading that leads to nothing: nobody can be measured by it. */
export const emptySection = {
  name: "empty-section",
  summary: "A heading has nothing below it.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "a level's section without expectations",
      post: track("Engineer", {
        label: "1",
        sections: { Delivery: ["You ship."], Communication: [] },
      }),
      found: ['13:1 Unexpected section "Communication" without content, expected some'],
    },
    {
      shows: "headings of the post with nothing below them",
      post: lines(
        "# Ladder",
        "",
        "## Levels",
        "",
        "## Level 1",
        "",
        "You ship.",
        "",
        "## Questions",
      ),
      found: [
        '3:1 Unexpected section "Levels" without content, expected some',
        '9:1 Unexpected section "Questions" without content, expected some',
      ],
    },
    {
      shows: "a heading with sections below it, and one that is an image",
      post: lines("# ![Logo](logo.png)", "", "# Ladder", "", "## Level 1", "", "You ship."),
      found: [],
    },
  ],
} as const satisfies Rule;
