import { spansOf } from "../../model/rich.js";
import { leaves, overviewOf, tracksOf } from "../../model/walk.js";
import { cell, overview, track } from "../examples.js";
import { levelName } from "../level.js";
import type { Found, LintedPost, Rule } from "../rule.js";

function* check({ ladder }: LintedPost): Generator<Found> {
  if (!overviewOf(ladder.content)) return;
  const linked = new Set(
    leaves(ladder.content).flatMap(({ rich }) =>
      spansOf(rich).flatMap((span) => ("href" in span && span.href ? [span.href.slice(1)] : [])),
    ),
  );
  for (const { levels } of tracksOf(ladder.content)) {
    for (const level of levels) {
      if (!level.anchors || level.anchors.some((anchor) => linked.has(anchor))) continue;
      yield {
        reason: `Unexpected ${levelName(level)} that nothing links to, expected a cell of the overview for it`,
        place: level.place,
      };
    }
  }
}

/** A level without an anchor is `missing-anchor`'s. */
export const unreachableLevel = {
  name: "unreachable-level",
  summary: "A post has an overview, and nothing links to one of its levels.",
  severity: "warning",
  check,
  examples: [
    {
      shows: "a level that was added below alone",
      post:
        overview(["Engineer", cell("1", "Junior", "e1"), cell("2", "Senior", "e2")]) +
        track(
          "Engineer",
          { anchor: "e1", label: "1", title: "Junior" },
          { anchor: "e2", label: "2", title: "Senior" },
          { anchor: "e3", label: "3", title: "Staff" },
        ),
      found: [
        "28:1 Unexpected level 3 that nothing links to, expected a cell of the overview for it",
      ],
    },
    {
      shows: "a post without overview",
      post: track("Engineer", { anchor: "e1", label: "1", title: "Junior" }),
      found: [],
    },
  ],
} as const satisfies Rule;
