import fc from "fast-check";
import { expect, test } from "vitest";
import { compose } from "../../src/compose/handbook.js";
import { apply, diff, reverse } from "../../src/diff/index.js";
import type { Ladder } from "../../src/model/ladder.js";
import { decompose } from "../../src/read/decompose.js";
import { editDocument, scripts } from "../helpers/edit-document.js";
import { ladders, withoutPlaces } from "../helpers/ladders.js";
import { seed } from "../merge/made.js";

const RUNS = process.env.RUNGBOOK_LONG ? 2000 : 60;

/** A ladder as `apply` is asked for it: places aside, under the name of another one's post. */
function named(ladder: Ladder, like: Ladder): unknown {
  const { slug, file, sha256 } = like.origin;
  return withoutPlaces({ ...ladder, origin: { ...ladder.origin, slug, file, sha256 } });
}

/** The laws for two ladders; returns how many changes there are. */
function holds(a: Ladder, b: Ladder): number {
  const changes = JSON.parse(JSON.stringify(diff(a, b)));
  const there = apply(changes, a);
  expect(there.messages.map(String)).toEqual([]);
  expect(withoutPlaces(there.value)).toEqual(named(b, a));
  const back = apply(reverse(changes), b);
  expect(back.messages.map(String)).toEqual([]);
  expect(withoutPlaces(back.value)).toEqual(named(a, b));
  return changes.length;
}

test("a ladder differs in nothing from itself", () => {
  fc.assert(
    fc.property(ladders, (ladder) => {
      expect(diff(ladder, structuredClone(ladder))).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test("the changes from any ladder to any other make the other, and back", () => {
  fc.assert(
    fc.property(ladders, ladders, (a, b) => {
      holds(a, b);
    }),
    { numRuns: RUNS },
  );
});

test("the changes between revisions of a ladder make one of the other, and are no more than the edits", async () => {
  const { ladder } = await seed();
  const document = compose(ladder);
  fc.assert(
    fc.property(scripts(6), (script) => {
      const edited = editDocument(document, script, "Zz");
      const revised = decompose(edited.document);
      // What is split or joined is reworded, and another one is new or gone.
      expect(holds(ladder, revised)).toBeLessThanOrEqual(2 * edited.done.length);
    }),
    { numRuns: RUNS / 3 },
  );
});
