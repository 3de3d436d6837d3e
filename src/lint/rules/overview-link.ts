import type { Cell } from "../../model/ladder.js";
import { linkedAnchors } from "../../model/overview.js";
import { cellLines, overviewOf } from "../../model/walk.js";
import { nearest } from "../../nearest.js";
import { cell, overview, track } from "../examples.js";
import { levelsByAnchor, placeOfWords } from "../overview.js";
import { isIn } from "../placed.js";
import { foundBy } from "../retold.js";
import type { Found, LintedPost, Rule } from "../rule.js";

function* check(post: LintedPost): Generator<Found> {
  const grid = overviewOf(post.ladder.content);
  const levels = levelsByAnchor(post.ladder);
  const rows = new Set(grid?.tracks.map(({ row }) => row));
  for (const [row, { cells }] of (grid?.rows ?? []).entries()) {
    for (const [column, each] of cells.entries()) {
      const dead = deadLink(each, post);
      const isNamed = column > 0 && rows.has(row) && !each.header && names(each);
      if (dead !== undefined) yield deadFound(each, dead, [...levels.keys()]);
      else if (isNamed && !linkedAnchors(each).some((anchor) => levels.has(anchor))) {
        yield {
          reason: `Unexpected cell "${wordsOf(each)}" without a link, expected one to its level as in the rest of the row`,
          place: placeOfWords(each),
        };
      }
    }
  }
}

const deadFound = (each: Cell, anchor: string, known: readonly string[]): Found => ({
  reason: `Unexpected link to "#${anchor}"${nearest(anchor, known)}, expected the anchor of a level`,
  place: placeOfWords(each),
  actual: anchor,
});

/** The anchor that nothing in the post has and a cell links to: the reader has dropped the link. */
function deadLink({ place }: Cell, { told }: LintedPost): string | undefined {
  const dropped = foundBy("dangling-link", told).find((each) => isIn(each.place, place));
  return dropped?.actual?.replace(/^#/, "");
}

const wordsOf = (each: Cell): string =>
  cellLines(each)
    .map(({ text }) => text)
    .join(" ")
    .replaceAll("\n", " ");

/** True for words of more than a few letters: "n/a" and "–" name no level. */
const names = (each: Cell): boolean => (wordsOf(each).match(/\p{L}/gu) ?? []).length > 3;

const LEVELS = [
  { anchor: "e1", label: "1", title: "Junior" },
  { anchor: "e2", label: "2", title: "Senior" },
  { anchor: "e3", label: "3", title: "Staff" },
];

/** Who clicks it gets nowhere. */
export const overviewLink = {
  name: "overview-link",
  summary: "A cell of the overview links to nothing.",
  severity: "error",
  check,
  examples: [
    {
      shows: "an anchor that no level has",
      post:
        overview([
          "Engineer",
          cell("1", "Junior", "e1"),
          cell("2", "Senior", "e2"),
          cell("3", "Staff", "l3"),
        ]) + track("Engineer", ...LEVELS),
      found: ['6:5 Unexpected link to "#l3" (did you mean "e3"?), expected the anchor of a level'],
    },
    {
      shows: "a title without a link",
      post:
        overview([
          "Engineer",
          cell("1", "Junior", "e1"),
          cell("2", "Senior", "e2"),
          "3<br/>Staff",
        ]) + track("Engineer", ...LEVELS),
      found: [
        '6:5 Unexpected cell "3 Staff" without a link, expected one to its level as in the rest of the row',
      ],
    },
    {
      shows: "cells that name no level",
      post:
        overview(["Engineer", cell("1", "Junior", "e1"), cell("2", "Senior", "e2"), "n/a", ""]) +
        track("Engineer", ...LEVELS.slice(0, 2)),
      found: [],
    },
  ],
} as const satisfies Rule;
