import { expect, test } from "vitest";
import { comparedSections } from "../../src/compose/compared.js";
import { unpublishable } from "../../src/compose/publishable.js";
import { stepCard } from "../../src/compose/slices/level.js";
import { peersOf } from "../../src/compose/slices/peers.js";
import { above, findStep } from "../../src/compose/step.js";
import { messagesFor } from "../../src/messages/index.js";
import type { Ladder, Level } from "../../src/model/ladder.js";
import { settle } from "../../src/model/settle.js";
import { tracksOf } from "../../src/model/walk.js";
import { readPost } from "../../src/read/index.js";
import { ladder } from "./made.js";

function step(anchor: string, title: string | null = null, of: Ladder = ladder) {
  const { value, messages } = findStep(of, anchor, title);
  if (!value) throw new Error(messages.map(({ reason }) => reason).join());
  return value;
}

test("a level has its title, its label, its grade, and those above it", () => {
  const found = step("se-l2");
  expect([found.title, found.label, found.grades]).toEqual(["Software Engineer", "2", ["3"]]);
  expect(above(found).map(({ level }) => level.anchor)).toEqual(["se-l3", "se-l4"]);
  expect(above(step("se-l4"))).toEqual([]);
});

test("a title of the overview can be named too", () => {
  expect(step("se-l2", "Software Engineer II").title).toBe("Software Engineer II");
});

test.each([
  ["Sr. Director of Engineering", "3", "6"],
  ["VP Engineering", "4", "7"],
])("of a level with two titles, %s is %s", (title, label, grade) => {
  const found = step("m-l3", title);
  expect([found.title, found.label, found.grades]).toEqual([title, label, [grade]]);
});

test.each([
  ["m-l3", null, "ambiguous-title", /"Sr\. Director of Engineering", "VP Engineering"$/],
  ["m-l3", "VP Enginering", "unknown-title", /did you mean "VP Engineering"/],
  ["se-2", null, "unknown-level", /did you mean "se-l2"/],
])("%s as %s is refused: %s", (anchor, title, rule, reason) => {
  const { value, messages } = findStep(ladder, anchor, title);
  expect(value).toBeNull();
  expect(messages.map(({ ruleId }) => ruleId)).toEqual([rule]);
  expect(messages[0]?.reason).toMatch(reason);
});

test("managers and individual contributors cross by their grades", () => {
  const names = (anchor: string, title?: string) =>
    peersOf(ladder, step(anchor, title ?? null)).map(({ level }) => level.anchor);
  expect(names("se-l3")).toEqual(["sre-l3", "m-l1"]);
  expect(names("m-l2")).toEqual(["se-l4", "sre-l4"]);
  expect(names("m-l3", "VP Engineering")).toEqual([]);
});

test("where the highest level comes first, the next is the one above", () => {
  const content = ladder.content.map((node) =>
    node.type === "track" ? { ...node, levels: [...node.levels].reverse() } : node,
  );
  const turned = settle({ origin: ladder.origin, frontMatter: ladder.frontMatter, content });
  expect(above(step("se-l2", null, turned)).map(({ level }) => level.anchor)).toEqual([
    "se-l3",
    "se-l4",
  ]);
});

test("of the post's levels one is not fit to be published", () => {
  const found = tracksOf(ladder.content).flatMap((track) =>
    track.levels.filter((level) => unpublishable(level, track)).map(({ anchor }) => anchor),
  );
  expect(found).toEqual(["sre-l5"]);
});

/** What of a level becomes what: "grows" with the first words of both. */
function changes(from: string, to: string): Record<string, string[]> {
  const [before, after] = [step(from).level, step(to).level];
  const told: Record<string, string[]> = { new: [], grows: [], stays: [], ends: [] };
  for (const { pairs } of comparedSections(before, after, ladder))
    for (const pair of pairs)
      told[pair.change]?.push(
        [pair.before, pair.after].map((each) => each?.text.slice(0, 28)).join(" > "),
      );
  return told;
}

test("what grows is told from what is new", () => {
  const { grows, stays } = changes("se-l2", "se-l3");
  expect(stays).toEqual([]);
  expect(grows).toContain("You have an intermediate und > You have a strong understand");
  expect(grows).toContain("You are learning to break do > You break down complex probl");
});

test("what is said in the same words stays", () => {
  expect(changes("sre-l3", "sre-l4").stays).toHaveLength(4);
  expect(changes("m-l1", "m-l2").grows).toContain(
    "You have regular and effecti > You conduct regular and effe",
  );
});

const texts = (level: Level): string[] =>
  level.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === "list" ? block.items.map(({ text }) => text) : [])),
  );

test("each expectation of two levels is compared once, and none is lost", () => {
  for (const track of tracksOf(ladder.content))
    track.levels.slice(1).forEach((after, index) => {
      const before = track.levels[index] as Level;
      const pairs = comparedSections(before, after, ladder).flatMap((each) => each.pairs);
      const side = (name: "before" | "after") => pairs.flatMap((pair) => pair[name]?.text ?? []);
      expect(side("before").sort()).toEqual(texts(before).sort());
      expect(side("after").sort()).toEqual(texts(after).sort());
    });
});

test("a level that is a heading keeps its label before its title, and is not called by it twice", () => {
  const post =
    "# T\n\n## <a id='a'></a>L1 – Keeper\n\n- You go.\n\n## <a id='b'></a>L2\n\n- You stay.\n";
  const of = readPost(new TextEncoder().encode(post), { file: "x.md" }).value as Ladder;
  const shown = ["a", "b"].map((anchor) => {
    const setting = { hues: new Map(), overview: undefined, words: messagesFor("en") };
    const { heading, facts } = stepCard(step(anchor, null, of), setting);
    return [heading, ...facts.map(({ value }) => value.text)];
  });
  expect(shown).toEqual([
    ["L1 · Keeper", "L1 – Keeper"],
    ["L2", "L2"],
  ]);
});
