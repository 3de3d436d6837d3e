import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compose } from "../../src/compose/handbook.js";
import type { Change } from "../../src/diff/change.js";
import { apply, diff, reverse } from "../../src/diff/index.js";
import { Changes } from "../../src/diff/schema.js";
import type { Ladder } from "../../src/model/ladder.js";
import { decompose } from "../../src/read/decompose.js";
import { corpus } from "../helpers/corpus.js";
import { editDocument, scripts } from "../helpers/edit-document.js";
import { ladders, withoutPlaces } from "../helpers/ladders.js";
import { ladderOf, seed } from "../merge/made.js";

const RUNS = process.env.RUNGBOOK_LONG ? 2000 : 60;

/** A ladder as `apply` is asked for it: places aside, under the name of another one's post. */
function named(ladder: Ladder, like: Ladder): unknown {
  const { slug, file, sha256 } = like.origin;
  return withoutPlaces({ ...ladder, origin: { ...ladder.origin, slug, file, sha256 } });
}

/**
 * The laws for two ladders; returns how many changes there are. One word of the overview's scale regrades
 * all levels below it: those follow.
 */
function holds(a: Ladder, b: Ladder): number {
  const changes = JSON.parse(JSON.stringify(diff(a, b)));
  expect(Changes.safeParse(changes).error).toBeUndefined();
  const there = apply(changes, a);
  expect(there.messages.map(String)).toEqual([]);
  expect(withoutPlaces(there.value)).toEqual(named(b, a));
  const back = apply(reverse(changes), b);
  expect(back.messages.map(String)).toEqual([]);
  expect(withoutPlaces(back.value)).toEqual(named(a, b));
  return changes.filter(({ kinds }: Change) => String(kinds) !== "regraded").length;
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

test("changes that don't fit a ladder are refused", async () => {
  const { ladder } = await seed();
  const edited = structuredClone(ladder);
  const track = edited.content.find((node) => node.type === "track");
  const [level] = track?.levels.splice(1, 1) ?? [];
  level?.sections.pop();
  const other = decompose(compose(edited));
  const changes = diff(ladder, other);
  expect(apply(changes, ladder).value).not.toBeNull();
  expect(apply(changes, other).value).toBeNull();
  expect(String(apply(changes, other).messages[0])).toContain("Unexpected change of SE 2");
  const added = reverse(changes).map((each) => ({
    ...each,
    after: each.after && { ...each.after, at: [0, 0, 0] },
  }));
  expect(apply(added, other).value).toBeNull();
});

/** The ladders of each company that has several posts, each with the next. */
const pairs = corpus.flatMap(([name, file], index) => {
  const [other, next] = corpus[index + 1] ?? [];
  const isOne = other?.split("/")[0] === name.split("/")[0];
  return isOne && next ? [[name, file, next] as const] : [];
});

test.skipIf(pairs.length === 0)("the changes between posts of one company make the other", () => {
  const step = process.env.RUNGBOOK_LONG ? 1 : Math.ceil(pairs.length / 12);
  const read = (file: string) => ladderOf(readFileSync(file, "utf8"), "post.md");
  for (const [name, file, next] of pairs.filter((_, index) => index % step === 0)) {
    const [a, b] = [read(file), read(next)];
    if (a && b) expect(holds(a, b), name).toBeGreaterThan(0);
  }
});
