import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Change, type ChangeKind, diff, sideOf } from "../../src/diff/index.js";
import type { Ladder, Place, Section } from "../../src/model/ladder.js";
import { items, leaves } from "../../src/model/walk.js";
import { ladderOf, SEED } from "../merge/made.js";

const COUNT = process.env.RUNGBOOK_LONG ? 5000 : 500;

/** A text of a post, and where a person would say that it stands. */
interface Target {
  text: string;
  place: Place;
  track: string | null;
  level: string | null;
  section: string | null;
  isBullet: boolean;
}

/** All texts of a ladder that have a place. */
function targetsOf({ content }: Ladder): Target[] {
  const targets: Target[] = [];
  const bullets = new Set<object>(items(content).map(({ place }) => place ?? {}));
  const add = (found: { rich: { text: string }; place: Place | undefined }, at: object) => {
    const { place, rich } = found;
    if (!place || !/\w/.test(rich.text)) return;
    const own = { text: rich.text, place, isBullet: bullets.has(place) };
    targets.push({ track: null, level: null, section: null, ...at, ...own });
  };
  const addSection = (section: Section, at: object) => {
    const own = { ...at, section: section.title.text };
    add({ rich: section.title, place: section.place }, own);
    for (const leaf of leaves(section.blocks)) add(leaf, own);
    for (const child of section.sections ?? []) addSection(child, own);
  };
  for (const node of content) {
    if (node.type !== "track") {
      for (const leaf of leaves([node])) add(leaf, {});
      continue;
    }
    const track = node.title.text;
    add({ rich: node.title, place: node.place }, { track });
    for (const leaf of leaves(node.intro)) add(leaf, { track });
    for (const level of node.levels) {
      const at = { track, level: `${node.code} ${level.label}` };
      for (const attribute of level.attributes)
        add({ rich: attribute, place: attribute.place }, at);
      for (const leaf of leaves(level.summary)) add(leaf, at);
      for (const section of level.sections) addSection(section, at);
    }
  }
  return targets;
}

/** Numbers that look random, the same each time (Lehmer's generator as Park and Miller set it). */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

/** Another text in the place of a stretch of the post. */
interface Splice {
  from: number;
  to: number;
  text: string;
}

/** An edit of a post, and what must be told of it. */
interface Edited {
  /** The last one is where the change stands afterwards. */
  splices: Splice[];
  kinds: ChangeKind[];
  side: "before" | "after";
  at: Target;
}

type Edit = (post: string, target: Target, other: Target, word: string) => Edited | null;

/** The whole lines of a bullet. */
function linesOf(post: string, { place }: Target): [from: number, to: number] {
  const to = post.indexOf("\n", place.end.offset - 1) + 1;
  return [post.lastIndexOf("\n", place.start.offset) + 1, to];
}

const reword: Edit = (post, at, _, word) => {
  const [first = ""] = /[\w-]+/.exec(at.text) ?? [];
  const { start, end } = at.place;
  const offset = post.slice(start.offset, end.offset).lastIndexOf(first);
  const from = start.offset + offset;
  const splices = [{ from, to: from, text: `${word} ` }];
  // Where the word stands in an address too, it is the link that changes.
  const kinds: ChangeKind[] = ["reworded", "retitled", "regraded", "renamed", "marked"];
  return offset < 0 ? null : { splices, kinds, side: "before", at };
};

const remove: Edit = (post, at) => {
  if (!at.isBullet) return null;
  const [from, to] = linesOf(post, at);
  return { splices: [{ from, to, text: "" }], kinds: ["removed"], side: "before", at };
};

const add: Edit = (post, at, _, word) => {
  if (!at.isBullet) return null;
  const [from, to] = linesOf(post, at);
  const text = post.slice(from, to).replace(at.text, `New ${word} words`);
  if (!text.includes(word)) return null;
  return { splices: [{ from: to, to, text }], kinds: ["added"], side: "after", at };
};

const move: Edit = (post, at, other) => {
  if (!at.isBullet || !other.isBullet) return null;
  const [from, to] = linesOf(post, at);
  const [, target] = linesOf(post, other);
  const own = { from: target, to: target, text: post.slice(from, to) };
  return {
    splices: [{ from, to, text: "" }, own],
    kinds: ["moved"],
    side: "after",
    at: other,
  };
};

const EDITS: readonly Edit[] = [reword, reword, remove, add, move];

/** Characters between two edits of one post, at least: no edit changes what another one has changed. */
const APART = 300;

const isApart = (one: Edited, other: Edited): boolean =>
  one.splices.every((a) =>
    other.splices.every((b) => a.from > b.to + APART || b.from > a.to + APART),
  );

function spliced(post: string, splices: readonly Splice[]): string {
  const order = [...splices].sort((a, b) => b.from - a.from);
  return order.reduce(
    (text, { from, to, text: own }) => text.slice(0, from) + own + text.slice(to),
    post,
  );
}

/** The line of an edit's last splice before and after all of the edits. */
function lineOf(post: string, { splices, side, at }: Edited, all: readonly Splice[]): number {
  if (side === "before") return at.place.start.line;
  const { from = 0 } = splices.at(-1) ?? {};
  const earlier = all.filter((each) => each.from < from);
  return spliced(post.slice(0, from), earlier).split("\n").length;
}

/** Words without those that edits have brought. */
const old = (words: string | null): string | null => words?.replace(/Zq\d+ /g, "") ?? null;

/** True where the change says what was done, and where. */
function tells(change: Change, edited: Edited, line: number): boolean {
  const side = change[edited.side];
  const { track, level, section } = edited.at;
  return (
    !!side &&
    change.kinds.some((kind) => edited.kinds.includes(kind)) &&
    old(side.track) === track &&
    (level === null ? side.level === null : `${old(side.level)} `.startsWith(`${level} `)) &&
    old(side.section) === section &&
    side.place?.start.line === line
  );
}

const POSTS = [`source/${SEED}`, "output/engineering-job-ladder.md"].map((file) => {
  const post = readFileSync(file, "utf8");
  const ladder = ladderOf(post, SEED);
  return { post, ladder, targets: targetsOf(ladder) };
});

/** Edits of one post that stay clear of each other. */
function editsOf({ post, targets }: (typeof POSTS)[number], next: () => number, first: number) {
  const edits: Edited[] = [];
  while (edits.length < AT_ONCE) {
    const [at, other] = [next(), next()].map((each) => targets[each % targets.length]);
    const edit = EDITS[next() % EDITS.length];
    const made = at && other && edit?.(post, at, other, `Zq${first + edits.length}`);
    if (made && edits.every((each) => isApart(each, made))) edits.push(made);
  }
  return edits;
}

const AT_ONCE = 10;

test(`${COUNT} edits of posts are told with track, level, section and line`, () => {
  const random = numbers(2019);
  const next = () => random.next().value as number;
  const missed: string[] = [];
  let [made, more] = [0, 0];
  for (; made < COUNT; made += AT_ONCE) {
    const from = POSTS[(made / AT_ONCE) % POSTS.length] as (typeof POSTS)[number];
    const edits = editsOf(from, next, made);
    const all = edits.flatMap(({ splices }) => splices);
    const changes = diff(from.ladder, ladderOf(spliced(from.post, all), SEED));
    more += changes.length - edits.length;
    for (const edited of edits) {
      const line = lineOf(from.post, edited, all);
      if (!changes.some((change) => tells(change, edited, line)))
        missed.push(`${edited.kinds} at line ${line}: ${changes.map(lineAbout).join("; ")}`);
    }
  }
  console.log(`${made - missed.length} of ${made} edits told, ${more} changes beside them`);
  expect(missed).toEqual([]);
  // What follows of an edit: a level that the overview shows under another grade.
  expect(more).toBeLessThan(made / 5);
});

const lineAbout = (change: Change): string =>
  `${change.kinds} ${sideOf(change).path} (${sideOf(change).place?.start.line})`;
